import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RegexMatcher, replaceMatches, splitByPattern } from '../regexMatcher.ts';
import { javaRegex } from '../regexSyntax.ts';
import { createHarness } from './pureHarness.ts';

const { call } = createHarness();

test('Java syntax matches as in Java', () => {
    const cases: [regex: string, text: string, matches: boolean][] = [
        ['(?i)abc', 'ABC', true],
        ['a(?i)b', 'aB', true],
        ['a(?i)b', 'AB', false],
        ['a(?i)b|C', 'c', true],
        ['(?i:a)b', 'AB', false],
        ['a\\Q.*\\E+', 'a.***', true],
        ['\\Q$5\\E', '$5', true],
        ['a*+a', 'aaa', false],
        ['(?>a*)b', 'aab', true],
        ['(?>(a+))(b)\\2', 'aabb', true],
        ['(a)\\1', 'aa', true],
        ['(?<x>a)\\k<x>', 'aa', true],
        ['\\p{Alpha}+', 'abZ', true],
        ['\\p{Alpha}+', 'é', false],
        ['\\p{L}+', 'é', true],
        ['\\p{Punct}', '!', true],
        ['\\P{Digit}+', 'a1', false],
        ['[a-z&&[^b]]+', 'acd', true],
        ['[a-z&&[^b]]+', 'abd', false],
        ['[a-d[m-p]]+', 'dm', true],
        ['[^\\]]+', 'a]', false],
        ["[-'a]+", "-'a", true],
        ['[\\w.-]+@[\\w-]+(\\.[A-Za-z]{2,})+', 'a.b@c-d.co.uk', true],
        ['\\{\\d+\\}', '{12}', true],
        ['\\s', '\u00a0', false],
        ['.', '\n', false],
        ['(?s).', '\n', true],
        ['(?x) a b # comment', 'ab', true],
        ['a{2,3}?', 'aa', true],
        ['\\u0041\\x42\\t', 'AB\t', true],
        ['x$', 'x', true],
        ['^[0-9]{15,18}$', '123456789012345', true],
        ['a/b', 'a/b', true],
        ['ß|[äöü]', 'ü', true]
    ];
    for (const [regex, text, expected] of cases) {
        assert.equal(new RegexMatcher(javaRegex(regex), text).matches(), expected, `${regex} on ${text}`);
    }
});

test('$ finds the place before a last line break, and every line end in multiline mode', () => {
    assert.equal(replaceMatches(javaRegex('b$'), 'a\nb\n', 'x', true), 'a\nx\n');
    assert.equal(replaceMatches(javaRegex('(?m)^'), 'a\nb', '> ', true), '> a\n> b');
});

test('replacements take groups by number and name, and escapes', () => {
    assert.equal(replaceMatches(javaRegex('(\\w+)@(\\w+)'), 'joe@x', '$2 at $1', true), 'x at joe');
    assert.equal(replaceMatches(javaRegex('(?<n>\\d)'), 'a1', '<${n}>', true), 'a<1>');
    assert.equal(replaceMatches(javaRegex('a'), 'aa', '\\$', false), '$a');
    assert.throws(() => replaceMatches(javaRegex('a'), 'a', '$9', true), { message: 'No group 9' });
    assert.deepEqual(splitByPattern(javaRegex('(?=[A-Z])'), 'fooBarBaz', 0), ['foo', 'Bar', 'Baz']);
});

test('a matcher walks over the matches and knows their places', () => {
    const matcher = call('Pattern.matcher', call('Pattern.compile', '(a)(b)?'), 'ab-a');
    assert.equal(call('Matcher.find', matcher), true);
    assert.equal(call('Matcher.group', matcher, 2), 'b');
    assert.equal(call('Matcher.end', matcher), 2);
    assert.equal(call('Matcher.find', matcher), true);
    assert.equal(call('Matcher.group', matcher, 2), null);
    assert.equal(call('Matcher.start', matcher), 3);
    assert.equal(call('Matcher.start', matcher, 2), -1);
    assert.equal(call('Matcher.find', matcher), false);
    assert.throws(() => call('Matcher.group', matcher), {
        typeName: 'System.StringException',
        message: 'No match found'
    });
    assert.equal(call('Matcher.groupCount', matcher), 2);
    call('Matcher.region', matcher, 3, 4);
    assert.equal(call('Matcher.matches', matcher), true);
    assert.equal(call('Matcher.start', matcher), 3);
});

test('an empty match moves on by one', () => {
    const matcher = new RegexMatcher(javaRegex('x*'), 'ab');
    const starts: number[] = [];
    while (matcher.find()) starts.push(matcher.start(0));
    assert.deepEqual(starts, [0, 1, 2]);
});

test('a pattern that is none raises a StringException', () => {
    for (const regex of ['(', '[a', '*a', '\\j', 'a)', '(?<1>a)']) {
        assert.throws(() => javaRegex(regex), { typeName: 'System.StringException' }, regex);
    }
});
