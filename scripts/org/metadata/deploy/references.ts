/** What members of the metadata refer to and is not there. The platform refuses such a deploy, each type in its own words. */
import { parseXml, textOf, XmlError, type XmlElement } from '../../schema/xml.ts';
import type { Schema } from '../../schema/model.ts';
import { memberKey, textOfFile, type Member, type MemberFile, type Members } from '../members.ts';
import type { Position } from '../xmlText.ts';

export interface BrokenReference {
    readonly member: Member;
    readonly file: MemberFile;
    readonly at: Position;
    readonly message: string;
    readonly severity: 'Error' | 'Warning';
    /** Key of the member that is missing. */
    readonly target: string;
}

interface Rule {
    /** Elements from the root down; `**` is any number of elements. */
    readonly path: readonly string[];
    readonly target: string;
}

const PERMISSIONS: readonly Rule[] = [
    { path: ['objectPermissions', 'object'], target: 'CustomObject' },
    { path: ['fieldPermissions', 'field'], target: 'CustomField' },
    { path: ['classAccesses', 'apexClass'], target: 'ApexClass' },
    { path: ['tabSettings', 'tab'], target: 'CustomTab' },
    { path: ['tabVisibilities', 'tab'], target: 'CustomTab' },
    { path: ['customPermissions', 'name'], target: 'CustomPermission' },
    { path: ['applicationVisibilities', 'application'], target: 'CustomApplication' },
    { path: ['customMetadataTypeAccesses', 'name'], target: 'CustomObject' }
];

const RULES: Readonly<Record<string, readonly Rule[]>> = {
    PermissionSet: PERMISSIONS,
    Profile: PERMISSIONS,
    PermissionSetGroup: [{ path: ['permissionSets'], target: 'PermissionSet' }],
    FlexiPage: [
        { path: ['**', 'componentInstance', 'componentName'], target: 'LightningComponentBundle' },
        { path: ['sobjectType'], target: 'CustomObject' }
    ],
    CustomTab: [
        { path: ['flexiPage'], target: 'FlexiPage' },
        { path: ['lwcComponent'], target: 'LightningComponentBundle' }
    ],
    CustomApplication: [
        { path: ['tabs'], target: 'CustomTab' },
        { path: ['actionOverrides', 'content'], target: 'FlexiPage' },
        { path: ['utilityBar'], target: 'FlexiPage' }
    ],
    Queue: [{ path: ['queueSobject', 'sobjectType'], target: 'CustomObject' }],
    CustomField: [
        { path: ['referenceTo'], target: 'CustomObject' },
        { path: ['valueSet', 'valueSetName'], target: 'GlobalValueSet' }
    ],
    QuickAction: [{ path: ['lightningWebComponent'], target: 'LightningComponentBundle' }],
    SharingRules: [
        { path: ['**', 'group'], target: 'Group' },
        { path: ['**', 'queue'], target: 'Queue' }
    ]
};

/** Elements at a path below an element. */
function elementsAt(root: XmlElement, path: readonly string[]): XmlElement[] {
    const [head, ...rest] = path;
    if (head === undefined) return [root];
    if (head === '**') {
        return [...elementsAt(root, rest), ...root.children.flatMap((each) => elementsAt(each, path))];
    }
    return root.children.filter((each) => each.name === head).flatMap((each) => elementsAt(each, rest));
}

/** Every reference of the members that leads nowhere. */
export function brokenReferences(members: Members, schema: Schema): BrokenReference[] {
    const broken: BrokenReference[] = [];
    for (const member of members.values()) {
        const [file] = member.files;
        const rules = RULES[member.type];
        if (!file || !rules) continue;
        let root: XmlElement;
        try {
            root = parseXml(textOfFile(file));
        } catch (error) {
            // The loader of the schema, or the check against the API's types, names the fault.
            if (error instanceof XmlError) continue;
            throw error;
        }
        for (const rule of rules) {
            for (const element of elementsAt(root, rule.path)) {
                const found = faultOf(rule, element.text.trim(), members, schema);
                if (found) broken.push({ member, file, at: placeOf(file, element), ...found });
            }
        }
        if (member.type === 'CustomTab' && textOf(root, 'customObject') === 'true') {
            const found = faultOf({ path: [], target: 'CustomObject' }, member.fullName, members, schema);
            if (found) broken.push({ member, file, at: placeOf(file, root), ...found });
        }
        if (member.type === 'PermissionSet') broken.push(...requiredFields(member, file, root, schema));
    }
    return broken;
}

/** Where a line of a member's file came from. */
export function placeOf(file: MemberFile, at: Position): Position {
    return file.lines?.[at.line - 1] ?? { line: at.line, column: at.column };
}

function faultOf(
    rule: Rule,
    name: string,
    members: Members,
    schema: Schema
): Pick<BrokenReference, 'message' | 'severity' | 'target'> | undefined {
    const field = rule.path.at(-1) ?? 'name';
    const missing = (target = memberKey(rule.target, name)) => ({
        message: `In field: ${field} - no ${rule.target} named ${name} found`,
        severity: 'Error' as const,
        target
    });
    const unknown = (what: string) => ({
        message: `The local org does not know the ${what} ${name} and cannot check what refers to it`,
        severity: 'Warning' as const,
        target: memberKey(rule.target, name)
    });
    switch (rule.target) {
        case 'CustomObject':
            if (schema.object(name)) return undefined;
            return /__\w+$/.test(name) ? missing() : unknown('standard object');
        case 'CustomField': {
            const [objectName = '', fieldName = ''] = name.split('.');
            const object = schema.object(objectName);
            if (object && schema.field(object, fieldName)) return undefined;
            return /__\w+$/.test(name) ? missing() : unknown('standard field');
        }
        case 'CustomTab':
            return name.startsWith('standard-') || members.has(memberKey('CustomTab', name)) ? undefined : missing();
        case 'CustomApplication':
            return name.startsWith('standard__') || members.has(memberKey(rule.target, name)) ? undefined : missing();
        case 'LightningComponentBundle': {
            const [namespace, local] = name.includes(':') ? name.split(':') : ['c', name];
            if (namespace !== 'c') return undefined;
            const target = memberKey(rule.target, local ?? '');
            return members.has(target) ? undefined : missing(target);
        }
        default:
            return members.has(memberKey(rule.target, name)) ? undefined : missing();
    }
}

/** A permission on a field that everybody may edit anyway is refused. */
function requiredFields(member: Member, file: MemberFile, root: XmlElement, schema: Schema): BrokenReference[] {
    return elementsAt(root, ['fieldPermissions', 'field']).flatMap((element) => {
        const name = element.text.trim();
        const [objectName = '', fieldName = ''] = name.split('.');
        const object = schema.object(objectName);
        const field = object && schema.field(object, fieldName);
        if (!field || field.isPermissionable) return [];
        return [
            {
                member,
                file,
                at: placeOf(file, element),
                message: `You cannot deploy to a required field: ${name}`,
                severity: 'Error' as const,
                target: memberKey('CustomField', name)
            }
        ];
    });
}
