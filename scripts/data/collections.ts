/** What the REST collections of an org take and answer. */

export const API = '/services/data/v66.0';
/** Records that the platform takes in one request. */
export const BATCH = 200;

export interface SaveResult {
    readonly id: string | null;
    readonly success: boolean;
    /** With an upsert only: whether the record is new. */
    readonly created?: boolean;
    readonly errors: readonly {
        readonly statusCode: string;
        readonly message: string;
        readonly fields?: readonly string[];
    }[];
}

/** Why the org refused a record, in its own words. */
export function refusalText(result: SaveResult): string {
    return result.errors.map((error) => `${error.statusCode} ${error.message}`).join('; ');
}
