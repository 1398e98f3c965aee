import { dropDraft, keepDraft, readDraft } from 'c/handoffDraft';

const draft = { reasonCode: 'TOO_EARLY', rationale: 'Budget opens', values: { Revisit_On__c: '2027-11-26' } };

afterEach(() => {
    dropDraft('a1');
    jest.restoreAllMocks();
});

it('gives back what was kept, per hand-off', () => {
    keepDraft('a1', draft);

    expect(readDraft('a1')).toEqual(draft);
    expect(readDraft('a2')).toBeUndefined();
});

it('survives a reload of the page', () => {
    sessionStorage.setItem('baton.rejection.a1', JSON.stringify(draft));

    expect(readDraft('a1')).toEqual(draft);
});

it('is gone once it is dropped', () => {
    keepDraft('a1', draft);

    dropDraft('a1');

    expect(readDraft('a1')).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
});

it('keeps nothing when nothing is typed', () => {
    keepDraft('a1', draft);

    keepDraft('a1', { reasonCode: '', rationale: '  ', values: { Revisit_On__c: '' } });

    expect(readDraft('a1')).toBeUndefined();
});

it.each([['{broken'], ['"text"'], ['{"reasonCode":1}']])('takes %s in the storage for no draft', (stored) => {
    sessionStorage.setItem('baton.rejection.a1', stored);

    expect(readDraft('a1')).toBeUndefined();
});

it('works from memory where storage is off', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
        throw new Error('off');
    });
    jest.spyOn(Storage.prototype, 'removeItem').mockImplementation(() => {
        throw new Error('off');
    });

    keepDraft('a1', draft);
    expect(readDraft('a1')).toEqual(draft);

    dropDraft('a1');
    expect(readDraft('a1')).toBeUndefined();
});
