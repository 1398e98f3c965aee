/** The registry behind `lightning/refresh`. */
import { refreshAll } from 'host/resourceCache';

export const REFRESH_EVENT = 'lightning__refresh';
type Handler = () => unknown;

const handlers = new Map<number, Handler>();
let lastId = 0;

export function addRefreshHandler(handler: Handler): number {
    handlers.set(++lastId, handler);
    return lastId;
}

export function removeRefreshHandler(id: number): void {
    handlers.delete(id);
}

export async function runRefreshHandlers(): Promise<void> {
    await Promise.allSettled([...handlers.values()].map((handler) => Promise.resolve().then(handler)));
}

/** Standard parts of a page re-read their records on a RefreshEvent, and so do registered components. */
export function installRefreshListener(): void {
    document.addEventListener(REFRESH_EVENT, () => {
        void refreshAll();
        void runRefreshHandlers();
    });
}
