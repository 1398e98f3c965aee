/** Arbitrary precision numbers with a scale, as Apex `Decimal` has them. */

export type RoundingMode = 'UP' | 'DOWN' | 'CEILING' | 'FLOOR' | 'HALF_UP' | 'HALF_DOWN' | 'HALF_EVEN' | 'UNNECESSARY';

/** Significant digits that `/` keeps when the quotient does not end: 1/3 has 33 decimals. */
const DIVISION_DIGITS = 33;

const powers: bigint[] = [1n];

/** 10 to the power of `exponent`, which is not negative. */
function powerOfTen(exponent: number): bigint {
    for (let next = powers.length; next <= exponent && next < 512; next++) powers.push(powers[next - 1]! * 10n);
    return powers[exponent] ?? 10n ** BigInt(exponent);
}

function digitCount(value: bigint): number {
    return (value < 0n ? -value : value).toString().length;
}

/** Raised by `setScale(..., 'UNNECESSARY')` and by division by zero; callers in `lib` turn it into a MathException. */
export class DecimalError extends Error {}

/** Rounds `numerator / denominator` to a whole number. */
function divideRounded(numerator: bigint, denominator: bigint, mode: RoundingMode): bigint {
    const quotient = numerator / denominator;
    const remainder = numerator % denominator;
    if (remainder === 0n) return quotient;
    const negative = numerator < 0n !== denominator < 0n;
    const away = negative ? quotient - 1n : quotient + 1n;
    const twice = (remainder < 0n ? -remainder : remainder) * 2n;
    const size = denominator < 0n ? -denominator : denominator;
    switch (mode) {
        case 'UP':
            return away;
        case 'DOWN':
            return quotient;
        case 'CEILING':
            return negative ? quotient : away;
        case 'FLOOR':
            return negative ? away : quotient;
        case 'HALF_UP':
            return twice >= size ? away : quotient;
        case 'HALF_DOWN':
            return twice > size ? away : quotient;
        case 'HALF_EVEN':
            return twice > size || (twice === size && quotient % 2n !== 0n) ? away : quotient;
        case 'UNNECESSARY':
            throw new DecimalError('Rounding necessary');
    }
}

/** Immutable: `unscaled * 10^-scale`. Two decimals with another scale may be equal by value: use `compare`. */
export class Decimal {
    readonly unscaled: bigint;
    readonly scale: number;

    private constructor(unscaled: bigint, scale: number) {
        this.unscaled = unscaled;
        this.scale = scale;
    }

    /**
     * From text (`-12.50`, `1E3`), a number (its shortest decimal text; whole numbers get scale 0) or a bigint.
     * Throws DecimalError when the text is no number.
     */
    static of(source: string | number | bigint): Decimal {
        if (typeof source === 'bigint') return new Decimal(source, 0);
        if (typeof source === 'number' && Number.isSafeInteger(source)) return new Decimal(BigInt(source), 0);
        const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?\s*$/.exec(String(source));
        if (!match || !(match[2] || match[3])) throw new DecimalError(`Invalid decimal: ${source}`);
        const fraction = match[3] ?? '';
        const digits = BigInt((match[2] ?? '') + fraction);
        const scale = fraction.length - Number(match[4] ?? 0);
        return Decimal.fromUnscaled(match[1] === '-' ? -digits : digits, scale);
    }

    /** A negative scale is brought to 0. */
    static fromUnscaled(unscaled: bigint, scale: number): Decimal {
        return scale < 0 ? new Decimal(unscaled * powerOfTen(-scale), 0) : new Decimal(unscaled, scale);
    }

    add(other: Decimal): Decimal {
        if (this.scale === other.scale) return new Decimal(this.unscaled + other.unscaled, this.scale);
        const scale = Math.max(this.scale, other.scale);
        return new Decimal(this.unscaledAt(scale) + other.unscaledAt(scale), scale);
    }

    subtract(other: Decimal): Decimal {
        if (this.scale === other.scale) return new Decimal(this.unscaled - other.unscaled, this.scale);
        const scale = Math.max(this.scale, other.scale);
        return new Decimal(this.unscaledAt(scale) - other.unscaledAt(scale), scale);
    }

    multiply(other: Decimal): Decimal {
        return new Decimal(this.unscaled * other.unscaled, this.scale + other.scale);
    }

    /**
     * With a scale: rounds to it (half-even unless told). Without: exact if the quotient ends within 33 significant
     * digits, else rounded to 33 of them. Throws DecimalError on division by zero.
     */
    divide(other: Decimal, scale?: number, mode: RoundingMode = 'HALF_EVEN'): Decimal {
        if (other.unscaled === 0n) throw new DecimalError('Divide by 0');
        if (scale !== undefined) {
            const shift = scale - this.scale + other.scale;
            return shift >= 0
                ? new Decimal(divideRounded(this.unscaled * powerOfTen(shift), other.unscaled, mode), scale)
                : new Decimal(divideRounded(this.unscaled, other.unscaled * powerOfTen(-shift), mode), scale);
        }
        const preferredScale = this.scale - other.scale;
        if (this.unscaled === 0n) return Decimal.fromUnscaled(0n, Math.max(preferredScale, 0));
        // Enough extra digits that the integer quotient has at least the wanted count, then cut to exactly that count.
        const shift = Math.max(0, DIVISION_DIGITS + digitCount(other.unscaled) - digitCount(this.unscaled) + 1);
        const numerator = this.unscaled * powerOfTen(shift);
        const surplus = Math.max(0, digitCount(numerator / other.unscaled) - DIVISION_DIGITS);
        const quotient = divideRounded(numerator, other.unscaled * powerOfTen(surplus), 'HALF_UP');
        const result = new Decimal(quotient, preferredScale + shift - surplus);
        return result.stripZeros(Math.max(0, preferredScale));
    }

    /** Remainder with the sign of the dividend, as `Math.mod` gives. Throws DecimalError when `other` is zero. */
    remainder(other: Decimal): Decimal {
        if (other.unscaled === 0n) throw new DecimalError('Divide by 0');
        const scale = Math.max(this.scale, other.scale);
        return new Decimal(this.unscaledAt(scale) % other.unscaledAt(scale), scale);
    }

    negate(): Decimal {
        return new Decimal(-this.unscaled, this.scale);
    }

    abs(): Decimal {
        return this.unscaled < 0n ? this.negate() : this;
    }

    compare(other: Decimal): -1 | 0 | 1 {
        const scale = Math.max(this.scale, other.scale);
        const left = this.scale === scale ? this.unscaled : this.unscaledAt(scale);
        const right = other.scale === scale ? other.unscaled : other.unscaledAt(scale);
        return left < right ? -1 : left > right ? 1 : 0;
    }

    /** Throws DecimalError for mode UNNECESSARY when digits would be lost. */
    setScale(scale: number, mode: RoundingMode = 'HALF_EVEN'): Decimal {
        if (scale === this.scale) return this;
        if (scale > this.scale) return new Decimal(this.unscaledAt(scale), scale);
        const rounded = divideRounded(this.unscaled, powerOfTen(this.scale - scale), mode);
        return Decimal.fromUnscaled(rounded, scale);
    }

    /** Removes trailing zeros of the fraction, but keeps at least `minimumScale` decimals. */
    stripZeros(minimumScale = 0): Decimal {
        let { unscaled, scale } = this;
        while (scale > minimumScale && unscaled % 10n === 0n) {
            unscaled /= 10n;
            scale--;
        }
        return scale === this.scale ? this : Decimal.fromUnscaled(unscaled, scale);
    }

    /** Whole part as a bigint: rounded by `mode`, cut off by default. */
    toBigInt(mode: RoundingMode = 'DOWN'): bigint {
        return this.setScale(0, mode).unscaled;
    }

    /** Digits of the unscaled value. */
    get precision(): number {
        return digitCount(this.unscaled);
    }

    toNumber(): number {
        return Number(this.toText());
    }

    /** Plain notation with all decimals of the scale. */
    toText(): string {
        if (this.scale === 0) return this.unscaled.toString();
        const negative = this.unscaled < 0n;
        const digits = (negative ? -this.unscaled : this.unscaled).toString().padStart(this.scale + 1, '0');
        const cut = digits.length - this.scale;
        return `${negative ? '-' : ''}${digits.slice(0, cut)}.${digits.slice(cut)}`;
    }

    toString(): string {
        return this.toText();
    }

    private unscaledAt(scale: number): bigint {
        return this.unscaled * powerOfTen(scale - this.scale);
    }
}
