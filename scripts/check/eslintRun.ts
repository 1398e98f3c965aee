/** ESLint with a configuration of ours over another tree, whatever that tree itself configures. */
import { relative } from 'node:path';
import { ESLint, type Linter } from 'eslint';
import type { Problem, Rule } from './check.ts';

/**
 * @param files patterns below the root
 * @param ruleOf what a rule of ESLint is for us; undefined: leave the message out
 */
export async function lintedProblems(
    root: string,
    files: readonly string[],
    configuration: readonly Linter.Config[],
    ruleOf: (id: string, message: string) => Rule | undefined
): Promise<{ problems: Problem[]; examined: number }> {
    const eslint = new ESLint({
        cwd: root,
        overrideConfigFile: true,
        overrideConfig: [...configuration],
        errorOnUnmatchedPattern: false,
        // An exception says its reason in the comment, and the comment says which rule it is about.
        allowInlineConfig: true
    });
    const results = await eslint.lintFiles([...files]);
    const problems = results.flatMap((result) =>
        result.messages.flatMap(({ ruleId, message, line, column }) => {
            const rule = ruleOf(ruleId ?? '', message);
            return rule
                ? [{ path: relative(root, result.filePath), line, column, rule, message: oneLine(message) }]
                : [];
        })
    );
    return { problems, examined: results.length };
}

function oneLine(message: string): string {
    return message.replace(/\s*\n\s*/g, ' ').trim();
}
