/** What `npm run deploy` refuses: faults staged one by one, each with its exit code, its reason, what to do, and no change. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { deployCommand, type DeployCommand } from './deployRun.ts';
import { startEmptyOrg, type EmptyOrg } from './emptyOrg.ts';
import { startFaultyProxy, type Alteration, type FaultyProxy } from './faultyProxy.ts';

const FIELD = `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Fit_Score__c</fullName>
    <label>Fitness</label>
    <length>40</length>
    <type>Text</type>
</CustomField>
`;
const CLASS_META = `<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>66.0</apiVersion>
    <status>Active</status>
</ApexClass>
`;
/** Names of the package that somebody else has taken. */
const TAKEN = {
    'objects/Lead/fields/Fit_Score__c.field-meta.xml': FIELD,
    'classes/HandoffListController.cls': 'public class HandoffListController {}\n',
    'classes/HandoffListController.cls-meta.xml': CLASS_META
};

const NOT_FOUND = '[{"errorCode":"NOT_FOUND","message":"The requested resource does not exist"}]';
const NO_ROWS = '{"totalSize":0,"done":true,"records":[]}';
const FAULT =
    '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><soapenv:Fault><faultcode>INSUFFICIENT_ACCESS</faultcode><faultstring>INSUFFICIENT_ACCESS: use of the Metadata API requires a user with the ModifyAllData or ModifyMetadata permissions</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>';

interface Fault {
    readonly what: string;
    readonly name: string;
    readonly message: RegExp;
    /** What the org's answers are made to say. */
    readonly alter?: Alteration;
    readonly flags?: readonly string[];
    readonly variables?: () => Promise<Readonly<Record<string, string>>>;
    /** Against the org in which names are taken, and people work. */
    readonly isTaken?: boolean;
}

/** An address at which nobody listens. */
const deadAddress = (): Promise<string> =>
    new Promise((found) => {
        const server = createServer();
        server.listen(0, '127.0.0.1', () => {
            const { port } = server.address() as AddressInfo;
            server.close(() => found(`http://127.0.0.1:${port}`));
        });
    });

const FAULTS: readonly Fault[] = [
    {
        what: 'a host at which nobody answers',
        variables: async () => ({ SF_ORG_INSTANCE_URL: await deadAddress() }),
        name: 'NoAnswer',
        message: /Nobody answers at/
    },
    {
        what: 'a session that is over',
        variables: () => Promise.resolve({ SF_TARGET_ORG: '00D000000000001!expired' }),
        name: 'SessionExpired',
        message: /The session is over/
    },
    {
        what: 'a login that there is not',
        flags: ['--target-org', 'nobody'],
        name: 'UnknownOrg',
        message: /no login called nobody/
    },
    {
        what: 'an older API version',
        alter: ({ path }, answer) =>
            /^\/+services\/data\/?$/.test(path) ? { body: answer.replaceAll('66.0', '65.0') } : undefined,
        name: 'PreflightFailed',
        message: /answers version 65; the package needs 66/
    },
    {
        what: 'an edition without Apex',
        alter: ({ path }, answer) =>
            /FROM Organization/.test(path)
                ? { body: answer.replace('Developer Edition', 'Professional Edition') }
                : undefined,
        flags: ['--yes'],
        name: 'PreflightFailed',
        message: /Professional Edition takes no Apex/
    },
    {
        what: 'a feature that is not there',
        alter: ({ path }) => (/sobjects\/Campaign\/describe/.test(path) ? { status: 404, body: NOT_FOUND } : undefined),
        name: 'PreflightFailed',
        message: /has no Campaign\./
    },
    {
        what: 'an org without business hours',
        alter: ({ path }) => (/FROM BusinessHours/.test(path) ? { body: NO_ROWS } : undefined),
        name: 'PreflightFailed',
        message: /no active business hours/
    },
    {
        what: 'a user who may not deploy',
        alter: ({ body }) => (body.includes('<listMetadata') ? { status: 500, body: FAULT } : undefined),
        name: 'NotAllowed',
        message: /may not do that/
    },
    {
        what: 'a connection that breaks while it validates',
        alter: ({ body }) => (/<deploy[ >]/.test(body) ? 'hang up' : undefined),
        name: 'NoAnswer',
        message: /does not answer any more/
    },
    {
        what: 'a production org that nobody confirmed',
        isTaken: true,
        name: 'NotConfirmed',
        message: /is a production org, and nobody confirmed/
    },
    {
        what: 'a field of the same name and another type, and a class of the same name',
        isTaken: true,
        flags: ['--yes'],
        name: 'PreflightFailed',
        message: /Lead\.Fit_Score__c is there as string[\s\S]*ApexClass HandoffListController of its own/
    },
    {
        what: 'business hours that it does not know',
        flags: ['--with', 'busyness-hours'],
        name: 'UsageError',
        message: /is no list of business-hours/
    }
];

describe('npm run deploy refuses', { timeout: 600_000 }, () => {
    let org: EmptyOrg;
    let taken: EmptyOrg;
    let proxy: FaultyProxy;
    let command: DeployCommand;
    let commandOnTaken: DeployCommand;
    before(async () => {
        [org, taken] = await Promise.all([startEmptyOrg(), startEmptyOrg('production', TAKEN)]);
        proxy = await startFaultyProxy(org.url);
        command = deployCommand({ url: proxy.url, accessToken: org.accessToken });
        commandOnTaken = deployCommand(taken);
    });
    after(async () => {
        await proxy.close();
        await Promise.all([org.dispose(), taken.dispose()]);
        command.dispose();
        commandOnTaken.dispose();
    });

    const classes = async ({ url, accessToken }: EmptyOrg): Promise<number> => {
        const query = encodeURIComponent('SELECT COUNT() FROM ApexClass');
        const response = await fetch(`${url}/services/data/v66.0/query?q=${query}`, {
            headers: { authorization: `Bearer ${accessToken}` }
        });
        return ((await response.json()) as { totalSize: number }).totalSize;
    };

    let refused = 0;
    for (const fault of FAULTS) {
        it(fault.what, async () => {
            proxy.alter = fault.alter ?? (() => undefined);
            const variables = (await fault.variables?.()) ?? {};
            const { code, answer, progress } = await (fault.isTaken ? commandOnTaken : command).run(
                fault.flags,
                undefined,
                variables
            );

            assert.equal(code, fault.name === 'UsageError' ? 2 : 1, progress);
            assert.equal(answer?.ok, false);
            assert.equal(answer.error?.name, fault.name, progress);
            assert.match(answer.error.message, fault.message);
            assert.ok(answer.error.actions.length > 0, 'it says what to do');
            assert.doesNotMatch(progress, /\n\s+at .*:\d+:\d+/, 'no trace of the program');
            assert.equal(await classes(org), 0);
            assert.equal(await classes(taken), 1);
            refused++;
        });
    }

    it('ten faults and more, cleanly', (context) => {
        context.diagnostic(`${refused} of ${FAULTS.length} staged faults were refused cleanly`);
        assert.equal(refused, FAULTS.length);
        assert.ok(refused >= 10);
    });

    it('to take an org for a Dev Hub that is none', () => {
        const { status, stderr } = spawnSync(
            process.execPath,
            [resolve(import.meta.dirname, '..', 'cli', 'orgCreate.ts'), '--dev-hub', org.accessToken],
            {
                encoding: 'utf8',
                timeout: 120_000,
                env: {
                    PATH: process.env['PATH'],
                    HOME: command.home,
                    CI: 'true',
                    SF_ORG_INSTANCE_URL: org.url,
                    SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
                    SF_DISABLE_TELEMETRY: 'true',
                    SF_DISABLE_AUTOUPDATE: 'true',
                    SF_DISABLE_LOG_FILE: 'true'
                }
            }
        );

        assert.equal(status, 1, stderr);
        assert.match(stderr, /NoDevHub: The org at http.* is no Dev Hub[\s\S]*Without a Dev Hub/);
    });
});
