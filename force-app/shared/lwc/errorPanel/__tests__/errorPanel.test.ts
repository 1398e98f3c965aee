import ErrorPanel from 'c/errorPanel';
import { click, find, listen, mount, shownText } from 'testing';

it('shows nothing without an error', async () => {
    const panel = await mount('c-error-panel', ErrorPanel, { error: undefined });

    expect(shownText(panel)).toBe('');
});

it('says what happened, with the code for support', async () => {
    const error = { body: { message: '{"code":"HANDOFF_EXPIRED","message":"Nobody decided in time."}' } };
    const panel = await mount('c-error-panel', ErrorPanel, { error });

    expect(shownText(panel)).toBe('Nobody decided in time. Code HANDOFF_EXPIRED');
    expect(find(panel, '[role="alert"]')).not.toBeNull();
    expect(find(panel, 'lightning-button')).toBeNull();
    await expect(panel).toBeAccessible();
});

it('offers to try again', async () => {
    const panel = await mount('c-error-panel', ErrorPanel, { error: 'No.', isRetryable: true });
    const retried = listen(panel, 'retried');

    await click(find(panel, 'lightning-button')!);

    expect(retried).toHaveLength(1);
});
