/** An error that a person can act on: what is wrong, and what to do about it. Commands print it without a stack. */
export class ToolError extends Error {
    /** What the reader can do, one sentence each, most likely first. */
    readonly actions: readonly string[];

    /**
     * @param name short kind of the problem, e.g. `SourceError`
     * @param message one sentence that says what is wrong
     * @param actions what to do about it
     */
    constructor(name: string, message: string, actions: readonly string[] = [], options?: { cause?: unknown }) {
        super(message, options);
        this.name = name;
        this.actions = actions;
    }
}

/** Text for a terminal: name and message, then the actions as a list. */
export function toolErrorText(error: ToolError): string {
    const actions = error.actions.map((action) => `  - ${action}`);
    return [`${error.name}: ${error.message}`, ...(actions.length > 0 ? ['Try this:', ...actions] : [])].join('\n');
}
