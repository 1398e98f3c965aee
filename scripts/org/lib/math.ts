/** `Math` */
import { libraryClass, type Implementation, type LibraryModule, type Member } from '../runtime/library.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import { apexException } from '../values/exceptions.ts';
import { decimalMath } from './numbers.ts';
import { requireArguments } from './support.ts';

/** Functions of one number that exist for Double and for Decimal. */
const REAL: Readonly<Record<string, (value: number) => number>> = {
    acos: Math.acos,
    asin: Math.asin,
    atan: Math.atan,
    cbrt: Math.cbrt,
    cos: Math.cos,
    cosh: Math.cosh,
    exp: Math.exp,
    log: Math.log,
    log10: Math.log10,
    sin: Math.sin,
    sinh: Math.sinh,
    sqrt: Math.sqrt,
    tan: Math.tan,
    tanh: Math.tanh
};

/** A Decimal of a calculated number; NaN and infinities have none. */
function real(value: number): Decimal {
    if (!Number.isFinite(value)) throw apexException('MathException', 'Invalid operation');
    return Decimal.of(new ApexDouble(value).toText());
}

function members(): Record<string, Member> {
    const result: Record<string, Member> = {};
    for (const [name, calculate] of Object.entries(REAL)) {
        result[`static Double ${name}(Double value)`] = (value: ApexDouble) => {
            requireArguments(value);
            return new ApexDouble(calculate(value.value));
        };
        result[`static Decimal ${name}(Decimal value)`] = (value: Decimal) => {
            requireArguments(value);
            return real(calculate(value.toNumber()));
        };
    }
    return result;
}

/** Wraps so that null raises `Argument cannot be null.` */
function each(entries: Record<string, Implementation>): Record<string, Implementation> {
    return Object.fromEntries(
        Object.entries(entries).map(([signature, implementation]) => [
            signature,
            (...args) => {
                requireArguments(...args);
                return implementation(...args);
            }
        ])
    );
}

function nonZero<T>(divisor: T): T {
    if (divisor === 0 || divisor === 0n) throw apexException('MathException', 'Divide by 0');
    return divisor;
}

const whole = (value: Decimal, mode: 'CEILING' | 'FLOOR' | 'HALF_EVEN'): Decimal => value.setScale(0, mode);
/** Rounds a double half to even. */
function rint(value: number): number {
    const floor = Math.floor(value);
    const part = value - floor;
    if (part < 0.5 || (part === 0.5 && floor % 2 === 0)) return floor;
    return floor + 1;
}

const various = each({
    'static Integer abs(Integer value)': (value) => Math.abs(value) | 0,
    'static Long abs(Long value)': (value) => BigInt.asIntN(64, value < 0n ? -value : value),
    'static Double abs(Double value)': (value) => new ApexDouble(Math.abs(value.value)),
    'static Decimal abs(Decimal value)': (value) => value.abs(),
    'static Double atan2(Double y, Double x)': (y, x) => new ApexDouble(Math.atan2(y.value, x.value)),
    'static Decimal atan2(Decimal y, Decimal x)': (y, x) => real(Math.atan2(y.toNumber(), x.toNumber())),
    'static Double ceil(Double value)': (value) => new ApexDouble(Math.ceil(value.value)),
    'static Decimal ceil(Decimal value)': (value) => whole(value, 'CEILING'),
    'static Double floor(Double value)': (value) => new ApexDouble(Math.floor(value.value)),
    'static Decimal floor(Decimal value)': (value) => whole(value, 'FLOOR'),
    'static Integer max(Integer a, Integer b)': (a, b) => Math.max(a, b),
    'static Long max(Long a, Long b)': (a, b) => (a > b ? a : b),
    'static Double max(Double a, Double b)': (a, b) => new ApexDouble(Math.max(a.value, b.value)),
    'static Decimal max(Decimal a, Decimal b)': (a, b) => (a.compare(b) >= 0 ? a : b),
    'static Integer min(Integer a, Integer b)': (a, b) => Math.min(a, b),
    'static Long min(Long a, Long b)': (a, b) => (a < b ? a : b),
    'static Double min(Double a, Double b)': (a, b) => new ApexDouble(Math.min(a.value, b.value)),
    'static Decimal min(Decimal a, Decimal b)': (a, b) => (a.compare(b) <= 0 ? a : b),
    'static Integer mod(Integer dividend, Integer divisor)': (a, b) => (a % nonZero(b)) | 0,
    'static Long mod(Long dividend, Long divisor)': (a, b) => a % nonZero(b),
    'static Decimal mod(Decimal dividend, Decimal divisor)': (a, b) => decimalMath(() => a.remainder(b)),
    'static Double pow(Double base, Double exponent)': (a, b) => new ApexDouble(a.value ** b.value),
    'static Double rint(Double value)': (value) => new ApexDouble(rint(value.value)),
    'static Decimal rint(Decimal value)': (value) => whole(value, 'HALF_EVEN'),
    'static Integer round(Double value)': (value) => Number(BigInt.asIntN(32, BigInt(Math.floor(value.value + 0.5)))),
    'static Integer round(Decimal value)': (value) => Number(BigInt.asIntN(32, value.toBigInt('HALF_EVEN'))),
    'static Long roundToLong(Double value)': (value) => BigInt.asIntN(64, BigInt(Math.floor(value.value + 0.5))),
    'static Long roundToLong(Decimal value)': (value) => BigInt.asIntN(64, value.toBigInt('HALF_EVEN')),
    'static Double signum(Double value)': (value) => new ApexDouble(Math.sign(value.value)),
    'static Decimal signum(Decimal value)': (value) =>
        Decimal.of(value.unscaled < 0n ? -1 : value.unscaled > 0n ? 1 : 0)
});

/** `Math` */
export const mathLibrary: LibraryModule = () => [
    libraryClass('Math', {
        ...members(),
        ...various,
        'static Double random()': () => new ApexDouble(Math.random())
    })
];
