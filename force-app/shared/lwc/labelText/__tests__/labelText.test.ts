import { fill } from 'c/labelText';

it.each([
    ['{0} h left', [31], '31 h left'],
    ['{1} of {0}, {1}', ['b', 'a'], 'a of b, a'],
    ['nothing to fill', [1], 'nothing to fill'],
    ['{0} and {1}', ['one'], 'one and {1}'],
    ['{0} left', [0], '0 left']
] as [string, (string | number)[], string][])('fills %j with %j', (label, values, expected) => {
    expect(fill(label, ...values)).toBe(expected);
});
