import RecordLink from 'c/recordLink';
import { click, find, mount, settle, textOf } from 'testing';

it('is plain text without a record', async () => {
    const link = await mount('c-record-link', RecordLink, { label: 'Ana Ruiz' });

    expect(find(link, 'a')).toBeNull();
    expect(textOf(find(link, 'span'))).toBe('Ana Ruiz');
});

it('is a real link, so that it opens in a new tab, too', async () => {
    const link = await mount('c-record-link', RecordLink, { label: 'Ana Ruiz', recordId: '00Q1' });

    expect(find(link, 'a')?.getAttribute('href')).toBe('https://www.example.com');
    await expect(link).toBeAccessible();
});

it.each([
    ['a plain click stays in the app', {}, true],
    ['a click with control is left to the browser', { ctrlKey: true }, false]
])('%s', async (_case, keys, isHandled) => {
    const link = await mount('c-record-link', RecordLink, { label: 'Ana Ruiz', recordId: '00Q1' });
    const event = new MouseEvent('click', { cancelable: true, ...keys });

    find(link, 'a')?.dispatchEvent(event);
    await settle();

    expect(event.defaultPrevented).toBe(isHandled);
});

it('follows when the record changes', async () => {
    const link = await mount<{ label: string; recordId?: string }>('c-record-link', RecordLink, { label: 'Ana Ruiz' });

    link.recordId = '00Q2';
    await settle();
    await click(find(link, 'a')!);

    expect(find(link, 'a')).not.toBeNull();
});
