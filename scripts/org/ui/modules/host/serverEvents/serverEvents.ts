/** Listens to the server: an edited file reloads the page, a moved clock refreshes what is on screen. */
import { clock, settings } from 'host/settings';
import { refreshAll } from 'host/resourceCache';
import { runRefreshHandlers } from 'host/refreshHandlers';

type ClockListener = () => void;
const clockListeners = new Set<ClockListener>();

export function onClockMoved(listener: ClockListener): () => void {
    clockListeners.add(listener);
    return () => clockListeners.delete(listener);
}

/** Takes the server's time, then re-fetches every wire and calls every refresh handler. */
export async function clockMoved(now: number): Promise<void> {
    clock.set(now);
    for (const listener of clockListeners) listener();
    await Promise.all([refreshAll(), runRefreshHandlers()]);
}

export function connectServerEvents(): void {
    const source = new EventSource(`/host/events?token=${encodeURIComponent(settings.token)}`);
    source.addEventListener('hello', (event) => {
        if ((JSON.parse(event.data as string) as { serverId: string }).serverId !== settings.serverId)
            location.reload();
    });
    source.addEventListener('reload', () => location.reload());
    source.addEventListener('clock', (event) => {
        void clockMoved((JSON.parse(event.data as string) as { now: number }).now);
    });
}
