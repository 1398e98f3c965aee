/** `Pattern` and `Matcher`. */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import { ApexList } from '../values/collections.ts';
import { RegexMatcher, replaceMatches, splitByPattern } from './regexMatcher.ts';
import { javaRegex, type JavaRegex } from './regexSyntax.ts';
import { listType, requireArguments } from './support.ts';

const SPECIAL = /[\\[\](){}.*+?^$|]/g;

/** An Apex `Pattern`. */
class PatternValue {
    readonly typeName = 'Pattern';
    readonly regex: JavaRegex;

    constructor(source: string) {
        requireArguments(source);
        this.regex = javaRegex(source);
    }

    toText(): string {
        return this.regex.source;
    }
}

/** An Apex `Matcher`. */
class MatcherValue {
    readonly typeName = 'Matcher';
    pattern: PatternValue;
    readonly state: RegexMatcher;

    constructor(pattern: PatternValue, text: string) {
        requireArguments(text);
        this.pattern = pattern;
        this.state = new RegexMatcher(pattern.regex, text);
    }

    toText(): string {
        return `Matcher[pattern=${this.pattern.toText()} region=${this.state.regionStart},${this.state.regionEnd}]`;
    }
}

function pieces(regex: JavaRegex, text: string, limit: number): ApexList {
    requireArguments(text, limit);
    return new ApexList(listType('String'), splitByPattern(regex, text, limit));
}

const patternMembers = {
    'static Pattern compile(String regex)': (regex: string) => new PatternValue(regex),
    'static Boolean matches(String regex, String text)': (regex: string, text: string) =>
        new MatcherValue(new PatternValue(regex), text).state.matches(),
    'static String quote(String text)': (text: string) => {
        requireArguments(text);
        return text.replace(SPECIAL, '\\$&');
    },
    'Matcher matcher(String text)': (self: PatternValue, text: string) => new MatcherValue(self, text),
    'String pattern()': (self: PatternValue) => self.regex.source,
    'List<String> split(String text)': (self: PatternValue, text: string) => pieces(self.regex, text, 0),
    'List<String> split(String text, Integer limit)': (self: PatternValue, text: string, limit: number) =>
        pieces(self.regex, text, limit),
    'String toString()': (self: PatternValue) => self.toText()
};

const matcherMembers = {
    'static String quoteReplacement(String text)': (text: string) => {
        requireArguments(text);
        return text.replace(/[\\$]/g, '\\$&');
    },
    'Boolean matches()': (self: MatcherValue) => self.state.matches(),
    'Boolean lookingAt()': (self: MatcherValue) => self.state.lookingAt(),
    'Boolean find()': (self: MatcherValue) => self.state.find(),
    'Boolean find(Integer start)': (self: MatcherValue, start: number) => self.state.findFrom(start),
    'String group()': (self: MatcherValue) => self.state.group(0),
    'String group(Integer index)': (self: MatcherValue, index: number) => self.state.group(index),
    'Integer groupCount()': (self: MatcherValue) => self.state.groupCount,
    'Integer start()': (self: MatcherValue) => self.state.start(0),
    'Integer start(Integer group)': (self: MatcherValue, group: number) => self.state.start(group),
    'Integer end()': (self: MatcherValue) => self.state.end(0),
    'Integer end(Integer group)': (self: MatcherValue, group: number) => self.state.end(group),
    'Boolean hitEnd()': (self: MatcherValue) => self.state.hitEnd,
    'Boolean requireEnd()': (self: MatcherValue) => self.state.hitEnd && /\$|\\[zZ]/.test(self.pattern.regex.source),
    'Boolean hasAnchoringBounds()': () => true,
    'Boolean hasTransparentBounds()': () => false,
    'Pattern pattern()': (self: MatcherValue) => self.pattern,
    'Matcher region(Integer start, Integer end)': (self: MatcherValue, start: number, end: number) => {
        self.state.setRegion(start, end);
        return self;
    },
    'Integer regionStart()': (self: MatcherValue) => self.state.regionStart,
    'Integer regionEnd()': (self: MatcherValue) => self.state.regionEnd,
    'String replaceAll(String replacement)': (self: MatcherValue, replacement: string) => {
        requireArguments(replacement);
        return replaceMatches(self.pattern.regex, self.state.text, replacement, true);
    },
    'String replaceFirst(String replacement)': (self: MatcherValue, replacement: string) => {
        requireArguments(replacement);
        return replaceMatches(self.pattern.regex, self.state.text, replacement, false);
    },
    'Matcher reset()': (self: MatcherValue) => {
        self.state.reset();
        return self;
    },
    'Matcher reset(String text)': (self: MatcherValue, text: string) => {
        requireArguments(text);
        self.state.reset(text);
        return self;
    },
    'Matcher usePattern(Pattern pattern)': (self: MatcherValue, pattern: PatternValue) => {
        requireArguments(pattern);
        self.pattern = pattern;
        self.state.regex = pattern.regex;
        return self;
    }
};

/** `Pattern` and `Matcher` */
export const patternLibrary: LibraryModule = () => [
    libraryClass('Pattern', patternMembers),
    libraryClass('Matcher', matcherMembers)
];
