/** The parts of the UI API's answers that the stand-ins read. */
import { plainText } from 'host/plainText';

export interface FieldInfo {
    readonly apiName: string;
    readonly label: string;
    readonly dataType: string;
    readonly nameField: boolean;
    readonly custom: boolean;
    readonly relationshipName: string | null;
    readonly referenceToInfos: readonly { readonly apiName: string; readonly nameFields: readonly string[] }[];
    readonly extraTypeInfo: string | null;
    readonly inlineHelpText: string | null;
    readonly sortable: boolean;
}

export interface ObjectInfo {
    readonly apiName: string;
    readonly label: string;
    readonly labelPlural: string;
    readonly createable: boolean;
    readonly keyPrefix: string;
    readonly nameFields: readonly string[];
    readonly fields: Readonly<Record<string, FieldInfo>>;
    readonly themeInfo: { readonly iconName: string; readonly color: string };
    readonly childRelationships: readonly {
        readonly childObjectApiName: string;
        readonly fieldName: string;
        readonly relationshipName: string;
    }[];
}

export interface RecordValue {
    readonly apiName: string;
    readonly id: string;
    readonly fields: Readonly<
        Record<string, { readonly value: unknown; readonly displayValue: string | null } | undefined>
    >;
}

/** What one field needs to be shown: lookups are shown by the name of the record they point to. */
export interface ShownField {
    readonly key: string;
    readonly label: string;
    readonly type: string;
    readonly value: unknown;
    readonly display: string | null;
    readonly url: string | null;
    readonly help: string | null;
}

/** Paths to read so that a field can be shown: a lookup needs the name of its target too. */
export function pathsOf(info: ObjectInfo, name: string): string[] {
    const field = info.fields[name];
    if (!field) return [];
    const own = `${info.apiName}.${name}`;
    if (!field.relationshipName) return [own];
    return [own, `${info.apiName}.${field.relationshipName}.Name`];
}

export function shownField(info: ObjectInfo, record: RecordValue, name: string): ShownField | undefined {
    const field = info.fields[name];
    const held = record.fields[name];
    if (!field || !held) return undefined;
    const parent = field.relationshipName
        ? (record.fields[field.relationshipName]?.value as RecordValue | null | undefined)
        : undefined;
    const parentName = parent?.fields['Name']?.value;
    return {
        key: name,
        label: plainLabel(field.label),
        type: field.dataType,
        value: held.value,
        display: parentName !== undefined && parentName !== null ? plainText(parentName) : held.displayValue,
        url: typeof held.value === 'string' && parent ? `/lightning/r/${parent.apiName}/${held.value}/view` : null,
        help: field.inlineHelpText
    };
}

/** The platform's own label of a lookup is `Owner ID`; pages say `Owner`. */
export function plainLabel(label: string): string {
    return label.replace(/ ID$/i, '');
}
