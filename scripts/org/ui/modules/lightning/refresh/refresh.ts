/** `lightning/refresh`. */
import { addRefreshHandler, REFRESH_EVENT, removeRefreshHandler } from 'host/refreshHandlers';

export class RefreshEvent extends CustomEvent<undefined> {
    constructor() {
        super(REFRESH_EVENT, { bubbles: true, composed: true });
    }
}

export function registerRefreshHandler(_element: unknown, handler: () => unknown): number {
    return addRefreshHandler(handler);
}
export function unregisterRefreshHandler(id: number): void {
    removeRefreshHandler(id);
}
export function registerRefreshContainer(_element: unknown, handler: () => unknown): number {
    return addRefreshHandler(handler);
}
export function unregisterRefreshContainer(id: number): void {
    removeRefreshHandler(id);
}
export const REFRESH_COMPLETE = 'refresh-complete';
export const REFRESH_COMPLETE_WITH_ERRORS = 'refresh-complete-with-errors';
export const REFRESH_ERROR = 'refresh-error';
