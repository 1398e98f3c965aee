import { NOW, NOW_ISO } from 'testing';

const iso = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();

export const brief: Apex.Brief = {
    personName: 'Ana Ruiz',
    role: 'Department head',
    specialty: 'Electrophysiology',
    interest: 'Lumenpath console · VAC kit',
    institutionId: '001A',
    institutionName: 'Harrow Regional Hospital',
    institutionType: 'Hospital',
    beds: 500,
    tier: 'Tier 1',
    whyNow: 'Asked for an evaluation of Lumenpath',
    whyNowAt: iso(-1),
    lately: [{ label: 'VAC kit download' }, { label: 'Webinar attended' }],
    fitScore: 90,
    fitGrade: 'A',
    engagementScore: 63.7,
    contextFilled: 5,
    contextTotal: 5,
    context: [
        { name: 'Institutional_Role__c', label: 'Institutional role', isFilled: true },
        { name: 'Expressed_Interest__c', label: 'Expressed interest', isFilled: true }
    ],
    whyQualified: ['Fit is 90, the gate is 70.', 'Engagement is 64, the gate is 50.'],
    policyVersion: 'P1_v1',
    doNotContact: false
};

/** 17 h gone, 31 h left: decide by Thu 26 Nov, 15:00 in New York. */
export const clock: Apex.ClockFacts = {
    startedAt: iso(-17),
    warnAt: iso(21),
    decideBy: iso(31),
    expireAt: iso(55),
    promiseAt: iso(31),
    hoursText: '48 h on business days, Mon–Fri, holidays out',
    expiryText: 'The next rep gets it with a full clock.'
};

export const card: Apex.HandoffCard = {
    state: 'open',
    handoffId: 'a001',
    name: 'HO-00001',
    personId: '00Q1',
    stage: 'MQL',
    stageLabel: 'MQL',
    priority: 'P1',
    canDecide: true,
    canHandOver: false,
    ownerName: 'Priya Shah',
    isMine: true,
    isOwnerQueue: false,
    whyYou: 'Electrophysiology in Massachusetts goes to EP North.',
    brief,
    clock,
    log: [
        { id: 'a02', at: iso(-17), actorName: 'Mara Lind', cause: 'Handed off', toState: 'MQL/Open' },
        { id: 'a01', at: iso(-17), cause: 'Routed', detail: 'Rule EP North' }
    ],
    earlierPasses: [],
    serverNow: NOW_ISO
};

export const accepted: Apex.HandoffCard = {
    ...card,
    state: 'decided',
    decision: {
        decision: 'Accepted',
        byMe: true,
        decidedByName: 'Priya Shah',
        decidedAt: iso(-12),
        minutesOnClock: 329,
        outcome: 'MET',
        nextStep: 'first contact',
        nextStepBy: iso(26)
    }
};

export const rejected: Apex.HandoffCard = {
    ...card,
    state: 'decided',
    decision: {
        decision: 'Rejected',
        byMe: false,
        decidedByName: 'Dana Reyes',
        decidedAt: iso(-1),
        minutesOnClock: 49 * 60,
        outcome: 'LATE_SALES',
        reasonCode: 'TOO_EARLY',
        reasonLabel: 'Right person, too early',
        rationale: 'Budget opens next autumn.',
        nextStep: 'Comes back to you on 26 Nov 2027.',
        revisitOn: '2027-11-26',
        details: [{ label: 'What do they wait for?', value: 'Budget year' }]
    }
};
