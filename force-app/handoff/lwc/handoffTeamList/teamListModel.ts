/** Figures, heartbeat and selection of the manager's console. Pure. */
import { fill } from 'c/labelText';
import { instantOf, timeSince } from 'c/timeWords';
import { labels } from './labels';

export interface Figure {
    readonly view: string;
    readonly label: string;
    readonly count: string;
    readonly pressed: 'true' | 'false';
    readonly className: string;
}

export interface Pulse {
    readonly words: string;
    readonly isHealthy: boolean;
    readonly icon: string;
    readonly iconVariant: string;
}

/** Four figures that filter, and the way back to all. */
export function figuresOf(list: Apex.HandoffList | undefined, view: string): Figure[] {
    const figures = list?.figures;
    const all: [string, string, number | undefined][] = [
        ['all', labels.FigureAll, figures?.all],
        ['dueToday', labels.FigureDueToday, figures?.dueToday],
        ['late', labels.FigureLate, figures?.late],
        ['expired', labels.FigureExpired, figures?.expired],
        ['stranded', labels.FigureStranded, figures?.stranded]
    ];
    return all.map(([key, label, count]) => ({
        view: key,
        label,
        count: count == null ? '' : String(count),
        pressed: key === view ? 'true' : 'false',
        className: `slds-button figure ${key === view ? 'slds-button_brand' : 'slds-button_neutral'}`
    }));
}

/** `Last sweep 3 min ago`, or what is wrong. */
export function pulseOf(heartbeat: Apex.Heartbeat | undefined, now: number): Pulse | undefined {
    if (heartbeat === undefined) {
        return undefined;
    }
    const last = instantOf(heartbeat.lastRunAt);
    const minutes = heartbeat.intervalMinutes ?? 0;
    // Healthy when the answer came; silent for three intervals is not, even if nobody asked the server again.
    const isSilent = last !== undefined && minutes > 0 && now - last > 3 * minutes * 60_000;
    const isHealthy = heartbeat.isHealthy === true && !isSilent;
    const when = last === undefined ? labels.NoSweep : fill(labels.LastSweep, timeSince(last, now));
    // The server's own words say more, unless they are from before it fell silent.
    const trouble = (heartbeat.isHealthy ? '' : heartbeat.message) || `${when}. ${labels.SweepLate}`;
    return {
        words: isHealthy ? when : trouble,
        isHealthy,
        icon: isHealthy ? 'utility:success' : 'utility:error',
        iconVariant: isHealthy ? 'success' : 'error'
    };
}

export function teamOptions(teams: readonly string[] | undefined): { label: string; value: string }[] {
    return [{ label: labels.AllTeams, value: '' }, ...(teams ?? []).map((team) => ({ label: team, value: team }))];
}
