import { api, LightningElement, wire } from 'lwc';
import { refreshApex } from '@salesforce/apex';
import addMember from '@salesforce/apex/HandoffCommitteeController.addMember';
import getCommittee from '@salesforce/apex/HandoffCommitteeController.getCommittee';
import { ShowToastEvent } from 'lightning/platformShowToastEvent';
import { registerRefreshHandler, unregisterRefreshHandler } from 'lightning/refresh';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { fill } from 'c/labelText';
import {
    candidateLine,
    memberLine,
    missingWords,
    roleOptions,
    type CandidateLine,
    type MemberLine,
    type RoleOption
} from './committeeModel';
import { labels } from './labels';

interface InputDetail {
    readonly value: string;
}

/** Who decides at the institution of a hand-off, which roles nobody fills, and who at the institution could. */
export default class HandoffCommittee extends LightningElement {
    /** The hand-off. */
    @api handoffId?: string;

    readonly labels = labels;
    name = '';
    roleCode = '';
    isBusy = false;
    problem?: AppError;
    private wired?: Platform.WireResult<Apex.CommitteeFacts>;
    private refreshId?: number | string;

    @wire(getCommittee, { handoffId: '$handoffId' })
    wiredFacts(result: Platform.WireResult<Apex.CommitteeFacts>): void {
        this.wired = result;
    }

    get facts(): Apex.CommitteeFacts {
        return this.wired?.data ?? {};
    }

    get error(): unknown {
        return this.wired?.error;
    }

    get isLoading(): boolean {
        return this.wired?.data === undefined && this.error === undefined;
    }

    get members(): MemberLine[] {
        return (this.facts.members ?? []).map(memberLine);
    }

    get candidates(): CandidateLine[] {
        return (this.facts.candidates ?? []).map(candidateLine);
    }

    get coverage(): string {
        return fill(labels.Coverage, this.facts.filled ?? 0, this.facts.required ?? 0);
    }

    get missing(): string {
        return missingWords(this.facts.missing);
    }

    get roles(): RoleOption[] {
        return roleOptions(this.facts.roles);
    }

    get problemText(): string {
        return this.problem?.message ?? '';
    }

    override connectedCallback(): void {
        this.refreshId = registerRefreshHandler(this, () => refreshApex(this.wired));
    }

    override disconnectedCallback(): void {
        if (this.refreshId !== undefined) {
            unregisterRefreshHandler(this.refreshId);
        }
    }

    handleRetry(): void {
        void refreshApex(this.wired);
    }

    handleName(event: CustomEvent<InputDetail>): void {
        this.name = event.detail.value;
    }

    handleRole(event: CustomEvent<InputDetail>): void {
        this.roleCode = event.detail.value;
    }

    /** The role of somebody known is the usual one, unless another was chosen. */
    async handleCandidate(event: Event): Promise<void> {
        const personId = (event.currentTarget as HTMLElement).dataset.key ?? '';
        const usual = this.candidates.find(({ key }) => key === personId)?.roleCode ?? '';
        await this.add({ personId, roleCode: this.roleCode || usual });
    }

    async handleAdd(): Promise<void> {
        await this.add({ name: this.name, roleCode: this.roleCode });
    }

    private async add(member: Apex.CommitteeInput): Promise<void> {
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await addMember({ handoffId: this.handoffId, member });
            if (outcome.isOk) {
                this.name = '';
                this.roleCode = '';
                this.dispatchEvent(new ShowToastEvent({ title: outcome.message ?? '', variant: 'success' }));
                await refreshApex(this.wired);
            } else {
                this.problem = outcomeError(outcome);
            }
        } catch (error) {
            this.problem = toAppError(error);
        } finally {
            this.isBusy = false;
        }
    }
}
