import {
    groupReasons,
    meaningfulLength,
    nextStepSentence,
    problemsOf,
    rationaleHint,
    revisitDate,
    startValues
} from '../rejectionModel';
import { fieldViews } from '../fieldView';
import { capacity, contractLock, options, privacy, tooEarly } from './data/options';

const RATIONALE = 'Budget opens next autumn, after the audit.';

it.each([
    ['', ['Later', 'Needs repair', 'Other', 'Wrong place'], 5],
    ['early', ['Later'], 1],
    ['LATER contract', ['Later'], 1],
    ['repair', ['Needs repair'], 1],
    ['nonsense', [], 0]
])('narrows reasons to %j', (search, groups, count) => {
    const found = groupReasons(options, search);

    expect(found.map((group) => group.name)).toEqual(groups);
    expect(found.flatMap((group) => group.options)).toHaveLength(count);
});

it.each([
    ['', 0],
    ['   \n ', 0],
    ['...!!!', 0],
    ['aaaaaaaaaaaaaaaaaaaaaaaa', 1],
    ['no no no no no no no no', 2],
    ['Budget opens', 12],
    ['Zuständig ist Köln', 18]
])('counts what is meaningful in %j as %d', (text, expected) => {
    expect(meaningfulLength(text)).toBe(expected);
});

it.each([
    ['nothing typed', tooEarly, '', '20 more characters, please'],
    ['some', tooEarly, 'Budget opens', '8 more characters, please'],
    ['enough', tooEarly, RATIONALE, 'Enough said, thank you.'],
    ['only the reason again', tooEarly, 'right person - TOO early', 'Please say more than the reason itself.'],
    ['optional', privacy, '', 'Optional for this reason.']
])('hints while somebody types: %s', (_case, option, rationale, hint) => {
    expect(rationaleHint(option, rationale)).toBe(hint);
});

describe('problemsOf', () => {
    const values = { Revisit_On__c: '2027-11-26', Trigger_Expected__c: 'Budget year' };

    it.each([
        ['everything is there', RATIONALE, values, {}],
        ['blanks only', '     ', values, { rationale: '20 more characters, please' }],
        [
            'the label again',
            'Right person, too early',
            values,
            { rationale: 'Please say more than the reason itself.' }
        ],
        [
            'a field is empty',
            RATIONALE,
            { ...values, Trigger_Expected__c: ' ' },
            { Trigger_Expected__c: 'Fill in: What do they wait for?' }
        ],
        [
            'a date too soon',
            RATIONALE,
            { ...values, Revisit_On__c: '2026-12-24' },
            { Revisit_On__c: 'Pick a date from 25 Dec 2026 to 25 Nov 2028.' }
        ],
        [
            'a date too late',
            RATIONALE,
            { ...values, Revisit_On__c: '2028-11-26' },
            { Revisit_On__c: 'Pick a date from 25 Dec 2026 to 25 Nov 2028.' }
        ],
        ['the first day allowed', RATIONALE, { ...values, Revisit_On__c: '2026-12-25' }, {}]
    ])('finds, when %s', (_case, rationale, typed, expected) => {
        expect(problemsOf(tooEarly, { rationale, values: typed })).toEqual(expected);
    });

    it('asks nothing for a reason that needs nothing', () => {
        expect(problemsOf(privacy, { rationale: '', values: {} })).toEqual({});
    });
});

it.each([
    ['the default', tooEarly, {}, '2027-11-26'],
    ['the date typed', tooEarly, { Revisit_On__c: '2027-06-01' }, '2027-06-01'],
    ['9 months before a contract ends', contractLock, { Contract_End_On__c: '2028-03-31' }, '2027-06-30'],
    ['60 days before a capital window', contractLock, { Capital_Window_Start__c: '2027-04-01' }, '2027-01-31'],
    ['nothing', capacity, {}, '']
])('computes the revisit from %s', (_case, option, values, expected) => {
    expect(revisitDate(option, values)).toBe(expected);
});

it.each([
    [
        'with the date in words',
        tooEarly,
        {},
        'Comes back to you on 26 Nov 2027 with everything that happened since; nurture track: electrophysiology.'
    ],
    ['before the date is known', contractLock, {}, 'Comes back on ….'],
    ['without consequence', capacity, {}, '']
])('says what happens next %s', (_case, option, values, expected) => {
    expect(nextStepSentence(option, values)).toBe(expected);
});

it('starts with what was typed before, else with defaults', () => {
    expect(startValues(tooEarly, { Trigger_Expected__c: 'Contract end', Competitor__c: 'Elm' })).toEqual({
        Revisit_On__c: '2027-11-26',
        Trigger_Expected__c: 'Contract end'
    });
});

it('shows a field of a kind it does not know as a line of text', () => {
    const [field] = fieldViews([{ name: 'X__c', type: 'mystery' }], { X__c: 'a' }, { X__c: 'Wrong.' });

    expect(field).toMatchObject({
        isText: true,
        label: 'X__c',
        value: 'a',
        problem: 'Wrong.',
        className: expect.stringContaining('slds-has-error') as string
    });
});
