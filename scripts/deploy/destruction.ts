/** Takes members out of an org: what is there of them, a copy of the records that go with them, the order that works. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ToolError } from '../shared/toolError.ts';
import type { Teller } from './stages.ts';
import type { TargetOrg } from './target.ts';

export interface Member {
    readonly type: string;
    readonly fullName: string;
}

/** Type to full names. */
export type MemberNames = ReadonlyMap<string, readonly string[]>;

/** Types in the order in which they can go, what refers to others before them; all other types go last. */
export const STEPS: readonly (readonly string[])[] = [
    ['CustomApplication', 'PermissionSet', 'PermissionSetGroup'],
    ['FlexiPage', 'CustomTab', 'QuickAction', 'Layout', 'Report', 'ReportFolder', 'ReportType'],
    ['LightningComponentBundle', 'ApexTrigger', 'ApexClass', 'LightningMessageChannel']
];

/** The step of a type. */
function stepOf(type: string): number {
    const step = STEPS.findIndex((types) => types.includes(type));
    return step < 0 ? STEPS.length : step;
}

const isOwnObject = (name: string): boolean => name.includes('__');

/**
 * Members that the org has, without the parts of objects that go themselves, and without the platform's objects.
 * @param step only types of that step; undefined: all
 */
export async function presentMembers(org: TargetOrg, members: MemberNames, step?: number): Promise<Member[]> {
    const objects = new Set((members.get('CustomObject') ?? []).filter(isOwnObject).map((name) => name.toLowerCase()));
    const found: Member[] = [];
    for (const [type, names] of members) {
        if (step !== undefined && stepOf(type) !== step) continue;
        const wanted = names.filter((fullName) => {
            const [object = ''] = fullName.toLowerCase().split('.');
            const goesWithObject = fullName.includes('.') && (objects.has(object) || objects.has(`${object}__mdt`));
            return !goesWithObject && (type !== 'CustomObject' || isOwnObject(fullName));
        });
        if (wanted.length === 0) continue;
        const there = new Set((await org.memberNames(type)).map((name) => name.toLowerCase()));
        found.push(...wanted.filter((name) => there.has(name.toLowerCase())).map((fullName) => ({ type, fullName })));
    }
    return found;
}

/** @throws ToolError when the org keeps them */
export async function destroyMembers(org: TargetOrg, members: readonly Member[], tell: Teller): Promise<void> {
    const outcome = await org.destroy(members, ({ componentsDone, componentsTotal }) => {
        if (componentsTotal > 0) tell.progress('components', componentsDone, componentsTotal);
    });
    if (!outcome.succeeded) {
        throw new ToolError('RemovalFailed', `The org keeps them:\n${outcome.problems.join('\n')}`, [
            'Take the package out of what refers to it, and run the same command again'
        ]);
    }
}

export interface ExportOrder {
    readonly object: string;
    /** Fields to keep beside the id; null: all. */
    readonly fields: readonly string[] | null;
}

/** Data that goes: whole objects, and fields of objects that stay. */
export function exportOrders(members: readonly Member[]): ExportOrder[] {
    const objects = members.filter(({ type, fullName }) => type === 'CustomObject' && fullName.endsWith('__c'));
    const fields = new Map<string, string[]>();
    for (const { type, fullName } of members) {
        const [object = '', field = ''] = fullName.split('.');
        // Records of custom metadata types are metadata themselves.
        if (type !== 'CustomField' || object.endsWith('__mdt')) continue;
        fields.set(object, [...(fields.get(object) ?? []), field]);
    }
    return [
        ...objects.map(({ fullName }) => ({ object: fullName, fields: null })),
        ...[...fields].map(([object, names]) => ({ object, fields: names }))
    ];
}

/**
 * Writes records to files, one an object, as JSON. Objects without records leave no file.
 * @returns how many records, and the names of the files
 */
export async function exportRecords(
    org: TargetOrg,
    orders: readonly ExportOrder[],
    folder: string
): Promise<{ readonly count: number; readonly files: readonly string[] }> {
    let count = 0;
    const files: string[] = [];
    for (const { object, fields } of orders) {
        const there = (await org.fieldsOf(object))?.map(({ name }) => name);
        if (!there) continue;
        const wanted = fields?.map((name) => name.toLowerCase());
        const names = there.filter((name) => !wanted || wanted.includes(name.toLowerCase()));
        if (names.length === 0) continue;
        const all = await org.query<Record<string, unknown>>(
            `SELECT ${[...new Set(['Id', ...names])].join(', ')} FROM ${object}`
        );
        const records = wanted ? all.filter((record) => names.some((name) => isFilled(record[name]))) : all;
        if (records.length === 0) continue;
        mkdirSync(folder, { recursive: true });
        writeFileSync(join(folder, `${object}.json`), `${JSON.stringify({ records }, null, 2)}\n`);
        files.push(`${object}.json`);
        count += records.length;
    }
    return { count, files };
}

/** A checkbox that nobody ticked says no more than an empty field. */
const isFilled = (value: unknown): boolean => value !== null && value !== undefined && value !== false;
