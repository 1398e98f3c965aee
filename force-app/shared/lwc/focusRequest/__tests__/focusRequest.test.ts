import { FocusRequest } from 'c/focusRequest';

const input = document.createElement('input');
const button = document.createElement('button');
const page = document.createElement('div');

beforeEach(() => {
    input.dataset.id = 'note';
    page.replaceChildren(button);
    document.body.replaceChildren(page);
});

it('gives the focus once, as soon as the element is there', () => {
    const request = new FocusRequest();
    request.ask('[data-id="note"]');

    request.meet(page);
    expect(document.activeElement).toBe(document.body);

    page.append(input);
    request.meet(page);
    expect(document.activeElement).toBe(input);

    button.focus();
    request.meet(page);
    expect(document.activeElement).toBe(button);
});

it('leaves the focus alone when nobody asked, or nothing is rendered yet', () => {
    page.append(input);
    const request = new FocusRequest();
    request.meet(page);
    request.ask('[data-id="note"]');
    request.meet(null);

    expect(document.activeElement).toBe(document.body);
});
