/** `Integer`, `Long`, `Double`, `Decimal` and `Boolean`. */
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { typeNameOf } from '../values/convert.ts';
import { Decimal, DecimalError, type RoundingMode } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import type { EnumValue } from '../values/enums.ts';
import { apexException } from '../values/exceptions.ts';
import {
    decimalOf,
    doubleOf,
    integerOf,
    longOf,
    parseDecimal,
    parseDouble,
    parseInteger,
    parseLong
} from './numberParsing.ts';
import { requireArguments } from './support.ts';

/** Largest double that a Long takes, and so on: casts saturate as in Java. */
function saturatedLong(value: number): bigint {
    if (Number.isNaN(value)) return 0n;
    if (value >= 9_223_372_036_854_775_807) return 9_223_372_036_854_775_807n;
    if (value <= -9_223_372_036_854_775_808) return -9_223_372_036_854_775_808n;
    return BigInt(Math.trunc(value));
}

function saturatedInteger(value: number): number {
    if (Number.isNaN(value)) return 0;
    return Math.trunc(Math.min(2_147_483_647, Math.max(-2_147_483_648, value)));
}

/** Runs decimal arithmetic and turns its failure into a MathException. */
export function decimalMath<T>(work: () => T): T {
    try {
        return work();
    } catch (error) {
        if (error instanceof DecimalError) throw apexException('MathException', error.message);
        throw error;
    }
}

/** The constant's name as a rounding mode. */
function modeOf(mode: EnumValue): RoundingMode {
    requireArguments(mode);
    return mode.name as RoundingMode;
}

/** Groups the digits as the user's locale does. */
function formatNumber(context: RuntimeContext, value: Decimal): string {
    const locale = context.tx().user.locale.replaceAll('_', '-');
    const digits = Math.min(100, value.scale);
    const format = new Intl.NumberFormat(locale, { maximumFractionDigits: digits, minimumFractionDigits: digits });
    return format.format(value.toText() as Intl.StringNumericLiteral);
}

function booleanOf(value: Value): boolean {
    requireArguments(value);
    if (typeof value === 'boolean') return value;
    if (typeof value === 'string') return value.toLowerCase() === 'true';
    throw apexException('TypeException', `Invalid conversion from runtime type ${typeNameOf(value)} to Boolean`);
}

function setScale(self: Decimal, scale: number, mode: RoundingMode = 'HALF_EVEN'): Decimal {
    requireArguments(scale);
    if (scale < -33 || scale > 33) throw apexException('MathException', 'Scale must be between -33 and 33');
    return decimalMath(() => self.setScale(scale, mode));
}

function power(self: Decimal, exponent: number): Decimal {
    if (exponent < 0 || exponent > 32_767) throw apexException('MathException', 'Invalid operation');
    return Decimal.fromUnscaled(self.unscaled ** BigInt(exponent), self.scale * exponent);
}

const decimalMembers = {
    'static Decimal valueOf(Double value)': doubleToDecimal,
    'static Decimal valueOf(Long value)': decimalOf,
    'static Decimal valueOf(String value)': parseDecimal,
    'Decimal abs()': (self: Decimal) => self.abs(),
    'Decimal divide(Decimal divisor, Integer scale)': (self: Decimal, divisor: Decimal, scale: number) => {
        requireArguments(divisor, scale);
        return decimalMath(() => self.divide(divisor, scale));
    },
    'Decimal divide(Decimal divisor, Integer scale, RoundingMode mode)': (
        self: Decimal,
        divisor: Decimal,
        scale: number,
        mode: EnumValue
    ) => {
        requireArguments(divisor, scale);
        return decimalMath(() => self.divide(divisor, scale, modeOf(mode)));
    },
    'Double doubleValue()': (self: Decimal) => new ApexDouble(self.toNumber()),
    'Integer intValue()': integerOf,
    'Long longValue()': longOf,
    'Decimal pow(Integer exponent)': power,
    'Integer precision()': (self: Decimal) => self.precision,
    'Long round()': (self: Decimal) => BigInt.asIntN(64, self.toBigInt('HALF_EVEN')),
    'Long round(RoundingMode mode)': (self: Decimal, mode: EnumValue) =>
        decimalMath(() => BigInt.asIntN(64, self.toBigInt(modeOf(mode)))),
    'Integer scale()': (self: Decimal) => self.scale,
    'Decimal setScale(Integer scale)': setScale,
    'Decimal setScale(Integer scale, RoundingMode mode)': (self: Decimal, scale: number, mode: EnumValue) =>
        setScale(self, scale, modeOf(mode)),
    'Decimal stripTrailingZeros()': (self: Decimal) => self.stripZeros(),
    'String toPlainString()': (self: Decimal) => self.toText()
};

function doubleToDecimal(value: ApexDouble): Decimal {
    return decimalOf(value);
}

/** `Integer`, `Long`, `Double`, `Decimal`, `Boolean` */
export const numberLibrary: LibraryModule = (context) => [
    libraryClass('Integer', {
        'static Integer valueOf(String value)': parseInteger,
        'static Integer valueOf(Object value)': integerOf,
        'String format()': (self: number) => formatNumber(context, Decimal.of(self))
    }),
    libraryClass('Long', {
        'static Long valueOf(String value)': parseLong,
        'static Long valueOf(Object value)': longOf,
        'String format()': (self: bigint) => formatNumber(context, Decimal.of(self)),
        'Integer intValue()': (self: bigint) => Number(BigInt.asIntN(32, self))
    }),
    libraryClass('Double', {
        'static Double valueOf(String value)': parseDouble,
        'static Double valueOf(Object value)': doubleOf,
        'String format()': (self: ApexDouble) => formatNumber(context, decimalOf(self).stripZeros()),
        'Integer intValue()': (self: ApexDouble) => saturatedInteger(self.value),
        'Long longValue()': (self: ApexDouble) => saturatedLong(self.value),
        'Long round()': (self: ApexDouble) => saturatedLong(Math.floor(self.value + 0.5))
    }),
    libraryClass('Decimal', {
        ...decimalMembers,
        'String format()': (self: Decimal) => formatNumber(context, self)
    }),
    libraryClass('Boolean', {
        'static Boolean valueOf(String value)': booleanOf,
        'static Boolean valueOf(Object value)': booleanOf
    })
];
