/** What the bundler provides, and base components that no published typing describes: as much as the host uses. */

declare module 'host/components' {
    /** Bundles of the source tree by name, `c/widget`. */
    export const loaders: Readonly<Record<string, () => Promise<{ default: new () => object }>>>;
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
        label: string;
        close(result?: unknown): void;
    }
}

declare module 'lightning/toast' {
    import { LightningElement } from 'lwc';

    export default class Toast extends LightningElement {}
}

declare module 'lightning/toastContainer' {
    export default class ToastContainer {
        static instance(options: { readonly toastPosition: string; readonly maxToasts: number }): ToastContainer;
    }
}
