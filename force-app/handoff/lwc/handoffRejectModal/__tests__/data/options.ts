export const tooEarly: Apex.RejectionOption = {
    code: 'TOO_EARLY',
    label: 'Right person, too early',
    groupName: 'Later',
    minimumRationale: 20,
    followUp: 'Comes back to you on {revisit} with everything that happened since; nurture track: electrophysiology.',
    revisitDefault: '2027-11-26',
    needsManager: false,
    fields: [
        {
            name: 'Revisit_On__c',
            label: 'Comes back on',
            type: 'date',
            isRequired: true,
            defaultValue: '2027-11-26',
            min: '2026-12-25',
            max: '2028-11-25'
        },
        {
            name: 'Trigger_Expected__c',
            label: 'What do they wait for?',
            type: 'picklist',
            isRequired: true,
            options: [
                { label: 'Budget year', value: 'Budget year' },
                { label: 'Contract end', value: 'Contract end' }
            ]
        }
    ]
};

export const contractLock: Apex.RejectionOption = {
    code: 'CONTRACT_LOCK',
    label: 'Locked in competitor or GPO contract',
    groupName: 'Later',
    minimumRationale: 20,
    followUp: 'Comes back on {revisit}.',
    fields: [
        { name: 'Competitor__c', label: 'Competitor', type: 'text', isRequired: true },
        { name: 'Contract_End_On__c', label: 'Contract ends', type: 'date', isRequired: true }
    ]
};

export const duplicate: Apex.RejectionOption = {
    code: 'DUPLICATE',
    label: 'Duplicate of another lead',
    groupName: 'Needs repair',
    minimumRationale: 20,
    followUp: 'Marketing merges the two.',
    fields: [{ name: 'Duplicate_Of__c', label: 'The other lead', type: 'lookup', isRequired: true, objectName: 'Lead' }]
};

export const privacy: Apex.RejectionOption = {
    code: 'PRIVACY',
    label: 'Asked not to be contacted',
    groupName: 'Other',
    minimumRationale: 0,
    followUp: 'The opt-out is set at once.',
    fields: [{ name: 'Question_Text__c', label: 'Their words', type: 'textarea', isRequired: false }]
};

export const capacity: Apex.RejectionOption = {
    code: 'CAPACITY',
    label: 'No capacity to work it',
    groupName: 'Wrong place',
    minimumRationale: 20,
    needsManager: true,
    followUp: '',
    fields: []
};

export const options: readonly Apex.RejectionOption[] = [tooEarly, contractLock, duplicate, privacy, capacity];
