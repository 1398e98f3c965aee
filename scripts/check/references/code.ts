/** What Apex names as text or through a global that no compiler of ours resolves: labels, permissions, classes by name. */
import { positionAt } from '../../shared/sourceFiles.ts';
import type { PackageModel } from '../packageModel.ts';
import type { Reference, Target } from './reference.ts';

interface Search {
    readonly target: Target;
    readonly kind: string;
    readonly pattern: RegExp;
}

const SEARCHES: readonly Search[] = [
    // Not `Label.get(...)`, nor `Label.namespace.Name` of a package that the org has.
    {
        target: 'label',
        kind: 'label',
        pattern: /(?<![\w.])(?:System\.)?Label\.(\w+)\b(?!\s*\()(?!\.\w+\b(?!\s*\())/g
    },
    { target: 'permission', kind: 'customPermission', pattern: /checkPermission\(\s*'(\w+)'\s*\)/g },
    { target: 'class', kind: 'class', pattern: /(?<![\w.])Type\.forName\(\s*'(\w+)'\s*\)/g }
];

export function codeReferences(model: PackageModel): Reference[] {
    return model.files
        .filter((path) => /\.(cls|trigger)$/.test(path))
        .flatMap((path) => {
            const text = withoutComments(model.text(path));
            return SEARCHES.flatMap(({ target, kind, pattern }) =>
                [...text.matchAll(pattern)].map((match) => ({
                    path,
                    line: positionAt(text, match.index).line,
                    target,
                    name: match[1] ?? '',
                    isThere: model.names(kind).has((match[1] ?? '').toLowerCase())
                }))
            );
        });
}

/** Comments blanked out, literals kept; offsets stay the same. */
function withoutComments(text: string): string {
    return text.replace(/'(?:\\.|[^'\\\n])*'|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g, (match) =>
        match.startsWith("'") ? match : match.replace(/[^\n]/g, ' ')
    );
}
