/** What follows the first page of a list. The first page is wired; later ones are read when a person asks for more. */

/** A page as Apex sends it. */
export interface Page<Row> {
    readonly rows?: readonly Row[] | null;
    /** Where the next page starts; empty on the last one. */
    readonly nextCursor?: string | null;
}

/** Pages after the first. Never changed in place: a component draws again when it gets another one. */
export interface Paging<Row> {
    /** Stands for one first page: what was asked after another one is an answer to an older question. */
    readonly list: symbol;
    readonly later: readonly Row[];
    readonly cursor: string | null | undefined;
    readonly hasMore: boolean;
    readonly isLoading: boolean;
    readonly error: unknown;
}

/** @param first what was wired; without it there is nothing yet */
export function startPaging<Row>(first?: Page<Row>): Paging<Row> {
    return {
        list: Symbol('list'),
        later: [],
        cursor: first?.nextCursor,
        hasMore: Boolean(first?.nextCursor),
        isLoading: false,
        error: undefined
    };
}

/**
 * Reads the next page. An answer that comes after the list started over, or after the question changed, is dropped.
 *
 * @param holder component that keeps the paging
 * @param read asks for the page that starts at a cursor
 * @param isAsked false when the person asks for something else by now, whose first page may still be on its way
 */
export async function readMore<Row>(
    holder: { paging: Paging<Row> },
    read: (cursor: Paging<Row>['cursor']) => Promise<Page<Row>>,
    isAsked: () => boolean = () => true
): Promise<void> {
    const { list, cursor } = holder.paging;
    const settle = (change: Partial<Paging<Row>>): void => {
        if (holder.paging.list === list) {
            holder.paging = { ...holder.paging, ...(isAsked() ? change : {}), isLoading: false };
        }
    };
    holder.paging = { ...holder.paging, isLoading: true, error: undefined };
    try {
        const { rows, nextCursor } = await read(cursor);
        const later = [...holder.paging.later, ...(rows ?? [])];
        settle({ later, cursor: nextCursor, hasMore: Boolean(nextCursor) });
    } catch (error) {
        settle({ error });
    }
}
