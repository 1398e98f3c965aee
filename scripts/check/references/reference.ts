/** One name in one member that leads to another. */
export type Target =
    | 'object'
    | 'field'
    | 'class'
    | 'component'
    | 'label'
    | 'permission'
    | 'page'
    | 'tab'
    | 'application'
    | 'list'
    | 'member';

export interface Reference {
    readonly path: string;
    readonly line: number;
    readonly target: Target;
    /** As written: `Handoff__c.Stage__c`, `Baton_Can_Decide`. */
    readonly name: string;
    readonly isThere: boolean;
}
