/** Numeric functions. */
import { Decimal } from '../../values/decimal.ts';
import type { RoundingMode } from '../../values/decimal.ts';
import type { Value } from '../../runtime/program.ts';
import { fromNumber, requireType, trimmed } from '../operators.ts';
import { FormulaRuntimeError } from '../types.ts';
import type { Bound } from '../types.ts';
import { requireCount, simple } from './spec.ts';
import type { Call, FormulaFunction, FunctionTable } from './spec.ts';

/** Functions by upper-case name. */
export const numberFunctions: FunctionTable = {
    ABS: simple(['number'], 'number', ([value]) => (value.unscaled < 0n ? value.negate() : value)),
    // Away from zero and towards zero: the functions with an M in front follow the number line.
    CEILING: rounding('UP'),
    FLOOR: rounding('DOWN'),
    MCEILING: rounding('CEILING'),
    MFLOOR: rounding('FLOOR'),
    ROUND: simple(['number', 'number'], 'number', ([value, places]) => rounded(value, places, 'HALF_UP')),
    TRUNC: simple(
        ['number', 'number'],
        'number',
        ([value, places]) => rounded(value, places ?? Decimal.of(0), 'DOWN'),
        {
            required: 1
        }
    ),
    MAX: (call) => extreme(call, 1),
    MIN: (call) => extreme(call, -1),
    MOD: simple(['number', 'number'], 'number', ([value, divisor]) => {
        if (divisor.unscaled === 0n) {
            throw new FormulaRuntimeError('Division by zero');
        }
        return value.subtract(value.divide(divisor, 0, 'DOWN').multiply(divisor));
    }),
    SQRT: simple(['number'], 'number', ([value]) => fromNumber(Math.sqrt(value.toNumber()))),
    EXP: simple(['number'], 'number', ([value]) => fromNumber(Math.exp(value.toNumber()))),
    LN: simple(['number'], 'number', ([value]) => fromNumber(Math.log(value.toNumber()))),
    LOG: simple(['number'], 'number', ([value]) => fromNumber(Math.log10(value.toNumber()))),
    PI: simple([], 'number', () => Decimal.of(Math.PI))
};

function rounding(mode: RoundingMode): FormulaFunction {
    return simple(['number'], 'number', ([value]) => value.setScale(0, mode));
}

function rounded(value: Decimal, places: Decimal, mode: RoundingMode): Value {
    const digits = Math.trunc(places.toNumber());
    if (digits < 0) {
        const unit = Decimal.of(10n ** BigInt(-digits));
        return value.divide(unit, 0, mode).multiply(unit);
    }
    return trimmed(value.setScale(digits, mode));
}

function extreme(call: Call, sign: 1 | -1): Bound {
    requireCount(call, 1, Infinity);
    call.args.forEach((arg) => requireType(arg, ['number'], `function '${call.name}()'`));
    const run: Bound['run'] = (context) => {
        let best: Decimal | null = null;
        for (const arg of call.args) {
            const value: Decimal | null = arg.run(context);
            if (value === null) {
                return null;
            }
            if (best === null || value.compare(best) === sign) {
                best = value;
            }
        }
        return best;
    };
    return { type: 'number', offset: call.offset, run };
}
