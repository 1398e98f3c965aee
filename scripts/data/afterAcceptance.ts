/** What became of accepted passes: worked or not, qualified, converted, sent back. Quotas, not chance. */
import type { DemoPass } from './passes.ts';
import type { Quotas } from './quotas.ts';
import type { Random } from '../shared/random.ts';
import { DAY, HOUR, instant, type FieldValue } from './records.ts';

/** A pass that ended in an opportunity, and when. */
export interface Conversion {
    readonly pass: DemoPass;
    readonly convertedAt: number;
}

/** A pass is mature when it is older than this; a qualification when it is older than the next. */
const MATURE_PASS = 60 * DAY;
const MATURE_SQL = 45 * DAY;
/** Sales has so long to qualify, to send back or to disqualify. */
const WORKING_TIME = 30 * DAY;

/**
 * Decides for every accepted pass how it went on, and writes it into the records.
 *
 * @param mustWin passes that a story needs among the converted ones
 * @returns what was converted, the earliest first
 * @throws Error when there are too few passes of the right age for the quotas
 */
export function workAccepted(
    random: Random,
    quotas: Quotas,
    passes: readonly DemoPass[],
    asOf: number,
    mustWin: readonly DemoPass[] = []
): readonly Conversion[] {
    const accepted = passes.filter((pass) => pass.ending === 'accepted');
    const age = (pass: DemoPass): number => asOf - pass.handedOffAt;
    const implicit = accepted.filter((pass) => pass.isImplicit);
    const explicit = random.shuffle(accepted.filter((pass) => !pass.isImplicit && !pass.isFresh));
    const mature = explicit.filter((pass) => age(pass) > MATURE_PASS + 31 * DAY);
    const recent = explicit.filter((pass) => age(pass) > MATURE_PASS && age(pass) <= MATURE_PASS + 31 * DAY);
    const young = explicit.filter((pass) => age(pass) <= MATURE_PASS && age(pass) > 20 * DAY);
    const { sqls, opportunitiesOfSqls } = quotas;

    const first = mustWin.filter((pass) => mature.includes(pass));
    const early = [...first, ...mature.filter((pass) => !first.includes(pass))].slice(
        0,
        sqls.mature - implicit.length - sqls.matureButRecent
    );
    const late = [...take(recent, sqls.matureButRecent, 'recent'), ...take(young, sqls.young, 'young')];
    const converted = [...implicit, ...take(early, opportunitiesOfSqls.mature - implicit.length, 'qualified')];
    const lateConverted = late.slice(0, opportunitiesOfSqls.young);
    const conversions: Conversion[] = [];

    for (const pass of implicit) {
        qualify(pass, pass.decidedAt!);
        conversions.push(convert(pass, pass.decidedAt!));
    }
    for (const pass of early) {
        const sqlAt = pass.decidedAt! + random.between(6, 24) * DAY;
        contact(random, pass);
        qualify(pass, sqlAt);
        if (converted.includes(pass)) {
            conversions.push(convert(pass, sqlAt + random.between(10, 40) * DAY));
        } else {
            sendBack(
                pass,
                sqlAt + random.between(18, 29) * DAY,
                'BUDGET_CYCLE',
                'The request was moved to the next budget; they ask to be called then.'
            );
        }
    }
    for (const pass of late) {
        const sqlAt = Math.min(
            asOf - 3 * DAY,
            Math.max(pass.decidedAt! + random.between(6, 14) * DAY, asOf - MATURE_SQL + 2 * DAY)
        );
        contact(random, pass);
        qualify(pass, sqlAt);
        if (lateConverted.includes(pass)) {
            conversions.push(convert(pass, sqlAt + DAY));
        }
    }
    const qualified = new Set([...implicit, ...early, ...late]);
    const rest = explicit.filter((pass) => !qualified.has(pass));
    // The oldest ones: taken back, looked at by marketing and sent to nurture long ago.
    const idle = new Set(rest.toSorted((a, b) => a.handedOffAt - b.handedOffAt).slice(0, quotas.idleAccepts));
    for (const pass of rest) {
        const isOver = asOf - pass.decidedAt! > WORKING_TIME;
        if (idle.has(pass)) {
            write(pass, { Idle_Reclaimed__c: true });
            sendBack(
                pass,
                pass.decidedAt! + 9 * DAY,
                'OTHER',
                'Nobody had called within five business days; marketing took the person back and keeps in touch.'
            );
        } else {
            contact(random, pass);
            if (isOver) {
                sendBack(
                    pass,
                    pass.decidedAt! + random.between(15, 29) * DAY,
                    'UNREACHABLE',
                    'Five calls on four days, two messages left, no answer.'
                );
            }
        }
    }
    return conversions.toSorted((left, right) => left.convertedAt - right.convertedAt);
}

function take<T>(items: readonly T[], count: number, what: string): readonly T[] {
    if (items.length < count) {
        throw new Error(`The demo data has ${items.length} ${what} passes where the quota says ${count}`);
    }
    return items.slice(0, count);
}

function write(pass: DemoPass, fields: Record<string, FieldValue>): void {
    Object.assign(pass.record.fields, fields);
}

/** First contact a few hours after the acceptance. */
function contact(random: Random, pass: DemoPass): void {
    const at = pass.decidedAt! + random.between(2, 20) * HOUR;
    write(pass, { First_Activity_At__c: instant(at), First_Two_Way_At__c: instant(at + 2 * HOUR) });
}

function qualify(pass: DemoPass, at: number): void {
    Object.assign(pass, { stage: 'SQL' });
    write(pass, { Stage__c: 'SQL', SQL_At__c: instant(at) });
}

function convert(pass: DemoPass, at: number): Conversion {
    Object.assign(pass, { stage: 'OPP' });
    write(pass, { Stage__c: 'OPP', Opportunity_At__c: instant(at), Closed_At__c: instant(at) });
    return { pass, convertedAt: at };
}

/** Back to nurture after it was accepted; the decision stays an acceptance. */
function sendBack(pass: DemoPass, at: number, reason: string, rationale: string): void {
    Object.assign(pass, { stage: 'NUR' });
    write(pass, {
        Stage__c: 'NUR',
        Rejection_Reason__c: reason,
        Rationale__c: rationale,
        Recycled_At__c: instant(at),
        Closed_At__c: instant(at)
    });
}
