import { filtersOf, notices } from 'c/insightQuery';

it('gives the same object for the same wishes, in whatever order', () => {
    expect(filtersOf({ Region: 'EMEA', Team: 'EP' })).toBe(filtersOf({ Team: 'EP', Region: 'EMEA' }));
    expect(filtersOf({ Region: 'EMEA' }, 'EP')).toEqual({ Region: 'EMEA', Team: 'EP' });
    expect(filtersOf(undefined, '')).toBe(filtersOf(null));
    expect(filtersOf({ Region: '' })).toEqual({});
});

it('says what is kept from the reader and which filter does not apply', () => {
    expect(notices({ hidden: 3, unfiltered: ['Persona', 'Tier'] })).toEqual([
        'Records that you may not see: 3. They are in no figure here.',
        'Not filtered by Persona, Tier: these rows do not have it.'
    ]);
    expect(notices({ hidden: 0, unfiltered: [] })).toEqual([]);
    expect(notices({ notes: ['The mean is left out.'] })).toEqual(['The mean is left out.']);
    expect(notices()).toEqual([]);
});
