/**
 * Keeps the focus where the person is: in a form that opens, and on its button again when it closes. What shall have the
 * focus is often not there before the next rendering, so the wish is kept until it is.
 */
export class FocusRequest {
    private selector = '';

    /** @param selector of the element that shall have the focus as soon as it is there */
    ask(selector: string): void {
        this.selector = selector;
    }

    /** Call it from `renderedCallback`. */
    meet(template: { querySelector(selector: string): Element | null } | null | undefined): void {
        if (this.selector === '') {
            return;
        }
        const target = template?.querySelector(this.selector);
        if (target) {
            this.selector = '';
            (target as HTMLElement).focus();
        }
    }
}
