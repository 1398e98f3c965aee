/** Metadata files as the planted faults write them. */
import { xml } from './fault.ts';

export const OBJECTS = 'force-app/handoff/objects';

export const fieldFile = (name: string, object = 'File__c'): string =>
    `${OBJECTS}/${object}/fields/${name}.field-meta.xml`;

export const text = (name: string, ...lines: readonly string[]): string =>
    xml('CustomField', `<fullName>${name}</fullName>`, `<label>${name}</label>`, ...lines);

export const set = (name: string, ...lines: readonly string[]): Record<string, string> => ({
    [`force-app/shared/permissionsets/${name}.permissionset-meta.xml`]: xml(
        'PermissionSet',
        `<label>${name}</label>`,
        ...lines
    )
});

export const TEXT = ['<length>20</length>', '<type>Text</type>'];
