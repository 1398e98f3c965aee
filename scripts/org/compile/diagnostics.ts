/** Collects what is wrong with the sources. */
import type { Diagnostic } from '../runtime/program.ts';
import type { Position } from '../syntax/ast.ts';

export class Diagnostics {
    private readonly found = new Map<string, Diagnostic>();

    add(kind: Diagnostic['kind'], path: string, at: Position, message: string): void {
        const diagnostic: Diagnostic = { path, line: at.line, column: at.column, message, kind };
        this.found.set(`${path}:${at.line}:${at.column}:${message}`, diagnostic);
    }

    get hasErrors(): boolean {
        return [...this.found.values()].some((one) => one.kind === 'error');
    }

    list(): Diagnostic[] {
        return [...this.found.values()].sort(
            (a, b) => a.path.localeCompare(b.path) || a.line - b.line || a.column - b.column
        );
    }
}
