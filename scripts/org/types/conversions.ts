/** Implicit conversions between static types and the choice among overloads. */
import type { ApexType, BoundMethod } from './model.ts';
import type { TypeTable } from './table.ts';

const numericRank: Readonly<Record<string, number>> = { Integer: 0, Long: 1, Double: 2, Decimal: 3 };

/** Position in Integer < Long < Double < Decimal, or undefined. */
export function rankOf(type: ApexType): number | undefined {
    return type.kind === 'primitive' ? numericRank[type.base] : undefined;
}

const never = Number.POSITIVE_INFINITY;
const toObject = 20;

/** How far apart the types are: 0 for the same type, infinite when there is no implicit conversion. */
export function conversionCost(table: TypeTable, from: ApexType, to: ApexType): number {
    if (from === to || from.kind === 'error' || to.kind === 'error' || to.kind === 'parameter') return 0;
    if (from.kind === 'void' || to.kind === 'void') return never;
    if (from.kind === 'null') return to.base === 'Object' ? 2 : 1;
    if (to.kind === 'primitive') {
        if (to.base === 'Object') return toObject;
        return primitiveCost(from, to);
    }
    if (to.kind === 'sobject') {
        return from.kind === 'sobject' && to === table.sobject ? 1 : never;
    }
    if (from.base === to.base && from.args.length === to.args.length && from.args.length > 0) {
        return argumentsCost(table, from, to);
    }
    const hierarchy = table.hierarchy(from);
    const exact = hierarchy.indexOf(to);
    if (exact > 0) return Math.min(exact, toObject - 1);
    for (const [distance, ancestor] of hierarchy.entries()) {
        if (ancestor.base === to.base && ancestor.info === to.info && ancestor.args.length > 0) {
            return distance + argumentsCost(table, ancestor, to);
        }
    }
    return never;
}

function primitiveCost(from: ApexType, to: ApexType): number {
    if (from.kind !== 'primitive') return never;
    const [fromRank, toRank] = [rankOf(from), rankOf(to)];
    if (fromRank !== undefined && toRank !== undefined) {
        if (toRank > fromRank) return toRank - fromRank;
        return from.base === 'Decimal' && to.base === 'Double' ? 2 : never;
    }
    if (from.base === 'Id' && to.base === 'String') return 1;
    if (from.base === 'String' && to.base === 'Id') return 2;
    if (from.base === 'Date' && to.base === 'Datetime') return 2;
    return never;
}

/** Collections of records convert both ways; others as their elements do, without changing the value. */
function argumentsCost(table: TypeTable, from: ApexType, to: ApexType): number {
    let cost = 0;
    for (let i = 0; i < from.args.length; i++) {
        const [one, other] = [from.args[i] as ApexType, to.args[i] as ApexType];
        if (one === other) continue;
        if (one.kind === 'sobject' && other.kind === 'sobject') {
            if (one !== table.sobject && other !== table.sobject) return never;
            cost += 2;
            continue;
        }
        if (rankOf(one) !== undefined && rankOf(other) !== undefined) return never;
        // What an Iterable gives is looked at when it is read.
        if (to.base === 'Iterable' && one.base === 'Object') {
            cost += 3;
            continue;
        }
        const part = conversionCost(table, one, other);
        if (part === never) return never;
        // `List<Object>` is nearer to a list than `Object` is.
        cost += Math.min(Math.max(1, part), toObject - 1);
    }
    return cost;
}

export function isAssignable(table: TypeTable, from: ApexType, to: ApexType): boolean {
    return conversionCost(table, from, to) < never;
}

/** The overload whose parameters are nearest to the arguments; undefined when none fits. */
export function chooseOverload(
    table: TypeTable,
    candidates: readonly BoundMethod[],
    args: readonly ApexType[],
    cost: (argument: number, to: ApexType) => number = (argument, to) =>
        conversionCost(table, args[argument] as ApexType, to)
): BoundMethod | undefined {
    let best: BoundMethod | undefined;
    let bestCost = never;
    for (const candidate of candidates) {
        if (candidate.parameters.length !== args.length) continue;
        let total = 0;
        for (let i = 0; i < args.length && total < never; i++) total += cost(i, candidate.parameters[i] as ApexType);
        if (total < bestCost) {
            best = candidate;
            bestCost = total;
        }
    }
    return best;
}

/** The nearest name by edit distance, for `did you mean`; undefined when nothing is near. */
export function nearestName(wanted: string, names: Iterable<string>): string | undefined {
    const lower = wanted.toLowerCase();
    let best: string | undefined;
    let bestDistance = Math.max(2, Math.floor(lower.length / 3)) + 1;
    for (const name of names) {
        if (Math.abs(name.length - lower.length) >= bestDistance) continue;
        const distance = editDistance(lower, name.toLowerCase());
        if (distance < bestDistance) {
            best = name;
            bestDistance = distance;
        }
    }
    return best;
}

function editDistance(left: string, right: string): number {
    let previous = Array.from({ length: right.length + 1 }, (_, i) => i);
    for (let i = 1; i <= left.length; i++) {
        const current = [i];
        for (let j = 1; j <= right.length; j++) {
            const change = (previous[j - 1] as number) + (left[i - 1] === right[j - 1] ? 0 : 1);
            current.push(Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
        }
        previous = current;
    }
    return previous[right.length] as number;
}
