/** What a formula may ask about the record it is evaluated for and about the world around it. */
import type { Value } from '../runtime/program.ts';

/** Supplied by the caller of `CompiledFormula.evaluate`; values are Apex values (see `values/`). */
export interface FormulaContext {
    /** Value of a field by canonical path, e.g. `['Lead__r', 'Owner', 'Name']`; null when a parent is missing. */
    field(path: readonly string[]): Value;
    /** Same before the save; on insert the current value (that is what PRIORVALUE answers then). */
    prior(path: readonly string[]): Value;
    readonly isNew: boolean;
    /** Milliseconds since the epoch, of the org's clock. */
    readonly now: number;
    /** IANA name of the running user's time zone. */
    readonly timeZone: string;
    /**
     * Value of a global: `global('$User', ['Id'])`, `global('$Permission', ['X'])` (Boolean), `global('$Label', ['X'])`,
     * `global('$Profile', ['Name'])`, `global('$UserRole', ['Name'])`, `global('$Organization', ['Name'])`,
     * `global('$Setup', ['Setting__c', 'Field__c'])`, `global('$CustomMetadata', ['Type__mdt', 'Record', 'Field__c'])`.
     */
    global(name: string, path: readonly string[]): Value;
}
