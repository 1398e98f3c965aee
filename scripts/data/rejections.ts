/** What a representative wrote when rejecting: one or more rationales for each reason, and the fields that it asks for. */
import type { Random } from '../shared/random.ts';
import { DAY, day, type FieldValue } from './records.ts';

interface RejectionText {
    readonly rationales: readonly string[];
    readonly fields: (random: Random, decidedAt: number) => Record<string, FieldValue>;
}

const TEXTS: Readonly<Record<string, RejectionText>> = {
    TOO_EARLY: {
        rationales: [
            'The new operating rooms open next autumn; capital talks begin after that.',
            'Interested, but the current console is under service until next year.',
            'Wants to see the first budget draft of next year before a trial.'
        ],
        fields: (random, decidedAt) => ({
            Revisit_On__c: day(decidedAt + 365 * DAY),
            Trigger_Expected__c: random.pick(['Budget year', 'Contract end', 'New operating room'])
        })
    },
    BUDGET_CYCLE: {
        rationales: ['Capital committee has closed this year; requests open again in the spring.'],
        fields: (_, decidedAt) => ({
            Revisit_On__c: day(decidedAt + 120 * DAY),
            Fiscal_Year_End_Month__c: 'June',
            Capital_Window_Start__c: day(decidedAt + 180 * DAY)
        })
    },
    CONTRACT_LOCK: {
        rationales: ['Signed with Bexworth for three years, the purchasing group holds them to it.'],
        fields: (_, decidedAt) => ({
            Revisit_On__c: day(decidedAt + 210 * DAY),
            Competitor__c: 'Bexworth',
            Contract_End_On__c: day(decidedAt + 480 * DAY)
        })
    },
    AUTHORITY: {
        rationales: [
            'Reads along for the team, the purchase is with the value analysis committee.',
            'Clinical user with no say in the capital plan; the director decides.'
        ],
        fields: (random) => ({
            Influence_Type__c: random.pick(['User', 'Influencer']),
            Decision_Maker__c: 'Director of cardiovascular services'
        })
    },
    WRONG_PERSONA: {
        rationales: ['Works in scheduling and has no part in choosing devices.'],
        fields: () => ({ Actual_Role__c: 'Administrator or CFO' })
    },
    NOT_FIT_INSTITUTION: {
        rationales: ['The centre does not run the service line that this product is for.'],
        fields: () => ({ Failing_Criterion__c: 'Service line' })
    },
    NO_CLINICAL_NEED: {
        rationales: ['They refer these procedures out and do not plan to start.'],
        fields: (_, decidedAt) => ({
            Revisit_On__c: day(decidedAt + 365 * DAY),
            Procedure_Note__c: 'Fewer than ten procedures a year'
        })
    },
    DUPLICATE: {
        rationales: ['The same person is in the system under the clinic address.'],
        fields: () => ({})
    },
    BAD_DATA: {
        rationales: [
            'Number is not in service and the mail bounced twice.',
            'Reached the switchboard, nobody of that name works there.'
        ],
        fields: () => ({ Invalid_Field__c: 'Phone', Checked_How__c: 'Called twice, asked the switchboard' })
    },
    STUDENT_RESEARCH: {
        rationales: ['Writing a thesis, asked for literature and not for a device.'],
        fields: () => ({})
    }
};

export interface Rejection {
    readonly rationale: string;
    readonly fields: Record<string, FieldValue>;
}

export function rejectionOf(random: Random, reason: string, decidedAt: number): Rejection {
    const text = TEXTS[reason];
    if (!text) {
        throw new Error(`There is no rationale for the reason ${reason}: add one to scripts/data/rejections.ts`);
    }
    return { rationale: random.pick(text.rationales), fields: text.fields(random, decidedAt) };
}

/** Stage in which a pass ends by the class of its reason. */
export const STAGE_AFTER: Readonly<Record<string, string>> = {
    TOO_EARLY: 'NUR',
    BUDGET_CYCLE: 'NUR',
    CONTRACT_LOCK: 'NUR',
    WRONG_PERSONA: 'NUR',
    NO_CLINICAL_NEED: 'NUR',
    AUTHORITY: 'MRV',
    BAD_DATA: 'MRV',
    DUPLICATE: 'MRV',
    NOT_FIT_INSTITUTION: 'DQ',
    STUDENT_RESEARCH: 'DQ'
};

/** Stage in which marketing's review ends. */
export const STAGE_AFTER_REVIEW: Readonly<Record<string, string>> = {
    AUTHORITY: 'NUR',
    BAD_DATA: 'NUR',
    DUPLICATE: 'DUP'
};
