/** What tests of components share: a fixed now, mounting, finding, and typed mocks of Apex methods. */
import { createElement } from 'lwc';

/** Wednesday 25 November 2026, 08:00 in New York, where every reader of a test sits. */
export const NOW = Date.parse('2026-11-25T13:00:00Z');
export const NOW_ISO = '2026-11-25T13:00:00.000Z';

type Component = Parameters<typeof createElement>[1]['is'];

/** Puts a component on the page with these properties. */
export async function mount<Props extends object>(
    tag: string,
    is: Component,
    props?: Props
): Promise<HTMLElement & Props> {
    const element = createElement(tag, { is });
    Object.assign(element, props);
    document.body.appendChild(element);
    await settle();
    return element as HTMLElement & Props;
}

/** Lets promises and renderings finish. */
export async function settle(): Promise<void> {
    for (let turn = 0; turn < 12; turn++) {
        // eslint-disable-next-line no-await-in-loop -- each turn may start the next one
        await Promise.resolve();
    }
}

export function find<E extends Element = HTMLElement>(element: Element, selector: string): E | null {
    return element.shadowRoot?.querySelector<E>(selector) ?? null;
}

export function findAll<E extends Element = HTMLElement>(element: Element, selector: string): E[] {
    return [...(element.shadowRoot?.querySelectorAll<E>(selector) ?? [])];
}

/** The part with this `data-id`. @throws Error when it is not there. */
export function part<E extends Element = HTMLElement>(element: Element, id: string): E {
    const found = find<E>(element, `[data-id="${id}"]`);
    if (!found) {
        throw new Error(`no part ${id} in ${element.localName}: ${shownText(element)}`);
    }
    return found;
}

export function hasPart(element: Element, id: string): boolean {
    return find(element, `[data-id="${id}"]`) !== null;
}

/** The foot of a list: how much is shown, and the button for more. @throws Error when there is none */
export function footOf(element: Element): HTMLElement {
    const foot = find(element, 'c-show-more');
    if (!foot) {
        throw new Error(`no foot in ${element.localName}: ${shownText(element)}`);
    }
    return foot;
}

/** Text with single blanks; empty when the element is not there. */
export function textOf(element: Element | null): string {
    return (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
}

/** Everything that is read inside a component, blocks apart, without its children's own templates. */
export function shownText(element: Element): string {
    const texts = (node: Node): string[] =>
        node.nodeType === Node.TEXT_NODE ? [node.textContent ?? ''] : [...node.childNodes].flatMap(texts);
    return [...(element.shadowRoot?.childNodes ?? [])].flatMap(texts).join(' ').replace(/\s+/g, ' ').trim();
}

export async function click(element: HTMLElement): Promise<void> {
    element.click();
    await settle();
}

/** A base component reports a new value. */
export async function change(element: Element, detail: object, properties: object = {}): Promise<void> {
    Object.assign(element, properties);
    element.dispatchEvent(new CustomEvent('change', { detail }));
    await settle();
}

/** The test adapter behind a method that can be wired. */
export function wireOf<P, R>(method: Platform.CacheableApexMethod<P, R>): Platform.WireTestAdapter<R> {
    return method as unknown as Platform.WireTestAdapter<R>;
}

/** The mock behind an Apex method that is called. */
export function mockOf<R>(method: (...parameters: never[]) => Promise<R>): jest.Mock<Promise<R>> {
    return method as unknown as jest.Mock<Promise<R>>;
}

/** Listens and remembers what was fired. */
export function listen<Detail>(element: Element, type: string): Detail[] {
    const heard: Detail[] = [];
    element.addEventListener(type, (event) => heard.push((event as CustomEvent<Detail>).detail));
    return heard;
}
