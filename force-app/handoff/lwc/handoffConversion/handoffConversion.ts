import { api, LightningElement, wire } from 'lwc';
import getAccountChoices from '@salesforce/apex/HandoffQualificationController.getAccountChoices';
import type { AppError } from 'c/errors';
import { keepDraft, readDraft } from 'c/handoffDraft';
import { buttonLabel, conversionOf, NEW, options, withNew, type Fields, type Option } from './conversionModel';
import { labels } from './labels';

/** Fields of the server's answer, by the name that the form uses. */
const NAMES: Readonly<Record<string, string>> = {
    Next_Step__c: 'nextStep',
    Next_Step_On__c: 'nextStepOn',
    Process_Type__c: 'processType',
    Account__c: 'accountId'
};

interface InputDetail {
    readonly value?: string | null;
    readonly recordId?: string | null;
}

/** Turns a qualified person into an opportunity. Fires `convert` with what was entered. */
export default class HandoffConversion extends LightningElement {
    /** While the server works. */
    @api isBusy?: boolean;

    readonly labels = labels;
    isNewAccount = false;
    fields: Fields = {};
    handoffId?: string;
    accountId?: string;
    private shown?: Apex.LifecyclePanel;
    private refusal?: AppError;
    private edited: readonly string[] = [];

    /** What the server answered to the last attempt. */
    @api
    get problem(): AppError | undefined {
        return this.refusal;
    }

    set problem(problem: AppError | undefined) {
        this.refusal = problem;
        this.edited = [];
    }

    /** What the server knows. */
    @api
    get panel(): Apex.LifecyclePanel | undefined {
        return this.shown;
    }

    set panel(panel: Apex.LifecyclePanel | undefined) {
        this.shown = panel;
        if (panel?.handoffId !== this.handoffId) {
            this.handoffId = panel?.handoffId;
            const draft = readDraft(this.draftKey)?.values ?? {};
            this.fields = { accountId: panel?.accountId ?? '', ...draft };
            this.accountId = this.fields.accountId || undefined;
        }
    }

    @wire(getAccountChoices, { handoffId: '$handoffId', accountId: '$accountId' })
    choices?: Platform.WireResult<Apex.AccountChoices>;

    get isLead(): boolean {
        return this.shown?.isLead === true;
    }

    get hasNoAccount(): boolean {
        return this.isLead && !this.accountId;
    }

    get processTypes(): Option[] {
        return options(this.shown?.processTypes);
    }

    get contacts(): Option[] {
        return withNew(labels.NewContact, this.choices?.data?.contacts);
    }

    get opportunities(): Option[] {
        return withNew(labels.NewOpportunity, this.choices?.data?.opportunities);
    }

    get hasContacts(): boolean {
        return this.isLead && this.contacts.length > 1;
    }

    get hasOpportunities(): boolean {
        return this.opportunities.length > 1;
    }

    get contactId(): string {
        return this.fields.contactId ?? NEW;
    }

    get opportunityId(): string {
        return this.fields.opportunityId ?? NEW;
    }

    get button(): string {
        return buttonLabel(this.fields);
    }

    get sentence(): string {
        return this.refusal && this.refusal.fields.length === 0 ? this.refusal.message : '';
    }

    get problems(): Fields {
        return Object.fromEntries(
            (this.refusal?.fields ?? [])
                .map(({ name, message }) => [NAMES[name] ?? name, message] as const)
                .filter(([name]) => !this.edited.includes(name))
        );
    }

    handleField(event: CustomEvent<InputDetail>): void {
        const name = (event.currentTarget as HTMLElement).dataset.name ?? '';
        this.fields = { ...this.fields, [name]: event.detail.value ?? event.detail.recordId ?? '' };
        this.edited = [...this.edited, name];
        if (name === 'accountId') {
            this.accountId = this.fields.accountId || undefined;
            this.fields = { ...this.fields, contactId: NEW, opportunityId: NEW };
        }
        keepDraft(this.draftKey, { reasonCode: '', rationale: '', values: this.fields });
    }

    handleNewAccount(event: CustomEvent<{ checked: boolean }>): void {
        this.isNewAccount = event.detail.checked;
        this.edited = [...this.edited, 'accountId'];
    }

    handleConvert(): void {
        this.dispatchEvent(new CustomEvent('convert', { detail: conversionOf(this.fields, this.isNewAccount) }));
    }

    private get draftKey(): string {
        return `${this.handoffId ?? ''}.conversion`;
    }
}
