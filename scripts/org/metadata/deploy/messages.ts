/** What a deploy says of a component, in the words of the Metadata API. */
import type { Position } from '../xmlText.ts';

export interface DeployMessage {
    readonly componentType: string;
    readonly fullName: string;
    readonly fileName: string;
    readonly success: boolean;
    readonly created: boolean;
    readonly changed: boolean;
    readonly deleted: boolean;
    readonly createdDate: string;
    readonly problem?: string;
    readonly problemType?: 'Error' | 'Warning';
    readonly lineNumber?: number;
    readonly columnNumber?: number;
}

/** A fault of one component, before it becomes a message. */
export interface ComponentProblem {
    readonly type: string;
    readonly fullName: string;
    /** As in the zip. */
    readonly fileName: string;
    readonly message: string;
    readonly severity: 'Error' | 'Warning';
    readonly at?: Position;
}

export function failureMessage(problem: ComponentProblem, createdDate: string): DeployMessage {
    return {
        componentType: problem.type,
        fullName: problem.fullName,
        fileName: problem.fileName,
        success: problem.severity === 'Warning',
        created: false,
        changed: false,
        deleted: false,
        createdDate,
        problem: problem.message,
        problemType: problem.severity,
        ...(problem.at ? { lineNumber: problem.at.line, columnNumber: problem.at.column } : {})
    };
}
