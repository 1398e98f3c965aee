import EngagementConsent from 'c/engagementConsent';
import { find, hasPart, mount, NOW, part, textOf } from 'testing';

const show = (consent: Apex.Consent | undefined, isAccount = false): Promise<HTMLElement> =>
    mount('c-engagement-consent', EngagementConsent, { consent, isAccount, now: NOW });

it('says that somebody may be written to and called', async () => {
    const element = await show({ people: 1, optedOutOfEmail: 0, doNotCall: 0 });

    expect(textOf(part(element, 'consent'))).toBe('May be e-mailed and called');
    expect(find(element, 'lightning-icon')).toMatchObject({ iconName: 'utility:check' });
    await expect(element).toBeAccessible();
});

it('says what somebody does not want, and since when', async () => {
    const element = await show({
        people: 1,
        optedOutOfEmail: 1,
        doNotCall: 1,
        unsubscribedAt: '2026-06-01T18:00:00.000Z'
    });

    expect(textOf(part(element, 'consent'))).toMatch(/^Do not e-mail · Do not call · Unsubscribed .*1 Jun/);
    expect(find(element, 'lightning-icon')).toMatchObject({ iconName: 'utility:ban' });
    await expect(element).toBeAccessible();
});

it('takes an unsubscribe as an objection even before the field says so', async () => {
    const element = await show({ people: 1, unsubscribedAt: '2026-06-01T18:00:00.000Z' });

    expect(textOf(part(element, 'consent'))).toMatch(/^Unsubscribed/);
});

it('counts the people of an institution', async () => {
    const some = await show({ people: 9, optedOutOfEmail: 2, doNotCall: 1 }, true);
    expect(textOf(part(some, 'consent'))).toBe('2 of 9 people: do not e-mail · 1 of 9: do not call');

    const none = await show({ people: 9 }, true);
    expect(textOf(part(none, 'consent'))).toBe('All 9 people may be e-mailed and called');
});

it('says nothing while nothing is known', async () => {
    const element = await show(undefined);

    expect(hasPart(element, 'consent')).toBe(false);
});
