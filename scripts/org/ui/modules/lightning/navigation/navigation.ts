/** `lightning/navigation`. */
import { currentReference, go, onNavigation } from 'host/router';
import { urlOf } from 'host/pageReference';
import type { PageReference } from 'host/pageReference';

const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

interface Constructor {
    new (...args: never[]): object;
}

/** Adds `this[NavigationMixin.Navigate](pageReference)` and `this[NavigationMixin.GenerateUrl](pageReference)`. */
export function NavigationMixin(Base: Constructor): Constructor {
    return class extends Base {
        [Navigate](reference: Partial<PageReference>, replace = false): void {
            go(reference, { replace });
        }
        [GenerateUrl](reference: Partial<PageReference>): Promise<string | undefined> {
            return Promise.resolve(urlOf(reference));
        }
    };
}
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

/** `navigate(context, pageReference)` with the context that `@wire(NavigationContext)` gives. */
export function navigate(_context: unknown, reference: Partial<PageReference>, options?: { replace?: boolean }): void {
    go(reference, options);
}

export function generateUrl(_context: unknown, reference: Partial<PageReference>): Promise<string | undefined> {
    return Promise.resolve(urlOf(reference));
}

/** Wire adapter: an opaque value for `navigate` and `generateUrl`. */
export class NavigationContext {
    constructor(callback: (value: object) => void) {
        callback(Object.freeze({}));
    }
    connect(): void {}
    update(): void {}
    disconnect(): void {}
}

/** Wire adapter: the current page reference, after each navigation anew. */
export class CurrentPageReference {
    private readonly callback: (value: PageReference) => void;
    private stop: (() => void) | undefined;

    constructor(callback: (value: PageReference) => void) {
        this.callback = callback;
        callback(currentReference());
    }
    connect(): void {
        this.stop = onNavigation(this.callback);
    }
    update(): void {}
    disconnect(): void {
        this.stop?.();
    }
}
