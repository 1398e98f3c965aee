/** What tests of widgets share: their frame, its state and its choices. */
import { refreshApex } from '@salesforce/apex';
import type { CsvReader } from 'c/insightExport';
import type { FrameState } from 'c/insightFrame';
import { change, click, find, part, settle, shownText, wireOf } from 'testing';

export function frameOf(widget: Element): HTMLElement & { state: FrameState } {
    return find(widget, 'c-insight-frame')!;
}

export function stateOf(widget: Element): FrameState {
    return frameOf(widget).state;
}

/** A combobox among the choices of a widget, or of something else that offers some. */
export function choiceOf(widget: Element, key: string): HTMLElement & { label: string; value: string } {
    return part(find(frameOf(widget) ?? widget, 'c-insight-choices')!, key);
}

export async function choose(widget: Element, key: string, value: string): Promise<void> {
    await change(choiceOf(widget, key), { value });
}

/** The file that a widget offers. */
export function fileOf(widget: Element): HTMLElement & { heading: string; heads: string[]; read: CsvReader } {
    return find(frameOf(widget), 'c-insight-export')!;
}

/** A widget that was just put on its page says that it loads, then what went wrong, and reads again when asked. */
export async function expectStates<P, R>(
    widget: Element,
    method: Platform.CacheableApexMethod<P, R>,
    refreshed = 1
): Promise<void> {
    expect(stateOf(widget).isLoading).toBe(true);

    wireOf(method).error({ message: 'Not now.' });
    await settle();
    const panel = find(frameOf(widget), 'c-error-panel')!;
    expect(shownText(panel)).toContain('Not now.');
    await click(find(panel, 'lightning-button')!);

    expect(refreshApex).toHaveBeenCalledTimes(refreshed);
}
