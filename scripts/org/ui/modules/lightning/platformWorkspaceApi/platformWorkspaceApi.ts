/**
 * `lightning/platformWorkspaceApi` outside of a console: there are no workspace tabs. `IsConsoleNavigation` says so, and
 * the methods are refused, as they are on the platform in an app with standard navigation.
 */
import type { WireAdapterConstructor } from 'lwc';

/** An adapter that provides one value that never changes. */
function constant<T>(value: T): WireAdapterConstructor<Record<string, never>, T> {
    return class ConstantAdapter {
        constructor(callback: (value: T) => void) {
            callback(value);
        }

        connect(): void {
            // The value was provided already.
        }

        update(): void {
            // It does not depend on anything.
        }

        disconnect(): void {
            // Nothing is held.
        }
    };
}

const refused = (method: string) => (): Promise<never> =>
    Promise.reject(new Error(`${method} works in console apps only; this app has standard navigation.`));

export const IsConsoleNavigation = constant(false);
export const EnclosingTabId = constant<string | undefined>(undefined);

export const closeTab = refused('closeTab');
export const disableTabClose = refused('disableTabClose');
export const focusTab = refused('focusTab');
export const getAllTabInfo = refused('getAllTabInfo');
export const getFocusedTabInfo = refused('getFocusedTabInfo');
export const getTabInfo = refused('getTabInfo');
export const openSubtab = refused('openSubtab');
export const openTab = refused('openTab');
export const refreshTab = refused('refreshTab');
export const setTabHighlighted = refused('setTabHighlighted');
export const setTabIcon = refused('setTabIcon');
export const setTabLabel = refused('setTabLabel');
