import { api, wire } from 'lwc';
import getAssignees from '@salesforce/apex/HandoffListController.getAssignees';
import reassign from '@salesforce/apex/HandoffListController.reassign';
import LightningModal from 'lightning/modal';
import { outcomeError, toAppError, type AppError } from 'c/errors';
import { fill } from 'c/labelText';
import { labels } from './labels';

interface Choice {
    readonly id: string;
    readonly inputId: string;
    readonly name: string;
    readonly facts: string;
    readonly isChecked: boolean;
}

/** Who takes over the chosen hand-offs. Closes with the server's words once it is done. */
export default class HandoffReassignModal extends LightningModal {
    /** Hand-offs to give away, up to 200. */
    @api handoffIds: readonly string[] = [];

    readonly labels = labels;
    search = '';
    assigneeId = '';
    isBusy = false;
    problem?: AppError;

    @wire(getAssignees)
    wiredAssignees?: Platform.WireResult<readonly Apex.UserOption[]>;

    get error(): unknown {
        return this.wiredAssignees?.error;
    }

    get isLoading(): boolean {
        return this.wiredAssignees?.data === undefined && this.error === undefined;
    }

    get choices(): Choice[] {
        const wanted = this.search.toLowerCase();
        return (this.wiredAssignees?.data ?? [])
            .filter(({ name = '', team }) => `${name} ${team ?? ''}`.toLowerCase().includes(wanted))
            .map(({ id = '', name = '', team, openCount }) => ({
                id,
                inputId: `rep-${id}`,
                name,
                facts: [team, fill(labels.OpenCount, openCount ?? 0)].filter(Boolean).join(' · '),
                isChecked: id === this.assigneeId
            }));
    }

    get empty(): string {
        if (this.choices.length > 0) {
            return '';
        }
        return this.wiredAssignees?.data?.length === 0 ? labels.NoReps : labels.Reps;
    }

    handleSearch(event: CustomEvent<{ value: string }>): void {
        this.search = event.detail.value.trim();
    }

    handlePick(event: Event): void {
        this.assigneeId = (event.target as HTMLInputElement).value;
        this.problem = undefined;
    }

    handleCancel(): void {
        this.close();
    }

    async handleReassign(): Promise<void> {
        if (this.assigneeId === '') {
            this.problem = { code: '', message: labels.PickRep, fields: [] };
            return;
        }
        this.isBusy = true;
        this.problem = undefined;
        try {
            const outcome = await reassign({ handoffIds: [...this.handoffIds], assigneeId: this.assigneeId });
            if (outcome.isOk) {
                this.close(outcome.message ?? '');
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
