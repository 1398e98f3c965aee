/** `Database.DMLOptions` with its headers. */
import { libraryClass } from '../runtime/library.ts';
import type { Accessors, LibraryModule } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';

/** A value of type `Database.DMLOptions`. */
export class DmlOptionsValue {
    readonly typeName = 'Database.DMLOptions';
    readonly values: Record<string, Value> = {
        optAllOrNone: null,
        allowFieldTruncation: null,
        localeOptions: null,
        assignmentRuleHeader: new HeaderValue('Database.DMLOptions.AssignmentRuleHeader'),
        duplicateRuleHeader: new HeaderValue('Database.DMLOptions.DuplicateRuleHeader'),
        emailHeader: new HeaderValue('Database.DMLOptions.EmailHeader')
    };

    /** Database methods that take options fail as a whole only when the options say so. */
    get allOrNone(): boolean {
        return this.values['optAllOrNone'] === true;
    }

    /** Text that is too long is cut. */
    get truncates(): boolean {
        return this.values['allowFieldTruncation'] === true;
    }
}

/** One of the headers. There are no assignment rules, duplicate rules or e-mails of saves here, so they change nothing. */
class HeaderValue {
    readonly typeName: string;
    readonly values: Record<string, Value> = {};

    constructor(typeName: string) {
        this.typeName = typeName;
    }
}

function property(name: string): Accessors {
    return {
        get: (self: DmlOptionsValue | HeaderValue) => self.values[name] ?? null,
        set: (self: DmlOptionsValue | HeaderValue, value: Value) => {
            self.values[name] = value;
        }
    };
}

function header(name: string, properties: readonly string[]): ReturnType<typeof libraryClass> {
    const members = Object.fromEntries(
        properties.map((text) => [`${text} { get; set; }`, property(text.slice(text.lastIndexOf(' ') + 1))])
    );
    const typeName = `Database.DMLOptions.${name}`;
    return libraryClass(typeName, { 'new()': () => new HeaderValue(typeName), ...members }, { namespace: 'Database' });
}

export const dmlOptionsLibrary: LibraryModule = () => [
    libraryClass(
        'Database.DMLOptions',
        {
            'new()': () => new DmlOptionsValue(),
            'Boolean optAllOrNone { get; set; }': property('optAllOrNone'),
            'Boolean allowFieldTruncation { get; set; }': property('allowFieldTruncation'),
            'Database.DMLOptions.AssignmentRuleHeader assignmentRuleHeader { get; set; }':
                property('assignmentRuleHeader'),
            'Database.DMLOptions.DuplicateRuleHeader duplicateRuleHeader { get; set; }':
                property('duplicateRuleHeader'),
            'Database.DMLOptions.EmailHeader emailHeader { get; set; }': property('emailHeader')
        },
        { namespace: 'Database' }
    ),
    header('AssignmentRuleHeader', ['Id assignmentRuleId', 'Boolean useDefaultRule']),
    header('DuplicateRuleHeader', ['Boolean allowSave', 'Boolean includeRecordDetails', 'Boolean runAsCurrentUser']),
    header('EmailHeader', ['Boolean triggerAutoResponseEmail', 'Boolean triggerOtherEmail', 'Boolean triggerUserEmail'])
];
