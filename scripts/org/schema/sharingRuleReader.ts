/** `Lead.sharingRules-meta.xml` to rules: by owner and by criteria. What is not supported is named. */
import { allOf, parseFilterLogic } from './filterLogic.ts';
import { child, children, textOf } from './xml.ts';
import type { FieldType, FilterDef, ObjectDef, SharingRuleDef, SharingTarget } from './model.ts';
import type { Diagnostics, MetadataFile } from './source.ts';
import type { XmlElement } from './xml.ts';

/** Who a rule may name, by element of `sharedTo` and `sharedFrom`. */
const TARGETS: Readonly<Record<string, SharingTarget['kind']>> = {
    role: 'role',
    roleAndSubordinates: 'roleAndSubordinates',
    // The same where there are no portals.
    roleAndSubordinatesInternal: 'roleAndSubordinates',
    group: 'group',
    queue: 'queue',
    allInternalUsers: 'allInternalUsers'
};

const LEVELS: readonly string[] = ['Read', 'Edit', 'All'];

/** Elements of `accountSettings` with the object that they are about. */
const CHILD_LEVELS: Readonly<Record<string, string>> = {
    caseAccessLevel: 'Case',
    contactAccessLevel: 'Contact',
    opportunityAccessLevel: 'Opportunity'
};

const OPERATIONS: readonly string[] = [
    'equals',
    'notEqual',
    'lessThan',
    'lessOrEqual',
    'greaterThan',
    'greaterOrEqual',
    'contains',
    'notContain',
    'startsWith',
    'includes',
    'excludes'
];

/** Fields that criteria cannot compare here: their values are names of other records in the metadata. */
const BY_NAME: readonly FieldType[] = ['reference', 'id'];
const NUMBERS: readonly FieldType[] = ['integer', 'long', 'double', 'currency', 'percent'];
const MOMENTS: readonly FieldType[] = ['date', 'datetime', 'time'];

/** Rules of one object. */
export function readSharingRules(file: MetadataFile, object: ObjectDef, diagnostics: Diagnostics): SharingRuleDef[] {
    return new Reader(file, object, diagnostics).rules();
}

class Reader {
    private readonly file: MetadataFile;
    private readonly object: ObjectDef;
    private readonly diagnostics: Diagnostics;

    constructor(file: MetadataFile, object: ObjectDef, diagnostics: Diagnostics) {
        this.file = file;
        this.object = object;
        this.diagnostics = diagnostics;
    }

    rules(): SharingRuleDef[] {
        const { root } = this.file;
        for (const each of children(root, 'sharingGuestRules')) {
            this.unsupported(`Guest user sharing rule ${textOf(each, 'fullName') ?? ''}`, each);
        }
        for (const each of children(root, 'sharingTerritoryRules')) {
            this.unsupported(`Territory sharing rule ${textOf(each, 'fullName') ?? ''}`, each);
        }
        const elements = [...children(root, 'sharingOwnerRules'), ...children(root, 'sharingCriteriaRules')];
        if (elements.length > 0 && this.object.sharingModel === 'ControlledByParent') {
            this.error(`${this.object.name} is controlled by its parent and has no sharing rules of its own.`, root);
            return [];
        }
        return elements.flatMap((element) => this.rule(element) ?? []);
    }

    private rule(element: XmlElement): SharingRuleDef | undefined {
        const name = textOf(element, 'fullName') ?? '';
        const level = textOf(element, 'accessLevel') ?? '';
        if (!LEVELS.includes(level)) {
            return this.error(
                `The access level of the sharing rule ${name} is "${level}", none of ${LEVELS.join(', ')}.`,
                element
            );
        }
        const sharedTo = this.target(element, 'sharedTo', name);
        if (sharedTo?.kind === 'queue') {
            return this.error(
                `The sharing rule ${name} shares with a queue; only what a queue owns can be shared.`,
                element
            );
        }
        const records =
            element.name === 'sharingOwnerRules' ? this.owners(element, name) : this.criteria(element, name);
        if (sharedTo === undefined || records === undefined) return undefined;
        return { name, level: level as SharingRuleDef['level'], sharedTo, records, children: childLevels(element) };
    }

    private target(element: XmlElement, part: 'sharedTo' | 'sharedFrom', rule: string): SharingTarget | undefined {
        const [target] = child(element, part)?.children ?? [];
        if (target === undefined) return this.error(`The sharing rule ${rule} needs <${part}>.`, element);
        const kind = TARGETS[target.name];
        if (kind === undefined) return this.unsupported(`Sharing rule ${rule} with ${target.name}`, target);
        return { kind, name: target.text.trim() };
    }

    private owners(element: XmlElement, rule: string): SharingRuleDef['records'] | undefined {
        const by = this.target(element, 'sharedFrom', rule);
        return by === undefined ? undefined : { kind: 'owned', by };
    }

    private criteria(element: XmlElement, rule: string): SharingRuleDef['records'] | undefined {
        const items = children(element, 'criteriaItems');
        const filters = items.flatMap((each) => this.filter(each, rule) ?? []);
        if (filters.length < items.length) return undefined;
        if (filters.length === 0) return this.error(`The sharing rule ${rule} has no criteria.`, element);
        const text = textOf(element, 'booleanFilter');
        const logic = text === undefined ? allOf(filters.length) : parseFilterLogic(text, filters.length);
        if (logic === undefined) {
            return this.error(`The filter logic "${text ?? ''}" of the sharing rule ${rule} cannot be read.`, element);
        }
        return { kind: 'meeting', filters, logic };
    }

    private filter(element: XmlElement, rule: string): FilterDef | undefined {
        const name = textOf(element, 'field') ?? '';
        const operation = textOf(element, 'operation') ?? '';
        const value = textOf(element, 'value') ?? '';
        const field = this.object.fields.get(name.toLowerCase());
        if (field === undefined) {
            return this.error(`The sharing rule ${rule} names ${name}, no field of ${this.object.name}.`, element);
        }
        if (field.formula !== undefined) {
            return this.error(
                `The sharing rule ${rule} names the formula ${name}; criteria take no formulas.`,
                element
            );
        }
        if (NUMBERS.includes(field.type) && value !== '' && !/^[-+]?(\d+\.?\d*|\.\d+)$/.test(value)) {
            return this.error(`The sharing rule ${rule} compares the number ${name} with "${value}".`, element);
        }
        const isStrange =
            !OPERATIONS.includes(operation) ||
            child(element, 'valueField') !== undefined ||
            BY_NAME.includes(field.type) ||
            (MOMENTS.includes(field.type) && value !== '' && !/^\d{4}-\d\d-\d\d/.test(value));
        if (isStrange) {
            return this.unsupported(`Sharing rule ${rule} with ${[name, operation, value].join(' ').trim()}`, element);
        }
        return { field: field.name, operation, value };
    }

    private error(message: string, at: XmlElement): undefined {
        this.diagnostics.error(this.file.path, message, at);
    }

    private unsupported(message: string, at: XmlElement): undefined {
        this.diagnostics.unsupported(this.file.path, message.trim(), at);
    }
}

function childLevels(element: XmlElement): Record<string, string> {
    const settings = child(element, 'accountSettings');
    const levels: Record<string, string> = {};
    for (const [name, object] of Object.entries(CHILD_LEVELS)) {
        const level = settings === undefined ? undefined : textOf(settings, name);
        if (level !== undefined && level !== 'None') levels[object] = level;
    }
    return levels;
}
