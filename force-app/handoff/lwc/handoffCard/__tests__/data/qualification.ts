export const qualification: Apex.Qualification = {
    version: 'v1',
    isMet: true,
    isEarly: false,
    isOptedOut: false,
    fitGrade: 'A',
    authority: 'Influencer',
    criteria: [
        { label: 'Fit', value: '90', needed: '60', isMet: true },
        { label: 'Engagement', value: '63', needed: '50', isMet: true },
        { label: 'Context facts', value: '5', needed: '4', isMet: true }
    ],
    fitParts: [
        { label: 'Role', value: 'Department head', points: 25, maximum: 35 },
        { label: 'Institution', value: 'Hospital, 500 beds', points: 35, maximum: 35 },
        { label: 'Specialty', points: 0, maximum: 30 }
    ]
};

/** Strong fit, early. */
export const early: Apex.Qualification = {
    ...qualification,
    isMet: false,
    isEarly: true,
    criteria: [
        { label: 'Fit', value: '90', needed: '60', isMet: true },
        { label: 'Engagement', value: '33', needed: '50', isMet: false },
        { label: 'Context facts', value: '5', needed: '4', isMet: true }
    ]
};
