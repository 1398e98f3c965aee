/** Breaks conditions in TypeScript, one at a time, to see whether the node tests notice. */
import ts from 'typescript';
import { positionAt } from '../shared/sourceFiles.ts';
import type { Mutant } from './mutants.ts';

const REPLACEMENTS: ReadonlyMap<ts.SyntaxKind, string> = new Map([
    [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
    [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
    [ts.SyntaxKind.LessThanEqualsToken, '<'],
    [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
    [ts.SyntaxKind.LessThanToken, '>='],
    [ts.SyntaxKind.GreaterThanToken, '<='],
    [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
    [ts.SyntaxKind.BarBarToken, '&&']
]);

/** Every condition of one file that can be broken. */
export function scriptMutantsOf(path: string, text: string): Mutant[] {
    const found: Mutant[] = [];
    const visit = (node: ts.Node): void => {
        if (ts.isBinaryExpression(node)) {
            const { operatorToken } = node;
            const after = REPLACEMENTS.get(operatorToken.kind);
            if (after !== undefined) {
                const start = operatorToken.getStart();
                found.push({
                    path,
                    line: positionAt(text, start).line,
                    before: operatorToken.getText(),
                    after,
                    text: text.slice(0, start) + after + text.slice(operatorToken.getEnd())
                });
            }
        }
        ts.forEachChild(node, visit);
    };
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.ESNext, true));
    return found;
}
