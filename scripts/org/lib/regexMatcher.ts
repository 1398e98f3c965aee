/** Matching with Java's rules: splitting, replacing and the state of a Matcher. */
import { apexException } from '../values/exceptions.ts';
import type { JavaRegex } from './regexSyntax.ts';

/** Java 8's split: no empty first piece for an empty match; without a limit no empty pieces at the end. */
export function splitByPattern(regex: JavaRegex, text: string, limit: number): string[] {
    const pieces: string[] = [];
    let start = 0;
    for (const match of text.matchAll(regex.search)) {
        if (limit > 0 && pieces.length === limit - 1) break;
        const end = match.index + match[0].length;
        if (end === 0) continue;
        if (match[0] === '' && match.index === text.length) continue;
        pieces.push(text.slice(start, match.index));
        start = end;
    }
    if (start === 0 && pieces.length === 0) return [text];
    pieces.push(text.slice(start));
    if (limit === 0) while (pieces.length > 0 && pieces[pieces.length - 1] === '') pieces.pop();
    return pieces;
}

/** A group's text by Java number; null when it took no part. */
function groupText(regex: JavaRegex, match: RegExpExecArray, group: number): string | null {
    const index = regex.groups[group];
    if (index === undefined) throw apexException('StringException', `No group ${group}`);
    return match[index] ?? null;
}

/** Fills `$1` and `${name}` of a Java replacement text; a backslash makes the next character literal. */
function expandReplacement(regex: JavaRegex, match: RegExpExecArray, replacement: string): string {
    let result = '';
    for (let index = 0; index < replacement.length; index++) {
        const character = replacement[index]!;
        if (character === '\\') {
            index++;
            if (index >= replacement.length)
                throw apexException('StringException', 'character to be escaped is missing');
            result += replacement[index];
        } else if (character === '$') {
            const named = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(replacement.slice(index + 1));
            if (named) {
                const group = regex.names.get(named[1]!);
                if (group === undefined) throw apexException('StringException', `No group with name {${named[1]}}`);
                result += groupText(regex, match, group) ?? '';
                index += named[0].length;
                continue;
            }
            if (!/\d/.test(replacement[index + 1] ?? ''))
                throw apexException('StringException', 'Illegal group reference');
            let group = Number(replacement[++index]);
            if (group >= regex.groups.length) throw apexException('StringException', `No group ${group}`);
            while (
                /\d/.test(replacement[index + 1] ?? '') &&
                group * 10 + Number(replacement[index + 1]) < regex.groups.length
            ) {
                group = group * 10 + Number(replacement[++index]);
            }
            result += groupText(regex, match, group) ?? '';
        } else {
            result += character;
        }
    }
    return result;
}

/** `replaceAll` or `replaceFirst`. */
export function replaceMatches(regex: JavaRegex, text: string, replacement: string, all: boolean): string {
    let result = '';
    let start = 0;
    for (const match of text.matchAll(regex.search)) {
        result += text.slice(start, match.index) + expandReplacement(regex, match, replacement);
        start = match.index + match[0].length;
        if (!all) break;
    }
    return result + text.slice(start);
}

/** State behind an Apex `Matcher`. Bounds of the region are anchoring and opaque, as Java's defaults are. */
export class RegexMatcher {
    regex: JavaRegex;
    text: string;
    regionStart = 0;
    regionEnd: number;
    private match: RegExpExecArray | null = null;
    private nextSearch = 0;
    private isAtEnd = false;

    constructor(regex: JavaRegex, text: string) {
        this.regex = regex;
        this.text = text;
        this.regionEnd = text.length;
    }

    matches(): boolean {
        return this.accept(this.regex.whole.exec(this.region));
    }

    lookingAt(): boolean {
        return this.accept(this.regex.prefix.exec(this.region));
    }

    find(): boolean {
        if (this.nextSearch > this.regionEnd - this.regionStart) return this.accept(null);
        this.regex.search.lastIndex = this.nextSearch;
        const found = this.accept(this.regex.search.exec(this.region));
        this.regex.search.lastIndex = 0;
        return found;
    }

    /** Starts over and searches from that index. */
    findFrom(index: number): boolean {
        if (index < 0 || index > this.text.length) throw apexException('StringException', 'Illegal start index');
        this.reset();
        this.nextSearch = index;
        return this.find();
    }

    reset(text = this.text): void {
        this.text = text;
        this.regionStart = 0;
        this.regionEnd = text.length;
        this.forget();
    }

    setRegion(start: number, end: number): void {
        if (start < 0 || end > this.text.length || start > end)
            throw apexException('StringException', 'Illegal region');
        this.regionStart = start;
        this.regionEnd = end;
        this.forget();
    }

    get groupCount(): number {
        return this.regex.groups.length - 1;
    }

    group(group: number): string | null {
        return groupText(this.regex, this.current(), group);
    }

    /** -1 when the group took no part. */
    start(group: number): number {
        return this.bounds(group)?.[0] ?? -1;
    }

    end(group: number): number {
        return this.bounds(group)?.[1] ?? -1;
    }

    /** True when the last search looked at the end of the input. */
    get hitEnd(): boolean {
        return this.isAtEnd;
    }

    private bounds(group: number): readonly [number, number] | undefined {
        const match = this.current();
        const index = this.regex.groups[group];
        if (index === undefined) throw apexException('StringException', `No group ${group}`);
        const bounds = match.indices?.[index];
        return bounds && [bounds[0] + this.regionStart, bounds[1] + this.regionStart];
    }

    private current(): RegExpExecArray {
        if (!this.match) throw apexException('StringException', 'No match found');
        return this.match;
    }

    private get region(): string {
        return this.regionStart === 0 && this.regionEnd === this.text.length
            ? this.text
            : this.text.slice(this.regionStart, this.regionEnd);
    }

    private accept(match: RegExpExecArray | null): boolean {
        this.match = match;
        if (match) {
            const end = match.index + match[0].length;
            this.nextSearch = match[0] === '' ? end + 1 : end;
            this.isAtEnd = end === this.regionEnd - this.regionStart;
        } else {
            this.isAtEnd = true;
        }
        return match !== null;
    }

    private forget(): void {
        this.match = null;
        this.nextSearch = 0;
        this.isAtEnd = false;
    }
}
