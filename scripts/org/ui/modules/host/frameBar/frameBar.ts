import { LightningElement, api } from 'lwc';
import { request } from 'host/http';
import { clockMoved, onClockMoved } from 'host/serverEvents';
import { clock, settings } from 'host/settings';

interface ClockAnswer {
    readonly now: number;
    readonly message: string;
}

const CLOCK_BUTTONS = [
    { name: 'now', label: 'now', help: 'Go to the time of this computer' },
    { name: 'hour', label: '+1 h', help: 'One hour later' },
    { name: 'next', label: 'next due', help: 'Go to the next instant at which something is due or scheduled' },
    { name: 'day', label: '+1 day', help: 'One day later' }
] as const;

/** The frame around the app: who is looking, what time it is, on which device, and starting over. */
export default class FrameBar extends LightningElement {
    @api isPhone = false;

    nowMs = clock.now();
    isBusy = false;
    isAskingReset = false;
    status = '';
    readonly clockButtons = CLOCK_BUTTONS;
    private ticking: ReturnType<typeof setInterval> | undefined;
    private stopListening: (() => void) | undefined;

    override connectedCallback(): void {
        // eslint-disable-next-line @lwc/lwc/no-async-operation -- a clock ticks
        this.ticking = setInterval(() => this.readClock(), 1000);
        this.stopListening = onClockMoved(() => this.readClock());
    }

    override disconnectedCallback(): void {
        clearInterval(this.ticking);
        this.stopListening?.();
    }

    get organization(): string {
        return settings.organization;
    }

    get personas(): object[] {
        return settings.personas.map((persona) => ({
            alias: persona.alias,
            text: `${persona.label} (${persona.name})`,
            isCurrent: persona.alias === settings.user.alias
        }));
    }

    get zone(): string {
        return settings.user.timeZone;
    }

    get nowIso(): string {
        return new Date(this.nowMs).toISOString();
    }

    get nowText(): string {
        return new Intl.DateTimeFormat('en-US', {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            year: 'numeric',
            hour: '2-digit',
            minute: '2-digit',
            hourCycle: 'h23',
            timeZone: settings.user.timeZone,
            timeZoneName: 'short'
        }).format(this.nowMs);
    }

    get isPhoneText(): string {
        return String(this.isPhone);
    }

    get isDesktopText(): string {
        return String(!this.isPhone);
    }

    readClock(): void {
        this.nowMs = clock.now();
    }

    handlePersona(event: Event): void {
        const alias = (event.target as HTMLSelectElement).value;
        void this.work(async () => {
            await request('POST', '/host/persona', { alias });
            location.reload();
        });
    }

    handleMove(event: Event): void {
        const move = (event.currentTarget as HTMLElement).dataset['move'];
        void this.work(async () => {
            const answer = (await request('POST', '/host/clock', { move })) as ClockAnswer;
            await clockMoved(answer.now);
            this.status = answer.message;
        });
    }

    handleForm(event: Event): void {
        const isPhone = (event.currentTarget as HTMLElement).dataset['form'] === 'phone';
        this.dispatchEvent(new CustomEvent('formfactorchanged', { detail: { isPhone } }));
    }

    handleAskReset(): void {
        this.isAskingReset = !this.isAskingReset;
    }

    handleReset(): void {
        void this.work(async () => {
            this.status = 'Deleting all data and loading it anew ...';
            await request('POST', '/host/reset', {});
            location.assign('/');
        });
    }

    private async work(task: () => Promise<void>): Promise<void> {
        this.isBusy = true;
        this.status = '';
        try {
            await task();
        } catch (error) {
            this.status = (error as { body?: { message?: string } }).body?.message ?? String(error);
        } finally {
            this.isBusy = false;
        }
    }
}
