/** A small seeded generator (mulberry32), so that the same seed gives the same demo world everywhere. */

export interface Random {
    /** In [0, 1). */
    next(): number;
    /** Whole number in [low, high], both included. */
    between(low: number, high: number): number;
    pick<T>(items: readonly T[]): T;
    /** Picks by weight: `[['surgeon', 38], ['nurse', 14]]`. */
    weighted<T>(items: readonly (readonly [T, number])[]): T;
    shuffle<T>(items: readonly T[]): T[];
    /** Standard normal deviate. */
    normal(): number;
}

export function seededRandom(seed: number): Random {
    let state = seed >>> 0;
    const next = (): number => {
        state = (state + 0x6d2b79f5) >>> 0;
        let mixed = Math.imul(state ^ (state >>> 15), state | 1);
        mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
        return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
    };
    const between = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1));
    const pick = <T>(items: readonly T[]): T => items[between(0, items.length - 1)] as T;
    return {
        next,
        between,
        pick,
        weighted(items) {
            const total = items.reduce((sum, [, weight]) => sum + weight, 0);
            let rest = next() * total;
            for (const [item, weight] of items) {
                rest -= weight;
                if (rest < 0) {
                    return item;
                }
            }
            return pick(items)[0];
        },
        shuffle(items) {
            const copy = [...items];
            for (let index = copy.length - 1; index > 0; index--) {
                const other = between(0, index);
                [copy[index], copy[other]] = [copy[other]!, copy[index]!];
            }
            return copy;
        },
        normal() {
            return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
        }
    };
}

/**
 * Splits a total over weights in whole numbers that add up exactly (largest remainder), each at least `minimum`.
 */
export function allocate(total: number, weights: readonly number[], minimum = 0): number[] {
    const free = total - minimum * weights.length;
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const exact = weights.map((weight) => (free * weight) / sum);
    const shares = exact.map(Math.floor);
    const order = exact
        .map((value, index) => [value - Math.floor(value), index] as const)
        .sort((a, b) => b[0] - a[0] || a[1] - b[1]);
    let rest = free - shares.reduce((all, share) => all + share, 0);
    for (const [, index] of order) {
        if (rest-- <= 0) {
            break;
        }
        shares[index]!++;
    }
    return shares.map((share) => share + minimum);
}
