/**
 * Permission sets: entries that an org refuses, entries that contradict each other, and members of the package that no
 * permission set opens to anybody.
 */
import { readApexSurface } from '../build/apexTypes.ts';
import { childOf, childrenOf, textOf, type XmlNode } from '../shared/xmlTree.ts';
import { breaking, type Check, type CheckResult, type Finding, type Problem, type Rule } from './check.ts';
import { lineIn, readPackageModel, type MetadataFile, type PackageModel } from './packageModel.ts';

const REFUSED = 'an org refuses the permission set, and with it the whole deploy';
const UNSEEN = 'without an entry in a permission set nobody but a system administrator can use it';

const UNGRANTABLE: Rule = {
    name: 'permission-required-field',
    why: `required and master-detail fields are always visible; ${REFUSED}`,
    mend: 'take the entry out'
};
const CALCULATED: Rule = {
    name: 'permission-calculated-field',
    why: `nobody can write a formula, a summary or an automatic number; ${REFUSED}`,
    mend: 'set <editable> to false'
};
const TWICE: Rule = { name: 'permission-twice', why: REFUSED, mend: 'keep one of the entries' };
const CONTRADICTION: Rule = {
    name: 'permission-contradiction',
    why: `who may change something must be able to see it; ${REFUSED}`,
    mend: 'grant what it needs in the same permission set, or take the right away'
};
const FIELD_WITHOUT_OBJECT: Rule = {
    name: 'permission-field-without-object',
    why: 'rights on a field are worth nothing without the right to read the object',
    mend: 'add objectPermissions with allowRead to the same permission set'
};
const UNCOVERED: Rule = {
    name: 'permission-uncovered',
    why: UNSEEN,
    mend: 'add an entry to the permission sets of those who need it'
};

/** What a right on an object needs beside it. */
const NEEDS: Readonly<Record<string, readonly string[]>> = {
    allowCreate: ['allowRead'],
    allowEdit: ['allowRead'],
    allowDelete: ['allowRead', 'allowEdit'],
    viewAllRecords: ['allowRead'],
    modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords']
};

/** Lists of entries of a permission set with the element that names each entry. */
const ENTRIES: Readonly<Record<string, string>> = {
    applicationVisibilities: 'application',
    classAccesses: 'apexClass',
    customMetadataTypeAccesses: 'name',
    customPermissions: 'name',
    fieldPermissions: 'field',
    objectPermissions: 'object',
    tabSettings: 'tab'
};

export const permissionsCheck: Check = {
    name: 'permissions',
    proves: 'permission sets hold only what an org takes, and open every member of the package to somebody',
    async run(root): Promise<CheckResult> {
        const model = await readPackageModel(root);
        const sets = model.ofKind('permissionset');
        return {
            problems: [
                ...sets.flatMap((set) => [
                    ...fieldProblems(set, model),
                    ...breaking(TWICE, doubles(set)),
                    ...breaking(CONTRADICTION, contradictions(set)),
                    ...breaking(FIELD_WITHOUT_OBJECT, fieldsWithoutObject(set))
                ]),
                ...(sets.length === 0 ? [] : breaking(UNCOVERED, uncovered(sets, model)))
            ],
            examined: `${sets.length} permission sets over ${model.ofKind('field').length} fields`
        };
    }
};

function at(set: MetadataFile, node: XmlNode, message: string): Finding {
    return { path: set.path, line: lineIn(set, node), message };
}

function fieldProblems(set: MetadataFile, model: PackageModel): Problem[] {
    return childrenOf(set.document, 'fieldPermissions').flatMap((entry) => {
        const [object = '', name = ''] = textOf(entry, 'field').split('.');
        const field = model.field(object, name);
        const node = childOf(entry, 'field') ?? entry;
        if (field && isAlwaysVisible(field)) {
            return breaking(UNGRANTABLE, [at(set, node, `names ${object}.${name}, which everybody sees anyway`)]);
        }
        if (field && isCalculated(field) && textOf(entry, 'editable') === 'true') {
            return breaking(CALCULATED, [at(set, node, `makes ${object}.${name} editable, which is calculated`)]);
        }
        return [];
    });
}

function isAlwaysVisible({ document }: MetadataFile): boolean {
    return textOf(document, 'required') === 'true' || textOf(document, 'type') === 'MasterDetail';
}

function isCalculated({ document }: MetadataFile): boolean {
    return textOf(document, 'formula') !== '' || ['Summary', 'AutoNumber'].includes(textOf(document, 'type'));
}

function doubles(set: MetadataFile): Finding[] {
    return Object.entries(ENTRIES).flatMap(([list, key]) => {
        const seen = new Set<string>();
        return childrenOf(set.document, list).flatMap((entry) => {
            const name = textOf(entry, key);
            const isDouble = seen.has(name.toLowerCase());
            seen.add(name.toLowerCase());
            return isDouble ? [at(set, entry, `names ${name} twice in ${list}`)] : [];
        });
    });
}

function contradictions(set: MetadataFile): Finding[] {
    const fields = childrenOf(set.document, 'fieldPermissions')
        .filter((entry) => textOf(entry, 'editable') === 'true' && textOf(entry, 'readable') === 'false')
        .map((entry) => at(set, entry, `lets people edit ${textOf(entry, 'field')} and not read it`));
    const objects = childrenOf(set.document, 'objectPermissions').flatMap((entry) =>
        Object.entries(NEEDS).flatMap(([right, needs]) => {
            const lacking = needs.filter((need) => textOf(entry, need) !== 'true');
            return textOf(entry, right) === 'true' && lacking.length > 0
                ? [at(set, entry, `gives ${right} on ${textOf(entry, 'object')} without ${lacking.join(' and ')}`)]
                : [];
        })
    );
    return [...fields, ...objects];
}

function fieldsWithoutObject(set: MetadataFile): Finding[] {
    const readable = new Set(
        childrenOf(set.document, 'objectPermissions')
            .filter((entry) => textOf(entry, 'allowRead') === 'true')
            .map((entry) => textOf(entry, 'object').toLowerCase())
    );
    const told = new Set<string>();
    return childrenOf(set.document, 'fieldPermissions').flatMap((entry) => {
        const object = textOf(entry, 'field').split('.')[0] ?? '';
        const isGranted = ['readable', 'editable'].some((right) => textOf(entry, right) === 'true');
        const isOpen = !/__c$/i.test(object) || readable.has(object.toLowerCase()) || told.has(object);
        if (isOpen || !isGranted) {
            return [];
        }
        told.add(object);
        return [at(set, entry, `gives rights on fields of ${object}, and none on the object`)];
    });
}

/** Members that somebody must be let into, and that no permission set names. */
function uncovered(sets: readonly MetadataFile[], model: PackageModel): Finding[] {
    const named = (list: string): Set<string> =>
        new Set(
            sets.flatMap((set) =>
                childrenOf(set.document, list).map((entry) => textOf(entry, ENTRIES[list] ?? '').toLowerCase())
            )
        );
    const told = (file: MetadataFile, what: string): Finding => ({
        path: file.path,
        line: 1,
        message: `${what} is in no permission set`
    });
    const fields = named('fieldPermissions');
    const objects = named('objectPermissions');
    const permissions = named('customPermissions');
    const tabs = named('tabSettings');
    const classes = named('classAccesses');
    const applications = named('applicationVisibilities');
    const settings = new Set(
        model
            .ofKind('object')
            .filter((file) => textOf(file.document, 'customSettingsType') !== '')
            .map(({ name }) => name.toLowerCase())
    );
    return [
        ...model
            .ofKind('field')
            .filter(({ object }) => !/__(mdt|e)$/i.test(object) && !settings.has(object.toLowerCase()))
            .filter((file) => /__c$/i.test(file.name) && !isAlwaysVisible(file))
            .filter(({ object, name }) => !fields.has(`${object}.${name}`.toLowerCase()))
            .map((file) => told(file, `the field ${file.object}.${file.name}`)),
        ...model
            .ofKind('object')
            .filter(({ name }) => /__c$/i.test(name) && !settings.has(name.toLowerCase()))
            .filter(({ name }) => !objects.has(name.toLowerCase()))
            .map((file) => told(file, `the object ${file.name}`)),
        ...model
            .ofKind('customPermission')
            .filter(({ name }) => !permissions.has(name.toLowerCase()))
            .map((file) => told(file, `the custom permission ${file.name}`)),
        ...model
            .ofKind('tab')
            .filter(({ name }) => !tabs.has(name.toLowerCase()))
            .map((file) => told(file, `the tab ${file.name}`)),
        ...model
            .ofKind('app')
            .filter(({ name }) => !applications.has(name.toLowerCase()))
            .map((file) => told(file, `the app ${file.name}`)),
        ...entryClasses(model)
            .filter(({ name }) => !classes.has(name.toLowerCase()))
            .map(({ path, line, name }) => ({ path, line, message: `the class ${name} is in no permission set` }))
    ];
}

/** Classes that a user reaches from outside of Apex: components and REST clients call them in the user's name. */
function entryClasses(model: PackageModel): { path: string; line: number; name: string }[] {
    return model.files
        .filter((path) => path.endsWith('.cls'))
        .flatMap((path) => {
            const text = model.text(path);
            if (/@IsTest/i.test(text)) {
                return [];
            }
            const method = readApexSurface(text).methods[0];
            const name = /([^/]+)\.cls$/.exec(path)?.[1] ?? '';
            const isEntry = /@RestResource\b/i.test(text) || method?.className === name;
            const line = text.slice(0, text.search(/\bclass\s/)).split('\n').length;
            return isEntry ? [{ path, line, name }] : [];
        });
}
