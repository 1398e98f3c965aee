/** What record forms and the fields within them tell each other. */
import type { FieldInfo, ObjectInfo, RecordValue } from 'host/objectInfo';

/** A field announces itself to the form around it with this event; the form answers through the detail. */
export const FIELD_EVENT = 'localorg__registerfield';

export interface FormField {
    readonly fieldName: string;
    /** Called when the form has its record (undefined for a new one) and object. */
    show(info: ObjectInfo, record: RecordValue | undefined): void;
    /** Current value; undefined for fields that only show. */
    current(): unknown;
    /** A value is needed and there is none. */
    isMissing(): boolean;
    /** Message below the field; empty for none. */
    complain(message: string): void;
    focus(): void;
}

/** `Name` from a name, a `Lead.Name` or an imported field. */
export function fieldNameOf(reference: unknown): string {
    const name =
        typeof reference === 'string'
            ? reference
            : ((reference as { fieldApiName?: string } | null)?.fieldApiName ?? '');
    return name.split('.').pop() ?? '';
}

export function objectNameOf(reference: unknown): string {
    return typeof reference === 'string'
        ? reference
        : ((reference as { objectApiName?: string } | null)?.objectApiName ?? '');
}

/** Type of a `lightning-input` for a field; undefined: another component. */
export function inputType(field: FieldInfo): string | undefined {
    const types: Readonly<Record<string, string>> = {
        Boolean: 'checkbox',
        Date: 'date',
        DateTime: 'datetime',
        Time: 'time',
        Email: 'email',
        Phone: 'tel',
        Url: 'url',
        Int: 'number',
        Long: 'number',
        Double: 'number',
        Currency: 'number',
        Percent: 'number',
        String: 'text'
    };
    return types[field.dataType];
}
