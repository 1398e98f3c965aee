/** What the address of a page says of what its reader wants to see, and back: so that it survives a reload and a link. Pure. */
import type { Selection } from 'c/insightFilterBar';
import { filtersOf } from 'c/insightQuery';
import { fill } from 'c/labelText';
import { labels } from './labels';

type State = Readonly<Record<string, unknown>>;

export interface Address {
    readonly selection: Selection;
    /** What of the address there is not, or not any more, in words. */
    readonly ignored: readonly string[];
}

/** Parameters of components have it; all others are the platform's. */
const PREFIX = 'c__';
const PERIOD = 'period';
const BASIS = 'basis';
const BASES: readonly string[] = ['cohort', 'period', 'person'];
const COHORT = 'cohort';

function textOf(value: unknown): string {
    return typeof value === 'string' ? value : '';
}

/** What is asked for when nobody asked for anything. */
function defaultSelection({ defaultPeriod, periods }: Apex.MetricContext): Selection {
    return { period: defaultPeriod ?? periods?.[0]?.key ?? '', basis: COHORT, filters: filtersOf() };
}

/** The selection that an address names; of what it names wrongly, the default. */
export function addressOf(state: State, context: Apex.MetricContext): Address {
    const ignored: string[] = [];
    const { period, basis } = defaultSelection(context);
    const selection = { period, basis };
    const filters: Record<string, string> = {};
    for (const [name, given] of Object.entries(state)) {
        const value = textOf(given);
        if (!name.startsWith(PREFIX) || value === '') {
            continue;
        }
        const key = name.slice(PREFIX.length);
        const dimension = context.dimensions?.find((known) => known.key === key);
        if (key === PERIOD && context.periods?.some((known) => known.key === value)) {
            selection.period = value;
        } else if (key === BASIS && BASES.includes(value)) {
            selection.basis = value;
        } else if (dimension?.values?.some((known) => known.key === value)) {
            filters[key] = value;
        } else {
            ignored.push(fill(labels.Ignored, nameOf(key, dimension), value));
        }
    }
    return { selection: { ...selection, filters: filtersOf(filters) }, ignored };
}

function nameOf(key: string, dimension: Apex.DimensionOption | undefined): string {
    const own: Readonly<Record<string, string>> = { [PERIOD]: labels.Period, [BASIS]: labels.BasisChoice };
    return own[key] ?? dimension?.label ?? key;
}

/** The state of an address that names this selection; what others put there stays. */
export function stateOf({ period, basis, filters }: Selection, before: State): Record<string, unknown> {
    const kept = Object.entries(before).filter(([name]) => !name.startsWith(PREFIX));
    const named = Object.entries({ [PERIOD]: period, [BASIS]: basis, ...filters });
    return Object.fromEntries([...kept, ...named.map(([key, value]) => [PREFIX + key, value] as const)]);
}
