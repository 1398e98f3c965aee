/** Methods of `String` that search, compare, test and remove parts. */
import type { Member } from '../runtime/library.ts';
import { collectionEquals } from '../values/equality.ts';
import type { Value } from '../runtime/program.ts';
import { requireArguments } from './support.ts';

/** Tests of every character; the empty string fails them as in Commons Lang. */
const LETTERS = /^\p{L}+$/u;
const LETTERS_DIGITS = /^[\p{L}\p{Nd}]+$/u;
const DIGITS = /^\p{Nd}+$/u;

function folded(
    search: (self: string, part: string, position?: number) => Value
): (self: string, part: string, position?: number) => Value {
    return (self, part, position) => {
        requireArguments(part);
        return search(self.toLowerCase(), part.toLowerCase(), position);
    };
}

function plain(search: (self: string, part: string, position?: number) => Value): (...args: Value[]) => Value {
    return (self: string, part: string, position?: number) => {
        requireArguments(part);
        return search(self, part, position);
    };
}

const indexOf = (self: string, part: string, from?: number): number =>
    from !== undefined && from > self.length ? -1 : self.indexOf(part, from);
/** Java finds nothing for a negative start; JavaScript starts at 0. */
const lastIndexOf = (self: string, part: string, from?: number): number =>
    from === undefined ? self.lastIndexOf(part) : from < 0 ? -1 : self.lastIndexOf(part, from);
const startsWith = (self: string, part: string): boolean => self.startsWith(part);
const endsWith = (self: string, part: string): boolean => self.endsWith(part);
const contains = (self: string, part: string): boolean => self.includes(part);

const character = (code: number): string => String.fromCodePoint(code);

function compareTo(self: string, other: string): number {
    requireArguments(other);
    const length = Math.min(self.length, other.length);
    for (let index = 0; index < length; index++) {
        const difference = self.charCodeAt(index) - other.charCodeAt(index);
        if (difference !== 0) return difference;
    }
    return self.length - other.length;
}

function indexOfDifference(self: string, other: string): number {
    if (self === other) return -1;
    let index = 0;
    while (index < self.length && index < other.length && self[index] === other[index]) index++;
    return index;
}

function cut(self: string, position: number, length: number, side: 'before' | 'after', otherwise: string): string {
    if (position < 0) return otherwise;
    return side === 'before' ? self.slice(0, position) : self.slice(position + length);
}

function between(self: string, open: string, close: string): string | null {
    const start = self.indexOf(open);
    if (start < 0) return null;
    const end = self.indexOf(close, start + open.length);
    return end < 0 ? null : self.slice(start + open.length, end);
}

function countMatches(self: string, part: string): number {
    return part === '' ? 0 : self.split(part).length - 1;
}

const anyOf = (self: string, characters: string): number =>
    [...self].findIndex((letter) => characters.includes(letter));
const noneOf = (self: string, characters: string): number =>
    [...self].findIndex((letter) => !characters.includes(letter));

export const stringSearch: Record<string, Member> = {
    'Integer compareTo(String other)': compareTo,
    'Boolean contains(String part)': plain(contains),
    'Boolean containsAny(String characters)': plain((self, characters) => anyOf(self, characters) >= 0),
    'Boolean containsIgnoreCase(String part)': folded(contains),
    'Boolean containsNone(String characters)': plain((self, characters) => anyOf(self, characters) < 0),
    'Boolean containsOnly(String characters)': plain((self, characters) => noneOf(self, characters) < 0),
    'Boolean containsWhitespace()': (self: string) => /\s/.test(self),
    'Integer countMatches(String part)': plain(countMatches),
    'String difference(String other)': plain((self, other) => {
        const index = indexOfDifference(self, other);
        return index < 0 ? '' : other.slice(index);
    }),
    'Boolean endsWith(String suffix)': plain(endsWith),
    'Boolean endsWithIgnoreCase(String suffix)': folded(endsWith),
    'Boolean equals(String other)': (self: string, other: string) => self === other,
    'Boolean equals(Object other)': (self: string, other: Value) => collectionEquals(self, other),
    'Boolean equalsIgnoreCase(String other)': (self: string, other: string | null) =>
        other !== null && self.toLowerCase() === other.toLowerCase(),
    'Integer indexOf(String part)': plain(indexOf),
    'Integer indexOf(String part, Integer from)': plain(indexOf),
    'Integer indexOfAny(String characters)': plain(anyOf),
    'Integer indexOfAnyBut(String characters)': plain(noneOf),
    'Integer indexOfChar(Integer code)': (self: string, code: number) => self.indexOf(character(code)),
    'Integer indexOfChar(Integer code, Integer from)': (self: string, code: number, from: number) =>
        indexOf(self, character(code), from),
    'Integer indexOfDifference(String other)': plain(indexOfDifference),
    'Integer indexOfIgnoreCase(String part)': folded(indexOf),
    'Integer indexOfIgnoreCase(String part, Integer from)': folded(indexOf),
    'Boolean isAllLowerCase()': (self: string) => /^\p{Ll}+$/u.test(self),
    'Boolean isAllUpperCase()': (self: string) => /^\p{Lu}+$/u.test(self),
    'Boolean isAlpha()': (self: string) => LETTERS.test(self),
    'Boolean isAlphaSpace()': (self: string) => /^[\p{L} ]*$/u.test(self),
    'Boolean isAlphanumeric()': (self: string) => LETTERS_DIGITS.test(self),
    'Boolean isAlphanumericSpace()': (self: string) => /^[\p{L}\p{Nd} ]*$/u.test(self),
    'Boolean isAsciiPrintable()': (self: string) => /^[\u0020-\u007e]*$/.test(self),
    'Boolean isNumeric()': (self: string) => DIGITS.test(self),
    'Boolean isNumericSpace()': (self: string) => /^[\p{Nd} ]*$/u.test(self),
    'Boolean isWhitespace()': (self: string) => /^\s*$/.test(self),
    'Integer lastIndexOf(String part)': plain(lastIndexOf),
    'Integer lastIndexOf(String part, Integer from)': plain(lastIndexOf),
    'Integer lastIndexOfChar(Integer code)': (self: string, code: number) => self.lastIndexOf(character(code)),
    'Integer lastIndexOfChar(Integer code, Integer from)': (self: string, code: number, from: number) =>
        lastIndexOf(self, character(code), from),
    'Integer lastIndexOfIgnoreCase(String part)': folded(lastIndexOf),
    'Integer lastIndexOfIgnoreCase(String part, Integer from)': folded(lastIndexOf),
    'String remove(String part)': plain((self, part) => self.replaceAll(part, '')),
    'String removeEnd(String part)': plain((self, part) =>
        part && self.endsWith(part) ? self.slice(0, -part.length) : self
    ),
    'String removeEndIgnoreCase(String part)': plain((self, part) =>
        part && self.toLowerCase().endsWith(part.toLowerCase()) ? self.slice(0, -part.length) : self
    ),
    'String removeStart(String part)': plain((self, part) => (self.startsWith(part) ? self.slice(part.length) : self)),
    'String removeStartIgnoreCase(String part)': plain((self, part) =>
        self.toLowerCase().startsWith(part.toLowerCase()) ? self.slice(part.length) : self
    ),
    'Boolean startsWith(String prefix)': plain(startsWith),
    'Boolean startsWithIgnoreCase(String prefix)': folded(startsWith),
    'String substringAfter(String separator)': plain((self, part) =>
        cut(self, self.indexOf(part), part.length, 'after', '')
    ),
    'String substringAfterLast(String separator)': plain((self, part) =>
        part === '' ? '' : cut(self, self.lastIndexOf(part), part.length, 'after', '')
    ),
    'String substringBefore(String separator)': plain((self, part) =>
        cut(self, self.indexOf(part), part.length, 'before', self)
    ),
    'String substringBeforeLast(String separator)': plain((self, part) =>
        part === '' ? self : cut(self, self.lastIndexOf(part), part.length, 'before', self)
    ),
    'String substringBetween(String tag)': plain((self, tag) => between(self, tag, tag)),
    'String substringBetween(String open, String close)': (self: string, open: string, close: string) => {
        requireArguments(open, close);
        return between(self, open, close);
    }
};
