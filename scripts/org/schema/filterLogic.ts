/** Filter logic as people write it, `1 AND (2 OR NOT 3)`, as a tree over numbered criteria. */

export type FilterLogic =
    | { readonly kind: 'item'; /** From 0. */ readonly index: number }
    | { readonly kind: 'and' | 'or'; readonly operands: readonly FilterLogic[] }
    | { readonly kind: 'not'; readonly operand: FilterLogic };

/** All criteria have to fit. */
export function allOf(count: number): FilterLogic {
    return {
        kind: 'and',
        operands: Array.from({ length: count }, (_none, index) => ({ kind: 'item', index }) as const)
    };
}

/** Reads filter logic over `count` criteria; undefined when it is none, or names a criterion that is not there. */
export function parseFilterLogic(text: string, count: number): FilterLogic | undefined {
    const tokens = text.toUpperCase().match(/\d+|AND|OR|NOT|[()]|\S/g) ?? [];
    let at = 0;
    const take = (token: string): boolean => {
        if (tokens[at] !== token) return false;
        at++;
        return true;
    };
    const chain = (kind: 'and' | 'or', operand: () => FilterLogic | undefined): FilterLogic | undefined => {
        const operands: FilterLogic[] = [];
        do {
            const next = operand();
            if (!next) return undefined;
            operands.push(next);
        } while (take(kind.toUpperCase()));
        return operands.length === 1 ? operands[0] : { kind, operands };
    };
    const single = (): FilterLogic | undefined => {
        if (take('NOT')) {
            const operand = single();
            return operand && { kind: 'not', operand };
        }
        if (take('(')) {
            const inner = chain('or', conjunction);
            return take(')') ? inner : undefined;
        }
        const index = Number(tokens[at++]) - 1;
        return Number.isInteger(index) && index >= 0 && index < count ? { kind: 'item', index } : undefined;
    };
    const conjunction = (): FilterLogic | undefined => chain('and', single);
    const whole = chain('or', conjunction);
    return at === tokens.length ? whole : undefined;
}

/** Whether the logic holds, given which criteria do. */
export function holds(logic: FilterLogic, fits: (index: number) => boolean): boolean {
    switch (logic.kind) {
        case 'item':
            return fits(logic.index);
        case 'not':
            return !holds(logic.operand, fits);
        case 'and':
            return logic.operands.every((operand) => holds(operand, fits));
        case 'or':
            return logic.operands.some((operand) => holds(operand, fits));
    }
}
