/** What nobody uses: classes, members and permissions of the package, exports of components and of the tooling. */
import { breaking, type Check, type CheckResult, type Rule } from './check.ts';
import { idleClasses, idleMembers, unreadFields } from './idle/apex.ts';
import { idleExports, testedOnly } from './idle/exports.ts';
import { idlePermissions } from './idle/permissions.ts';
import { readWords, type SourceWords } from './idle/words.ts';
import type { Finding } from './check.ts';

const WHY = 'every reader has to understand it, every change has to keep it alive, and nobody would miss it';

const RULES: readonly { readonly rule: Rule; readonly search: (source: SourceWords) => Finding[] }[] = [
    { rule: { name: 'idle-class', why: WHY, mend: 'delete the class with its tests' }, search: idleClasses },
    { rule: { name: 'idle-member', why: WHY, mend: 'delete the member' }, search: idleMembers },
    {
        rule: {
            name: 'idle-field',
            why: 'it is computed and sent to the browser, and no component shows it',
            mend: 'show it, or take it out of what is sent'
        },
        search: unreadFields
    },
    {
        rule: { name: 'idle-export', why: WHY, mend: 'delete it, or take "export" away where its own file uses it' },
        search: idleExports
    },
    {
        rule: { name: 'idle-tested', why: 'only its tests keep it alive', mend: 'delete it with its tests' },
        search: testedOnly
    },
    {
        rule: {
            name: 'idle-permission',
            why: 'an admin gives it to people and nothing follows from it',
            mend: 'ask for it where it should matter, or delete it'
        },
        search: idlePermissions
    }
];

export const idleCheck: Check = {
    name: 'idle',
    proves: 'every class, member, permission and export is used by something that ships',
    run(root): CheckResult {
        const source = readWords(root);
        return {
            problems: RULES.flatMap(({ rule, search }) => breaking(rule, search(source))),
            examined: `${source.files.length} files`
        };
    }
};
