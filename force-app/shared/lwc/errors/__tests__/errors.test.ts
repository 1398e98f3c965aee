import { outcomeError, toAppError } from 'c/errors';

const UNEXPECTED = 'This could not be shown. Try again; if it happens again, tell your administrator what you did.';
const OFFLINE = 'The server cannot be reached. What you typed is kept. Check the connection and try again.';
const NO_ACCESS = 'You do not have access to this record or to one of its fields. Ask your administrator.';

it('reads the payload that our Apex sends', () => {
    const message = JSON.stringify({
        code: 'HANDOFF_EXPIRED',
        message: 'Too late.',
        fields: [{ name: 'Rationale__c', message: 'Say more.' }]
    });

    expect(toAppError({ body: { message } })).toEqual({
        code: 'HANDOFF_EXPIRED',
        message: 'Too late.',
        fields: [{ name: 'Rationale__c', message: 'Say more.' }]
    });
});

it.each([
    ['a text', 'Something broke.', 'Something broke.'],
    ['an Error', new Error('It broke.'), 'It broke.'],
    ['an Apex body', { body: { message: 'Not today.' } }, 'Not today.'],
    ['a list of errors', { body: [{ message: 'First.' }, { message: 'Second.' }] }, 'First.'],
    [
        'a record error',
        { body: { message: '', output: { errors: [{ message: 'Name is missing.' }] } } },
        'Name is missing.'
    ],
    ['a page error', { body: { pageErrors: [{ message: 'Locked.' }] } }, 'Locked.'],
    ['nothing', undefined, UNEXPECTED],
    ['an empty body', { body: {} }, UNEXPECTED],
    ['an exception name', { body: { message: 'System.NullPointerException: Attempt to de-reference' } }, UNEXPECTED],
    ['a script error', new Error("Cannot read properties of undefined (reading 'x')"), UNEXPECTED],
    ['broken JSON', '{ "code": ', '{ "code": '],
    ['JSON without words', '{"code":"X"}', UNEXPECTED],
    ['no access', { body: { message: 'You do not have access to the Apex class named X' } }, NO_ACCESS],
    ['no network', { status: 0, body: {} }, OFFLINE],
    ['a failed fetch', new TypeError('Failed to fetch'), OFFLINE]
])('puts %s into words', (_case, error, expected) => {
    expect(toAppError(error).message).toBe(expected);
});

it('never shows the name of an exception', () => {
    expect(toAppError({ body: { message: 'HandoffException: Script-thrown exception' } }).message).toBe(UNEXPECTED);
});

it('reads an outcome that is not ok', () => {
    expect(outcomeError({ code: 'HANDOFF_PAUSED', message: 'Paused.', fields: [{ name: 'A' }] })).toEqual({
        code: 'HANDOFF_PAUSED',
        message: 'Paused.',
        fields: [{ name: 'A', message: '' }]
    });
    expect(outcomeError({}).message).toBe(UNEXPECTED);
});
