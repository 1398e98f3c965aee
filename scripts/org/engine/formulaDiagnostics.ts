/** Formulas that do not compile, at their place in the metadata. */
import { checkFormulas, type FormulaProblem } from '../formula/check.ts';
import type { Diagnostic } from '../runtime/program.ts';
import type { Schema, SourcePlace } from '../schema/model.ts';

const NOWHERE: SourcePlace = { path: '', line: 1, column: 1 };

/** What the platform would refuse at deploy, and what the local org does not support, before anything runs. */
export function formulaDiagnostics(schema: Schema): Diagnostic[] {
    return checkFormulas(schema).map((problem) => {
        const at = problem.at ?? NOWHERE;
        return {
            path: at.path,
            ...position(at, problem),
            message: `${problem.place} (${problem.source}): ${problem.message}`,
            kind: problem.kind
        };
    });
}

/** Where in the file the formula goes wrong. Line breaks before its first character were cut off when it was read. */
function position(at: SourcePlace, { formula, offset }: FormulaProblem): { line: number; column: number } {
    const before = formula.slice(0, offset).split('\n');
    const last = before.at(-1) ?? '';
    return before.length === 1
        ? { line: at.line, column: at.column }
        : { line: at.line + before.length - 1, column: last.length + 1 };
}
