/** What is thrown for text that is no SOQL. */

/** The text is no SOQL. `offset` counts characters from the start of the query text. */
export class SoqlSyntaxError extends Error {
    readonly offset: number;
    constructor(message: string, offset: number) {
        super(message);
        this.name = 'SoqlSyntaxError';
        this.offset = offset;
    }
}
