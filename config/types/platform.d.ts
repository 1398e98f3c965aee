/**
 * What Lightning gives to components and no published typing describes. Each declaration covers what the package uses,
 * not all that the platform can do.
 */

declare namespace Platform {
    /** A value that may stand on either side of the border: Apex leaves out what is null. */
    type Maybe<T> = T | null | undefined;

    /** What a wire gives to a component: first neither, then data or error. */
    interface WireResult<T> {
        readonly data?: T;
        readonly error?: unknown;
    }

    type Adapter<P, R> = import('lwc').WireAdapterConstructor<P & Record<string, unknown>, WireResult<R>>;

    /** An Apex method that changes something: called, never wired. */
    type ApexMethod<P, R> = {} extends P ? (params?: P) => Promise<R> : (params: P) => Promise<R>;

    /** An Apex method that only reads: wired, or called when a person asks for more. */
    type CacheableApexMethod<P, R> = ApexMethod<P, R> & Adapter<P, R>;

    interface ObjectId {
        readonly objectApiName: string;
    }

    interface FieldId extends ObjectId {
        readonly fieldApiName: string;
    }

    interface PageReference {
        readonly type: string;
        readonly attributes: Readonly<Record<string, unknown>>;
        readonly state?: Readonly<Record<string, unknown>>;
    }

    /** Inputs of base components that can be asked whether they are filled in correctly. */
    interface ValidatableInput extends HTMLElement {
        readonly name: string;
        value: string;
        setCustomValidity(message: string): void;
        reportValidity(): boolean;
        checkValidity(): boolean;
    }
}

declare module '@salesforce/apex' {
    /** Asks the server again for a wired value and resolves when the wire has it. */
    export function refreshApex(wired: unknown): Promise<void>;
}

declare module '@salesforce/i18n/timeZone' {
    const timeZone: string;
    export default timeZone;
}

declare module '@salesforce/i18n/locale' {
    const locale: string;
    export default locale;
}

declare module '@salesforce/customPermission/*' {
    /** Whether the reader holds the permission. */
    const isHeld: boolean | undefined;
    export default isHeld;
}

declare module '@salesforce/user/Id' {
    const id: string;
    export default id;
}

declare module 'lightning/uiRecordApi' {
    /** Tells every wire that holds one of these records to read it again. */
    export function notifyRecordUpdateAvailable(records: readonly { readonly recordId: string }[]): Promise<void>;
}

declare module 'lightning/refresh' {
    /** Asks the page around a component to read its data again. */
    export class RefreshEvent extends Event {
        constructor();
    }
    export function registerRefreshHandler(component: unknown, handler: () => Promise<unknown>): number | string;
    export function unregisterRefreshHandler(id: number | string): void;
}

declare module 'lightning/platformShowToastEvent' {
    export class ShowToastEvent extends Event {
        constructor(toast: {
            readonly title: string;
            readonly message?: string;
            readonly variant?: 'info' | 'success' | 'warning' | 'error';
            readonly mode?: 'dismissible' | 'pester' | 'sticky';
        });
    }
}

declare module 'lightning/navigation' {
    import type { LightningElement, WireAdapterConstructor } from 'lwc';

    /** The page that is shown, and after each navigation the next one. */
    export const CurrentPageReference: WireAdapterConstructor<Record<string, never>, Platform.PageReference | null>;

    const navigate: unique symbol;
    const generateUrl: unique symbol;

    interface Navigating {
        [navigate](page: Platform.PageReference, replace?: boolean): void;
        [generateUrl](page: Platform.PageReference): Promise<string>;
    }

    interface NavigatingConstructor extends Pick<typeof LightningElement, 'CustomElementConstructor' | 'stylesheets'> {
        new (): LightningElement & Navigating;
        readonly prototype: LightningElement & Navigating;
    }

    export const NavigationMixin: {
        (base: typeof LightningElement): NavigatingConstructor;
        readonly Navigate: typeof navigate;
        readonly GenerateUrl: typeof generateUrl;
    };
}

declare module 'lightning/modal' {
    import { LightningElement } from 'lwc';

    export default class LightningModal extends LightningElement {
        static open<Result>(options: {
            readonly size?: 'small' | 'medium' | 'large' | 'full';
            readonly label: string;
            readonly description?: string;
            readonly [property: string]: unknown;
        }): Promise<Result | undefined>;
        size: string;
        label: string;
        disableClose: boolean;
        close(result?: unknown): void;
    }
}
