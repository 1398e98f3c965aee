/** Text functions. A blank source gives a blank result. */
import { Decimal } from '../../values/decimal.ts';
import { ApexDate, ApexDatetime } from '../../values/temporal.ts';
import type { Value } from '../../runtime/program.ts';
import { trimmed } from '../operators.ts';
import { FormulaRuntimeError } from '../types.ts';
import { requireCount, simple } from './spec.ts';
import type { FunctionTable } from './spec.ts';
import { requireType } from '../operators.ts';
import { formulaRegex } from './regex.ts';

const whole = (value: Decimal): number => Math.trunc(value.toNumber());

/** Functions by upper-case name. */
export const textFunctions: FunctionTable = {
    LEN: simple(['text'], 'number', ([text]) => Decimal.of((text ?? '').length), { strict: false }),
    TRIM: simple(['text'], 'text', ([text]) => text.trim()),
    UPPER: simple(['text', 'text'], 'text', ([text]) => text.toUpperCase(), { required: 1 }),
    LOWER: simple(['text', 'text'], 'text', ([text]) => text.toLowerCase(), { required: 1 }),
    INITCAP: simple(['text'], 'text', ([text]) =>
        text
            .toLowerCase()
            .replace(
                /(^|[^\p{L}\p{N}])(\p{L})/gu,
                (_all: string, before: string, letter: string) => before + letter.toUpperCase()
            )
    ),
    REVERSE: simple(['text'], 'text', ([text]) => [...text].reverse().join('')),
    LEFT: simple(['text', 'number'], 'text', ([text, count]) => text.slice(0, Math.max(0, whole(count)))),
    RIGHT: simple(['text', 'number'], 'text', ([text, count]) => {
        const length = Math.max(0, whole(count));
        return length === 0 ? null : text.slice(-length);
    }),
    MID: simple(['text', 'number', 'number'], 'text', ([text, start, count]) => {
        const from = Math.max(1, whole(start)) - 1;
        return text.slice(from, from + Math.max(0, whole(count)));
    }),
    CONTAINS: simple(
        ['text', 'text'],
        'boolean',
        contains((text, part) => text.includes(part)),
        { strict: false }
    ),
    BEGINS: simple(
        ['text', 'text'],
        'boolean',
        contains((text, part) => text.startsWith(part)),
        { strict: false }
    ),
    SUBSTITUTE: simple(
        ['text', 'text', 'text'],
        'text',
        ([text, old, replacement]) => (text === null || old === null ? text : text.split(old).join(replacement ?? '')),
        { strict: false }
    ),
    FIND: simple(
        ['text', 'text', 'number'],
        'number',
        ([part, text, start]) => {
            const from = start instanceof Decimal ? Math.max(0, whole(start) - 1) : 0;
            return Decimal.of(part === null || text === null ? 0 : text.indexOf(part, from) + 1);
        },
        { required: 2, strict: false }
    ),
    LPAD: simple(
        ['text', 'number', 'text'],
        'text',
        ([text, count, pad]) => padded(text, whole(count), pad ?? ' ', true),
        {
            required: 2
        }
    ),
    RPAD: simple(
        ['text', 'number', 'text'],
        'text',
        ([text, count, pad]) => padded(text, whole(count), pad ?? ' ', false),
        {
            required: 2
        }
    ),
    REGEX: simple(['text', 'text'], 'boolean', ([text, pattern]) => formulaRegex(pattern ?? '').test(text ?? ''), {
        strict: false
    }),
    VALUE: simple(['text'], 'number', ([text]) => {
        const digits = text.trim().replaceAll(',', '');
        if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(digits)) {
            throw new FormulaRuntimeError(`VALUE: '${text}' is not a number`);
        }
        return Decimal.of(digits.replace(/^\+/, ''));
    }),
    TEXT: (call) => {
        requireCount(call, 1);
        const arg = call.args[0]!;
        requireType(arg, ['number', 'date', 'datetime', 'time', 'picklist'], "function 'TEXT()'");
        return { type: 'text', offset: call.offset, run: (context) => asText(arg.run(context)) };
    },
    CASESAFEID: simple(['text'], 'text', ([id]) => caseSafeId(id)),
    HYPERLINK: simple(
        ['text', 'text', 'text'],
        'text',
        ([url, label, target]) => `<a href="${url ?? ''}" target="${target ?? '_blank'}">${label ?? ''}</a>`,
        { required: 2, strict: false }
    ),
    IMAGE: simple(
        ['text', 'text', 'number', 'number'],
        'text',
        ([url, label, height, width]) => {
            const size = height && width ? ` style="height:${height.toText()}px; width:${width.toText()}px;"` : '';
            return `<img src="${url ?? ''}" alt="${label ?? ''}"${size} border="0"/>`;
        },
        { required: 2, strict: false }
    ),
    BR: simple([], 'text', () => '<br>'),
    ASCII: simple(['text'], 'number', ([text]) => Decimal.of(text.codePointAt(0))),
    CHR: simple(['number'], 'text', ([code]) => String.fromCodePoint(whole(code)))
};

function contains(test: (text: string, part: string) => boolean): (args: readonly Value[]) => Value {
    // The empty part is found everywhere; nothing is found in a blank text.
    return ([text, part]) => (part === null ? true : text === null ? null : test(text, part));
}

function padded(text: string, length: number, pad: string, left: boolean): string | null {
    if (length <= 0) {
        return null;
    }
    return left ? text.slice(0, length).padStart(length, pad) : text.slice(0, length).padEnd(length, pad);
}

function asText(value: Value): string | null {
    if (value === null) {
        return null;
    }
    if (value instanceof Decimal) {
        return trimmed(value).toText();
    }
    if (value instanceof ApexDate) {
        return value.toIso();
    }
    if (value instanceof ApexDatetime) {
        return `${value.toIso().slice(0, 19).replace('T', ' ')}Z`;
    }
    if (typeof value === 'string') {
        return value;
    }
    return new Date(value.msOfDay).toISOString().slice(11, 23);
}

/** The 18-character form of a 15-character id; anything else comes back as it is. */
function caseSafeId(id: string): string {
    if (!/^[A-Za-z0-9]{15}$/.test(id)) {
        return id;
    }
    const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';
    let suffix = '';
    for (let block = 0; block < 3; block++) {
        let bits = 0;
        for (let position = 0; position < 5; position++) {
            if (/[A-Z]/.test(id.charAt(block * 5 + position))) {
                bits |= 1 << position;
            }
        }
        suffix += alphabet.charAt(bits);
    }
    return id + suffix;
}
