/**
 * Keeps what a rep typed into a rejection until the server has it: in memory, and in the session's storage so that a
 * reload loses nothing. One draft per hand-off.
 */
export interface RejectionDraft {
    readonly reasonCode: string;
    readonly rationale: string;
    readonly values: Readonly<Record<string, string>>;
}

const PREFIX = 'baton.rejection.';
const memory = new Map<string, RejectionDraft>();

/** @param handoffId hand-off that the draft belongs to */
export function readDraft(handoffId: string): RejectionDraft | undefined {
    const inMemory = memory.get(handoffId);
    if (inMemory) {
        return inMemory;
    }
    try {
        const stored: unknown = JSON.parse(sessionStorage.getItem(PREFIX + handoffId) ?? 'null');
        return isDraft(stored) ? stored : undefined;
    } catch {
        // Storage is off or holds what is no draft: there is nothing to keep.
        return undefined;
    }
}

/** Keeps a draft; one in which nothing is typed is dropped. */
export function keepDraft(handoffId: string, draft: RejectionDraft): void {
    if (isEmpty(draft)) {
        dropDraft(handoffId);
        return;
    }
    memory.set(handoffId, draft);
    try {
        sessionStorage.setItem(PREFIX + handoffId, JSON.stringify(draft));
    } catch {
        // Storage is full or off: memory still holds it for as long as the page lives.
    }
}

/** Forgets a draft, once the server has it or the rep discards it. */
export function dropDraft(handoffId: string): void {
    memory.delete(handoffId);
    try {
        sessionStorage.removeItem(PREFIX + handoffId);
    } catch {
        // Storage is off: nothing was stored.
    }
}

function isEmpty(draft: RejectionDraft): boolean {
    return (
        draft.reasonCode === '' &&
        draft.rationale.trim() === '' &&
        Object.values(draft.values).every((value) => value === '')
    );
}

function isDraft(value: unknown): value is RejectionDraft {
    const draft = value as Partial<RejectionDraft> | null;
    return (
        typeof draft === 'object' &&
        draft !== null &&
        typeof draft.reasonCode === 'string' &&
        typeof draft.rationale === 'string' &&
        typeof draft.values === 'object'
    );
}
