import { LightningElement, api } from 'lwc';
import { request, UI_API } from 'host/http';
import { plainText } from 'host/plainText';

interface Found {
    readonly id: string;
    readonly name: string;
}

const WAIT_MS = 150;

/** `lightning-record-picker`: finds records of one object by name. Filters and display options of the platform are not applied. */
export default class RecordPicker extends LightningElement {
    @api label = '';
    @api objectApiName = '';
    @api placeholder = '';
    @api required = false;
    @api disabled = false;
    @api messageWhenValueMissing = 'Complete this field.';
    @api variant = 'standard';
    @api fieldLevelHelp: string | undefined;
    @api displayInfo: unknown;
    @api matchingInfo: unknown;
    @api filter: unknown;

    isOpen = false;
    errorText = '';
    private term: string | undefined;
    private found: readonly Found[] = [];
    private active = -1;
    private chosenId: string | null = null;
    private chosenName = '';
    private customValidity = '';
    private waiting: ReturnType<typeof setTimeout> | undefined;

    @api
    get value(): string | null {
        return this.chosenId;
    }
    set value(id: string | null | undefined) {
        if (id === this.chosenId) return;
        this.chosenId = id ?? null;
        this.chosenName = '';
        this.term = undefined;
        if (id) void this.readName(id);
    }

    @api
    checkValidity(): boolean {
        return this.customValidity === '' && !(this.required && !this.chosenId);
    }

    @api
    reportValidity(): boolean {
        this.errorText = this.customValidity || (this.checkValidity() ? '' : this.messageWhenValueMissing);
        return this.errorText === '';
    }

    @api
    setCustomValidity(message: string): void {
        this.customValidity = message;
    }

    @api
    clearSelection(): void {
        this.choose(null, '');
    }

    @api
    focus(): void {
        (this.template?.querySelector('input') as HTMLInputElement | null)?.focus();
    }

    get placeholderText(): string {
        return this.placeholder || 'Search...';
    }

    get shownText(): string {
        return this.term ?? this.chosenName;
    }

    get expandedText(): string {
        return String(this.isOpen);
    }

    get invalidText(): string {
        return String(this.errorText !== '');
    }

    get isEmpty(): boolean {
        return this.isOpen && this.found.length === 0;
    }

    get formElementClass(): string {
        return `slds-form-element${this.errorText ? ' slds-has-error' : ''}`;
    }

    get labelClass(): string {
        return this.variant === 'label-hidden' ? 'slds-assistive-text' : 'slds-form-element__label';
    }

    get comboboxClass(): string {
        return `slds-combobox slds-dropdown-trigger slds-dropdown-trigger_click${this.isOpen ? ' slds-is-open' : ''}`;
    }

    get options(): object[] {
        return this.found.map((item, index) => ({
            ...item,
            selected: String(index === this.active),
            className: `slds-media slds-media_small slds-listbox__option slds-listbox__option_plain${index === this.active ? ' slds-has-focus' : ''}`
        }));
    }

    handleInput(event: Event): void {
        event.stopPropagation();
        this.term = (event.target as HTMLInputElement).value;
        clearTimeout(this.waiting);
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- one request per pause, not per key
        this.waiting = setTimeout(() => void this.search(), WAIT_MS);
    }

    handleFocus(): void {
        this.errorText = '';
    }

    handleKey(event: KeyboardEvent): void {
        if (event.key === 'Escape' && this.isOpen) {
            event.stopPropagation();
            this.isOpen = false;
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            const step = event.key === 'ArrowDown' ? 1 : -1;
            if (this.found.length > 0) this.active = (this.active + step + this.found.length) % this.found.length;
        } else if (event.key === 'Enter' && this.isOpen) {
            event.preventDefault();
            const item = this.found[this.active];
            if (item) this.choose(item.id, item.name);
        }
    }

    handlePick(event: MouseEvent): void {
        event.preventDefault();
        const { id = '', name = '' } = (event.currentTarget as HTMLElement).dataset;
        this.choose(id, name);
    }

    handleClear(): void {
        this.choose(null, '');
        this.focus();
    }

    handleFocusOut(event: FocusEvent): void {
        if (event.relatedTarget && this.template?.contains(event.relatedTarget as Node)) return;
        this.isOpen = false;
        this.term = undefined;
    }

    private choose(id: string | null, name: string): void {
        this.chosenId = id;
        this.chosenName = name;
        this.term = undefined;
        this.isOpen = false;
        this.found = [];
        this.errorText = '';
        this.dispatchEvent(new CustomEvent('change', { detail: { recordId: id } }));
    }

    private async search(): Promise<void> {
        const term = (this.term ?? '').trim();
        if (term.length < 2) {
            this.isOpen = false;
            return;
        }
        try {
            const path = `/host/search?q=${encodeURIComponent(term)}&object=${encodeURIComponent(this.objectApiName)}`;
            const answer = (await request('GET', path)) as { results: Found[] };
            if (term !== (this.term ?? '').trim()) return;
            this.found = answer.results;
            this.active = -1;
            this.isOpen = true;
        } catch (error) {
            this.errorText = (error as { body?: { message?: string } }).body?.message ?? String(error);
        }
    }

    private async readName(id: string): Promise<void> {
        try {
            const fields = `${this.objectApiName}.Name`;
            const record = (await request('GET', `${UI_API}/records/${id}?optionalFields=${fields}`)) as {
                fields: { Name?: { value: unknown } };
            };
            if (this.chosenId === id) this.chosenName = plainText(record.fields.Name?.value);
        } catch {
            this.chosenName = id;
        }
    }
}
