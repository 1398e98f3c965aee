/** What the server tells about hand-offs past the decision. */
export const accepted: Apex.LifecyclePanel = {
    handoffId: 'a001',
    stage: 'SAL',
    canQualify: true,
    canEnd: true,
    isLead: true,
    personName: 'Ana Ruiz',
    firstTwoWayAt: '2026-11-24T16:00:00.000Z',
    criteria: [
        { name: 'Need_Evidence__c', label: 'Need', help: 'What problem?', minimum: 20 },
        { name: 'Timeline_Evidence__c', label: 'Timeline', help: 'When?', minimum: 20 }
    ],
    serverNow: '2026-11-25T13:00:00.000Z'
};

export const qualified: Apex.LifecyclePanel = {
    ...accepted,
    stage: 'SQL',
    canQualify: false,
    canConvert: true,
    accountId: '0011',
    accountName: 'Harrow Regional',
    processTypes: [
        { label: 'Evaluation', value: 'Evaluation' },
        { label: 'Tender', value: 'Tender' }
    ]
};

export const converted: Apex.LifecyclePanel = {
    ...qualified,
    stage: 'OPP',
    canConvert: false,
    canEnd: false,
    opportunityId: '0061',
    opportunityName: 'Harrow Regional - Console',
    opportunityOutcome: 'Open',
    nextStep: 'Evaluation in OR 2',
    nextStepOn: '2026-12-07'
};

export const disqualified: Apex.LifecyclePanel = {
    handoffId: 'a001',
    stage: 'DQ',
    canReopen: true,
    criteria: [],
    reopenReasons: [
        { label: 'New employer', value: 'New employer' },
        { label: 'Mistake', value: 'Mistake' }
    ]
};
