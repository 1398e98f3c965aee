/** What nobody uses: Apex, fields for components, exports, permissions. */
import { apexClass, bundle, component, MARK, xml, type Fault } from './fault.ts';

const used = ['public with sharing class ', ' {'] as const;
/** A class that a trigger of its own names, so that only its members can be idle. */
function usedClass(name: string, ...members: readonly string[]): Record<string, string> {
    return {
        ...apexClass('handoff', name, used.join(name), ...members, '}'),
        [`force-app/handoff/triggers/${name}Trigger.trigger`]: `trigger ${name}Trigger on File__c (before insert) {\n    new ${name}();\n}\n`
    };
}

export const IDLE_FAULTS: readonly Fault[] = [
    {
        what: 'a class that only its test names',
        rule: 'idle-class',
        path: 'force-app/handoff/classes/Forgotten.cls',
        files: {
            ...apexClass('handoff', 'Forgotten', 'public with sharing class Forgotten {', '}'),
            ...apexClass(
                'handoff',
                'ForgottenTest',
                '@IsTest',
                'private class ForgottenTest {',
                '    Forgotten it;',
                '}'
            )
        }
    },
    {
        what: 'a method that nobody calls',
        rule: 'idle-member',
        files: usedClass('Caller', `${MARK}    public static void callNobodyMakes() {`, '    }')
    },
    {
        what: 'a constant that nobody reads',
        rule: 'idle-member',
        files: usedClass('Holder', `${MARK}    private static final Integer LEFT_OVER = 3;`)
    },
    {
        what: 'a field that is sent to nobody',
        rule: 'idle-field',
        files: usedClass(
            'Sender',
            '    @AuraEnabled',
            `${MARK}    public Integer sentInVain;`,
            '    {',
            '        sentInVain = 3;',
            '    }'
        )
    },
    {
        what: 'an export of a component that nobody imports',
        rule: 'idle-export',
        files: bundle('lonely', {
            ts: [
                "import count from '@salesforce/apex/FileController.count';",
                `${MARK}export const LONELY = 3;`,
                ...component('Lonely', '    count = count;')
            ]
        })
    },
    {
        what: 'a helper that only tests use',
        rule: 'idle-tested',
        files: {
            ...bundle('guarded', { ts: [`${MARK}export function guard(): void {}`, ...component('Guarded')] }),
            'force-app/handoff/lwc/guarded/__tests__/guarded.test.ts':
                "import { guard } from 'c/guarded';\n\nguard();\n"
        }
    },
    {
        what: 'an export of the tooling that nobody imports',
        rule: 'idle-export',
        files: { 'scripts/shared/spare.ts': `export {};\n${MARK}export function spare(): void {}\n` }
    },
    {
        what: 'a custom permission that nothing asks for',
        rule: 'idle-permission',
        path: 'force-app/handoff/customPermissions/Can_Yawn.customPermission-meta.xml',
        files: {
            'force-app/handoff/customPermissions/Can_Yawn.customPermission-meta.xml': xml(
                'CustomPermission',
                '<description>For a test.</description>',
                '<isLicensed>false</isLicensed>',
                '<label>x</label>'
            )
        }
    }
];
