import ShowMore from 'c/showMore';
import { click, find, hasPart, listen, mount, part, shownText, textOf } from 'testing';

it('says how much is shown, and offers nothing at the end', async () => {
    const foot = await mount('c-show-more', ShowMore, { shown: 2, total: 42 });

    expect(textOf(part(foot, 'shown'))).toBe('Showing 2 of 42');
    expect(part(foot, 'shown').getAttribute('role')).toBe('status');
    expect(hasPart(foot, 'more')).toBe(false);
    expect(find(foot, 'c-error-panel')).toBeNull();
    await expect(foot).toBeAccessible();
});

it('counts what is shown when nobody counted the rest', async () => {
    const foot = await mount('c-show-more', ShowMore, { shown: 3, total: undefined });

    expect(textOf(part(foot, 'shown'))).toBe('Showing 3 of 3');
});

it('asks for more', async () => {
    const foot = await mount('c-show-more', ShowMore, { shown: 2, total: 42, hasMore: true, isLoading: false });
    const asked = listen(foot, 'more');

    await click(part(foot, 'more'));

    expect(asked).toHaveLength(1);
    expect(part(foot, 'more')).toMatchObject({ label: 'Show more', disabled: false });
    await expect(foot).toBeAccessible();
});

it('cannot be asked twice while more is on its way', async () => {
    const foot = await mount('c-show-more', ShowMore, { shown: 2, total: 42, hasMore: true, isLoading: true });

    expect(part(foot, 'more')).toMatchObject({ disabled: true });
});

it('says why more could not be had, and can be asked again', async () => {
    const foot = await mount('c-show-more', ShowMore, { shown: 2, total: 42, hasMore: true, error: 'Try later.' });

    expect(shownText(find(foot, 'c-error-panel')!)).toContain('Try later.');
    expect(hasPart(foot, 'more')).toBe(true);
    await expect(foot).toBeAccessible();
});
