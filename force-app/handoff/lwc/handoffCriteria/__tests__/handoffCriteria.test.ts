import { criterionLines, stateOf } from 'c/handoffCriteria';

it('says value, threshold and state of each criterion', () => {
    expect(
        criterionLines([
            { label: 'Fit', value: '90', needed: '60', isMet: true },
            { label: 'Engagement', value: '33', needed: '50', isMet: false },
            { label: 'Request', value: 'Asked to be contacted', isMet: true }
        ])
    ).toEqual([
        { key: 'Fit', label: 'Fit: 90, 60 needed', words: 'met', ...stateOf(true) },
        { key: 'Engagement', label: 'Engagement: 33, 50 needed', words: 'not met', ...stateOf(false) },
        { key: 'Request', label: 'Request: Asked to be contacted', words: 'met', ...stateOf(true) }
    ]);
});

it('has no lines without criteria', () => {
    expect(criterionLines(undefined)).toEqual([]);
});

it('tells states apart by icon as well as by colour', () => {
    expect(stateOf(true).icon).not.toBe(stateOf(false).icon);
});
