import { NOW } from 'testing';

const iso = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();

export const open: Apex.HandoffRow = {
    handoffId: 'a001',
    name: 'HO-00001',
    personId: '00Q1',
    personName: 'Ana Ruiz',
    company: 'Harrow Regional Hospital',
    whyNow: 'Asked for an evaluation',
    state: 'open',
    priority: 'P1',
    ownerName: 'Priya Shah',
    team: 'EP North',
    handedOffAt: iso(-17),
    warnAt: iso(21),
    decideBy: iso(31),
    expireAt: iso(55)
};

export const late: Apex.HandoffRow = {
    ...open,
    handoffId: 'a002',
    personId: '00Q2',
    personName: 'Ben Okafor',
    state: 'breached',
    handedOffAt: iso(-53),
    warnAt: iso(-15),
    decideBy: iso(-5)
};

export const stranded: Apex.HandoffRow = {
    handoffId: 'a003',
    personId: '00Q3',
    personName: 'Cleo Marsh',
    state: 'unrouted',
    strandedWhy: 'No rule for Alaska'
};

export const returning: Apex.HandoffRow = {
    handoffId: 'a004',
    personId: '00Q4',
    personName: 'Dev Rao',
    state: 'rejected',
    revisitOn: '2026-12-10',
    followUp: 'Budget year'
};

export const rejected: Apex.HandoffRow = {
    handoffId: 'a005',
    personId: '00Q5',
    personName: 'Eve Lund',
    company: 'Elm Clinic',
    reasonCode: 'BAD_DATA',
    reasonLabel: 'Cannot be contacted',
    rationale: 'The number belongs to a bakery.',
    decidedAt: iso(-20),
    decidedByName: 'Priya Shah',
    source: 'Trade show',
    campaignName: 'Q4 ablation'
};
