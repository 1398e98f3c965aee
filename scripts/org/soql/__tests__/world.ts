/** A small org for query tests: metadata on disk, rows in memory, an administrator and a rep. */
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { LimitCounters } from '../../engine/limits.ts';
import { loadSchema } from '../../schema/load.ts';
import { accessOf } from '../../security/access.ts';
import { Store } from '../../store/store.ts';
import { Decimal } from '../../values/decimal.ts';
import { SObject } from '../../values/sobject.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import { toText } from '../../values/text.ts';
import { ApexList } from '../../values/collections.ts';
import type { Value } from '../../runtime/program.ts';
import type { RunningUser, Transaction } from '../../runtime/transaction.ts';
import type { Schema } from '../../schema/model.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';
const NS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

function field(name: string, inner: string): [string, string] {
    return [
        `main/objects/Deal__c/fields/${name}.field-meta.xml`,
        `${HEAD}<CustomField ${NS}><fullName>${name}</fullName><label>${name}</label>${inner}</CustomField>`
    ];
}

/** Files of the package, by path. */
export const FILES: Readonly<Record<string, string>> = Object.fromEntries([
    [
        'main/objects/Deal__c/Deal__c.object-meta.xml',
        `${HEAD}<CustomObject ${NS}><label>Deal</label><pluralLabel>Deals</pluralLabel><nameField><type>AutoNumber</type><label>No</label><displayFormat>D-{0000}</displayFormat></nameField><sharingModel>Private</sharingModel><deploymentStatus>Deployed</deploymentStatus></CustomObject>`
    ],
    field(
        'Account__c',
        '<type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Deals</relationshipName>'
    ),
    field('Amount__c', '<type>Currency</type><precision>18</precision><scale>2</scale>'),
    field(
        'Topics__c',
        '<type>MultiselectPicklist</type><valueSet><valueSetDefinition><value><fullName>A</fullName></value><value><fullName>B</fullName></value><value><fullName>C</fullName></value></valueSetDefinition></valueSet><visibleLines>3</visibleLines>'
    ),
    field(
        'Stage__c',
        '<type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><value><fullName>New</fullName><label>Brand new</label></value><value><fullName>Closed</fullName></value><value><fullName>Active</fullName></value></valueSetDefinition></valueSet>'
    ),
    field('Due__c', '<type>DateTime</type>'),
    field('Day__c', '<type>Date</type>'),
    field('Flag__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
    field('Key__c', '<type>Text</type><length>40</length><externalId>true</externalId><unique>true</unique>'),
    field(
        'Double__c',
        '<type>Currency</type><precision>18</precision><scale>2</scale><formula>Amount__c * 2</formula>'
    ),
    field('Label__c', '<type>Text</type><formula>Account__r.Name &amp; ": " &amp; TEXT(Stage__c)</formula>'),
    field('Mine__c', '<type>Text</type><formula>$User.FirstName &amp; " " &amp; Name</formula>'),
    field('Fine__c', '<type>Number</type><precision>18</precision><scale>17</scale>'),
    field('Notes__c', '<type>LongTextArea</type><length>5000</length><visibleLines>3</visibleLines>')
]);

export function writeFiles(files: Readonly<Record<string, string>>): string {
    const folder = mkdtempSync(join(tmpdir(), 'org-'));
    for (const [path, text] of Object.entries(files)) {
        mkdirSync(dirname(join(folder, path)), { recursive: true });
        writeFileSync(join(folder, path), text);
    }
    return folder;
}

export interface TestOrg {
    readonly schema: Schema;
    readonly store: Store;
    readonly tx: Transaction;
    /** Ids by the name that the rows were given. */
    readonly ids: Readonly<Record<string, string>>;
    as(userName: 'admin' | 'rep'): Transaction;
}

export const NOW = Date.UTC(2026, 2, 18, 15, 30); // a Wednesday
const ZONE = 'America/Chicago';

export function at(text: string): ApexDatetime {
    return ApexDatetime.fromEpochMs(Date.parse(text));
}

export function openTestOrg(): TestOrg {
    const folder = writeFiles(FILES);
    const { schema, diagnostics } = loadSchema({ sourceDirs: [join(folder, 'main')], root: folder });
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
    const store = Store.open({ schema, file: ':memory:' });
    const ids: Record<string, string> = {};
    const add = (name: string, object: string, values: Record<string, Value>): string => {
        const def = schema.object(object);
        if (!def) throw new Error(object);
        const id = store.nextId(def);
        store.insertRow(def, new Map(Object.entries({ Id: id, ...values })));
        ids[name] = id;
        return id;
    };
    add('adminProfile', 'Profile', { Name: 'System Administrator' });
    add('userProfile', 'Profile', { Name: 'Standard User' });
    add('bossRole', 'UserRole', { Name: 'Boss' });
    const user = (name: string, profile: string): string =>
        add(name, 'User', {
            FirstName: name,
            LastName: 'Smith',
            Username: `${name}@x.org`,
            Email: `${name}@x.org`,
            ProfileId: ids[profile],
            IsActive: true,
            UserRoleId: ids['bossRole']
        });
    user('admin', 'adminProfile');
    user('rep', 'userProfile');
    add('queue', 'Group', { Name: 'Inbox', Type: 'Queue', DeveloperName: 'Inbox' });
    const owned = { OwnerId: ids['admin'], CreatedDate: at('2026-03-01T00:00:00Z') };
    add('acme', 'Account', {
        ...owned,
        Name: 'Acme',
        Industry: 'Banking',
        NumberOfEmployees: 10,
        AnnualRevenue: Decimal.of(1000)
    });
    add('beta', 'Account', {
        ...owned,
        Name: 'beta_Corp',
        Industry: 'Retail',
        ParentId: ids['acme'],
        NumberOfEmployees: 20
    });
    add('gone', 'Account', { ...owned, Name: 'Gone', IsDeleted: true });
    add('ann', 'Contact', {
        ...owned,
        FirstName: 'Ann',
        LastName: 'Archer',
        AccountId: ids['acme'],
        Email: 'ann@acme.com'
    });
    add('bob', 'Contact', { ...owned, LastName: 'Baker', AccountId: ids['acme'] });
    add('cid', 'Contact', { ...owned, LastName: 'Cole' });
    add('lead', 'Lead', {
        ...owned,
        LastName: 'Lee',
        Company: 'L',
        Status: 'Open - Not Contacted',
        OwnerId: ids['queue']
    });
    add('task', 'Task', {
        ...owned,
        Subject: 'Call',
        WhoId: ids['lead'],
        Status: 'Completed',
        Priority: 'High',
        WhatId: ids['acme']
    });
    add('task2', 'Task', { ...owned, Subject: 'Mail', WhoId: ids['ann'], Status: 'Not Started', Priority: 'Low' });
    const deal = (name: string, values: Record<string, Value>): string =>
        add(name, 'Deal__c', { ...owned, Name: name, Key__c: name, ...values });
    deal('d1', {
        Account__c: ids['acme'],
        Amount__c: Decimal.of('100.50'),
        Fine__c: Decimal.of('0.1'),
        Topics__c: 'A;B',
        Stage__c: 'New',
        Due__c: at('2026-03-18T04:30:00Z'),
        Day__c: ApexDate.of(2026, 3, 18),
        Flag__c: true
    });
    deal('d2', {
        Account__c: ids['acme'],
        Amount__c: Decimal.of('50'),
        Fine__c: Decimal.of('0.2'),
        Topics__c: 'B',
        Stage__c: 'Closed',
        Due__c: at('2026-03-18T05:30:00Z'),
        Day__c: ApexDate.of(2026, 3, 14)
    });
    deal('d3', {
        Account__c: ids['beta'],
        Amount__c: Decimal.of('200'),
        Topics__c: 'C',
        Stage__c: 'Active',
        Due__c: at('2026-04-01T00:00:00Z'),
        Day__c: ApexDate.of(2025, 12, 31),
        OwnerId: ids['rep']
    });
    deal('d4', {});
    const as = (name: 'admin' | 'rep'): Transaction => {
        const running: RunningUser = {
            id: ids[name] as string,
            name,
            userName: `${name}@x.org`,
            email: `${name}@x.org`,
            profileId: ids[name === 'admin' ? 'adminProfile' : 'userProfile'] as string,
            roleId: null,
            timeZone: ZONE,
            locale: 'en_US',
            language: 'en_US',
            access: accessOf(schema, store, ids[name] as string)
        };
        const slots = new Map<symbol, unknown>();
        return {
            schema,
            store,
            clock: { now: () => NOW },
            limits: new LimitCounters(),
            user: running,
            isTest: false,
            requestId: 'r',
            context: 'sync',
            triggersOf: () => [],
            triggerFrame: undefined,
            withTriggerFrame: (_frame, work) => work(),
            withUser: (_user, work) => work(),
            enqueue: () => undefined,
            slot: <T>(key: symbol, create: () => T): T => {
                if (!slots.has(key)) slots.set(key, create());
                return slots.get(key) as T;
            }
        };
    };
    return { schema, store, tx: as('admin'), ids, as };
}

/** A record as plain text, for comparisons in tables: values as String.valueOf, parents nested, lists as arrays. */
export function plain(value: Value): unknown {
    if (value instanceof SObject) {
        return Object.fromEntries(
            [...value.fields].filter(([name]) => !/Id$/.test(name)).map(([name, each]) => [name, plain(each)])
        );
    }
    if (value instanceof ApexList) return value.items.map(plain);
    return value === null || typeof value === 'boolean' || typeof value === 'number' ? value : toText(value);
}
