import { LightningElement, api } from 'lwc';
import type { ShownField } from 'host/objectInfo';
import { settings } from 'host/settings';

/** One value, read-only, in the form that its type asks for. */
export default class FieldValue extends LightningElement {
    @api field!: ShownField;
    /** In a table: one line, cut off by its cell. */
    @api isCompact = false;

    readonly timeZone = settings.user.timeZone;

    get isEmpty(): boolean {
        return this.field.value === null || this.field.value === undefined || this.field.value === '';
    }

    get isLink(): boolean {
        return this.field.url !== null;
    }

    get isBoolean(): boolean {
        return this.field.type === 'Boolean';
    }

    get isDateTime(): boolean {
        return this.field.type === 'DateTime';
    }

    get isDate(): boolean {
        return this.field.type === 'Date';
    }

    get isNumber(): boolean {
        return ['Int', 'Double', 'Currency', 'Percent', 'Long'].includes(this.field.type);
    }

    get isEmail(): boolean {
        return this.field.type === 'Email';
    }

    get isPhone(): boolean {
        return this.field.type === 'Phone';
    }

    get isUrl(): boolean {
        return this.field.type === 'Url';
    }

    get textClass(): string {
        return this.isCompact ? 'line' : 'text';
    }

    get text(): string {
        if (this.isBoolean) return this.field.value ? 'Yes' : 'No';
        return this.field.display ?? String(this.field.value);
    }

    get booleanIcon(): string {
        return this.field.value ? 'utility:check' : 'utility:steps';
    }

    get number(): number {
        const value = Number(this.field.value);
        return this.field.type === 'Percent' ? value / 100 : value;
    }

    get numberStyle(): string {
        if (this.field.type === 'Currency') return 'currency';
        return this.field.type === 'Percent' ? 'percent' : 'decimal';
    }
}
