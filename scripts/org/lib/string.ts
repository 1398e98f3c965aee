/** `String`: static methods and the methods that look at, cut and join text. */
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexSet } from '../values/collections.ts';
import { hashCode } from '../values/equality.ts';
import { apexException } from '../values/exceptions.ts';
import { ApexDate, ApexDatetime } from '../values/temporal.ts';
import { toText } from '../values/text.ts';
import { formatPattern } from './dateFormat.ts';
import { messageFormat } from './messageFormat.ts';
import { replaceMatches, splitByPattern } from './regexMatcher.ts';
import { javaRegex } from './regexSyntax.ts';
import { stringEscapes } from './stringEscapes.ts';
import { stringSearch } from './stringSearch.ts';
import { listType, requireArguments } from './support.ts';

const LIST_OF_STRING = listType('String');

/** What Java's `trim` and `isWhitespace` take for blank: everything up to U+0020. */
const TRIMMED = /^[\u0000-\u0020]+|[\u0000-\u0020]+$/g;
const BLANK = /^[\s\u001c-\u001f]*$/;

export function isBlank(text: string | null): boolean {
    return text === null || BLANK.test(text);
}

function strings(items: string[]): ApexList {
    return new ApexList(LIST_OF_STRING, items);
}

function padding(self: string, size: number, pad: string | null): string {
    requireArguments(size, pad);
    const missing = size - self.length;
    if (missing <= 0) return '';
    const unit = pad === '' ? ' ' : pad!;
    return unit.repeat(Math.ceil(missing / unit.length)).slice(0, missing);
}

function center(self: string, size: number, pad: string): string {
    const missing = size - self.length;
    if (missing <= 0) return self;
    const left = padding(self, self.length + Math.floor(missing / 2), pad) + self;
    return left + padding(left, size, pad);
}

/** Commons Lang: shortens to `width` characters with dots where something was cut off. */
function abbreviate(self: string, width: number, offset: number): string {
    if (width < 4) throw apexException('StringException', 'Minimum abbreviation width is 4');
    if (self.length <= width) return self;
    let start = Math.min(offset, self.length);
    if (self.length - start < width - 3) start = self.length - (width - 3);
    if (start <= 4) return `${self.slice(0, width - 3)}...`;
    if (width < 7) throw apexException('StringException', 'Minimum abbreviation width with offset is 7');
    if (start + width - 3 < self.length) return `...${abbreviate(self.slice(start), width - 3, 0)}`;
    return `...${self.slice(self.length - (width - 3))}`;
}

function substring(self: string, start: number, end: number): string {
    if (start < 0 || start > self.length)
        throw apexException('StringException', `Starting position out of bounds: ${start}`);
    if (end < start || end > self.length)
        throw apexException('StringException', `Ending position out of bounds: ${end}`);
    return self.slice(start, end);
}

/** Upper and lower case letters, digits and the rest, as `Character.getType` parts them. */
function characterType(character: string): string {
    if (/\p{Lu}/u.test(character)) return 'upper';
    if (/\p{Ll}/u.test(character)) return 'lower';
    if (/\p{Nd}/u.test(character)) return 'digit';
    if (/\s/u.test(character)) return 'space';
    if (/\p{Ps}/u.test(character)) return 'open';
    if (/\p{Pe}/u.test(character)) return 'close';
    if (/\p{Pd}/u.test(character)) return 'dash';
    if (/\p{Pc}/u.test(character)) return 'connector';
    if (/\p{P}/u.test(character)) return 'punctuation';
    if (/\p{Sm}/u.test(character)) return 'math';
    if (/\p{Sc}/u.test(character)) return 'currency';
    return 'other';
}

function splitByType(self: string, camelCase: boolean): string[] {
    const parts: string[] = [];
    let previous = '';
    for (const character of self) {
        const type = characterType(character);
        const last = parts.length - 1;
        if (type === previous) {
            parts[last] += character;
        } else if (camelCase && previous === 'upper' && type === 'lower') {
            // The last capital belongs to the word that starts here.
            const word = parts[last]!;
            if (word.length > 1) {
                parts[last] = word.slice(0, -1);
                parts.push(word.slice(-1) + character);
            } else {
                parts[last] += character;
            }
        } else {
            parts.push(character);
        }
        previous = type;
    }
    return parts;
}

function levenshtein(left: string, right: string): number {
    let row = Array.from({ length: right.length + 1 }, (_, index) => index);
    for (let i = 1; i <= left.length; i++) {
        const next = [i];
        for (let j = 1; j <= right.length; j++) {
            const cost = left[i - 1] === right[j - 1] ? 0 : 1;
            next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + cost));
        }
        row = next;
    }
    return row[right.length]!;
}

function valueOf(value: Value): string | null {
    return value === null ? null : toText(value);
}

function codePointAt(self: string, index: number): number {
    const code = self.codePointAt(index);
    if (index < 0 || code === undefined) throw apexException('StringException', `String index out of range: ${index}`);
    return code;
}

function join(items: Iterable<Value>, separator: string | null): string {
    return [...items].map((item) => (item === null ? '' : toText(item))).join(separator ?? '');
}

const upper = (self: string): string => self.toUpperCase();
const lower = (self: string): string => self.toLowerCase();

function statics(context: RuntimeContext) {
    return {
        'static String escapeSingleQuotes(String text)': (text: string | null) =>
            text === null ? null : text.replace(/(?<!\\)'/g, "\\'"),
        'static String format(String pattern, List<Object> arguments)': (pattern: string, args: ApexList) => {
            requireArguments(pattern, args);
            return messageFormat(pattern, args.items);
        },
        'static String fromCharArray(List<Integer> characters)': (characters: ApexList) => {
            requireArguments(characters);
            return String.fromCodePoint(...(characters.items as number[]));
        },
        'static String getCommonPrefix(List<String> texts)': (texts: ApexList) => {
            if (texts === null || texts.items.length === 0) return '';
            const [first, ...others] = texts.items.map((text) => text ?? '') as string[];
            let length = first!.length;
            for (const other of others) while (!other.startsWith(first!.slice(0, length))) length--;
            return first!.slice(0, length);
        },
        'static Boolean isBlank(String text)': isBlank,
        'static Boolean isNotBlank(String text)': (text: string | null) => !isBlank(text),
        'static Boolean isEmpty(String text)': (text: string | null) => text === null || text === '',
        'static Boolean isNotEmpty(String text)': (text: string | null) => text !== null && text !== '',
        'static String join(List<Object> items, String separator)': (items: ApexList, separator: string) => {
            requireArguments(items);
            return join(items.items, separator);
        },
        'static String join(Set<Object> items, String separator)': (items: ApexSet, separator: string) => {
            requireArguments(items);
            return join(items.values(), separator);
        },
        'static String join(Iterable<Object> items, String separator)': (items: Value, separator: string) => {
            requireArguments(items);
            const all: Value[] = [];
            const iterator = context.invoke(items, 'iterator', []);
            while (context.invoke(iterator, 'hasNext', [])) all.push(context.invoke(iterator, 'next', []));
            return join(all, separator);
        },
        'static String valueOf(Date value)': (value: ApexDate | null) => value && value.toIso(),
        'static String valueOf(Datetime value)': (value: ApexDatetime | null) =>
            value && formatPattern(value.epochMs, 'yyyy-MM-dd HH:mm:ss', context.tx().user.timeZone),
        'static String valueOf(Decimal value)': valueOf,
        'static String valueOf(Double value)': valueOf,
        'static String valueOf(Integer value)': valueOf,
        'static String valueOf(Long value)': valueOf,
        'static String valueOf(Object value)': valueOf,
        'static String valueOfGmt(Datetime value)': valueOf
    };
}

const cutting = {
    'String abbreviate(Integer maxWidth)': (self: string, width: number) => abbreviate(self, width, 0),
    'String abbreviate(Integer maxWidth, Integer offset)': abbreviate,
    'String capitalize()': (self: string) => self.slice(0, 1).toUpperCase() + self.slice(1),
    'String uncapitalize()': (self: string) => self.slice(0, 1).toLowerCase() + self.slice(1),
    'String center(Integer size)': (self: string, size: number) => center(self, size, ' '),
    'String center(Integer size, String padding)': center,
    'Integer charAt(Integer index)': codePointAt,
    'Integer codePointAt(Integer index)': codePointAt,
    'Integer codePointBefore(Integer index)': (self: string, index: number) => {
        const low = self.charCodeAt(index - 1);
        return low >= 0xdc00 && low <= 0xdfff && index > 1
            ? codePointAt(self, index - 2)
            : codePointAt(self, index - 1);
    },
    'Integer codePointCount(Integer start, Integer end)': (self: string, start: number, end: number) =>
        [...substring(self, start, end)].length,
    'Integer offsetByCodePoints(Integer index, Integer offset)': (self: string, index: number, offset: number) =>
        offset >= 0
            ? index + [...self.slice(index)].slice(0, offset).join('').length
            : index - [...self.slice(0, index)].slice(offset).join('').length,
    'String deleteWhitespace()': (self: string) => self.replace(/\s+/g, ''),
    'List<Integer> getChars()': (self: string) =>
        new ApexList(
            listType('Integer'),
            [...self].map((character) => character.codePointAt(0))
        ),
    'Integer getLevenshteinDistance(String other)': (self: string, other: string) => {
        requireArguments(other);
        return levenshtein(self, other);
    },
    'Integer getLevenshteinDistance(String other, Integer threshold)': (
        self: string,
        other: string,
        threshold: number
    ) => {
        requireArguments(other, threshold);
        const distance = levenshtein(self, other);
        return distance <= threshold ? distance : -1;
    },
    'Integer hashCode()': (self: string) => hashCode(self),
    'String left(Integer length)': (self: string, length: number) => self.slice(0, Math.max(0, length)),
    'String right(Integer length)': (self: string, length: number) => (length <= 0 ? '' : self.slice(-length)),
    'String mid(Integer start, Integer length)': (self: string, start: number, length: number) =>
        length < 0 || start > self.length ? '' : self.slice(Math.max(0, start), Math.max(0, start) + length),
    'String leftPad(Integer size)': (self: string, size: number) => padding(self, size, ' ') + self,
    'String leftPad(Integer size, String padding)': (self: string, size: number, pad: string) =>
        padding(self, size, pad) + self,
    'String rightPad(Integer size)': (self: string, size: number) => self + padding(self, size, ' '),
    'String rightPad(Integer size, String padding)': (self: string, size: number, pad: string) =>
        self + padding(self, size, pad),
    'Integer length()': (self: string) => self.length,
    'String normalizeSpace()': (self: string) => self.replace(TRIMMED, '').replace(/\s+/g, ' '),
    'String repeat(Integer times)': (self: string, times: number) => self.repeat(Math.max(0, times)),
    'String repeat(String separator, Integer times)': (self: string, separator: string, times: number) =>
        Array.from({ length: Math.max(0, times) }, () => self).join(separator ?? ''),
    'String reverse()': (self: string) => [...self].reverse().join(''),
    'String substring(Integer start)': (self: string, start: number) => substring(self, start, self.length),
    'String substring(Integer start, Integer end)': substring,
    'String swapCase()': (self: string) =>
        [...self]
            .map((letter) => (letter === letter.toUpperCase() ? letter.toLowerCase() : letter.toUpperCase()))
            .join(''),
    'String toLowerCase()': lower,
    'String toLowerCase(String locale)': (self: string, locale: string) =>
        self.toLocaleLowerCase(locale.replace('_', '-')),
    'String toUpperCase()': upper,
    'String toUpperCase(String locale)': (self: string, locale: string) =>
        self.toLocaleUpperCase(locale.replace('_', '-')),
    'String toString()': (self: string) => self,
    'String trim()': (self: string) => self.replace(TRIMMED, ''),
    'List<String> splitByCharacterType()': (self: string) => strings(splitByType(self, false)),
    'List<String> splitByCharacterTypeCamelCase()': (self: string) => strings(splitByType(self, true))
};

const patterns = {
    'List<String> split(String regex)': (self: string, regex: string) => {
        requireArguments(regex);
        return strings(splitByPattern(javaRegex(regex), self, 0));
    },
    'List<String> split(String regex, Integer limit)': (self: string, regex: string, limit: number) => {
        requireArguments(regex, limit);
        return strings(splitByPattern(javaRegex(regex), self, limit));
    },
    'String replace(String target, String replacement)': (self: string, target: string, replacement: string) => {
        requireArguments(target, replacement);
        return self.replaceAll(target, () => replacement);
    },
    'String replaceAll(String regex, String replacement)': (self: string, regex: string, replacement: string) => {
        requireArguments(regex, replacement);
        return replaceMatches(javaRegex(regex), self, replacement, true);
    },
    'String replaceFirst(String regex, String replacement)': (self: string, regex: string, replacement: string) => {
        requireArguments(regex, replacement);
        return replaceMatches(javaRegex(regex), self, replacement, false);
    }
};

/** `String` */
export const stringLibrary: LibraryModule = (context) => [
    libraryClass('String', { ...statics(context), ...cutting, ...patterns, ...stringSearch, ...stringEscapes })
];
