/** Consent in words. Pure. */
import { fill } from 'c/labelText';
import { dayAndTime, instantOf } from 'c/timeWords';
import { labels } from './labels';

export function hasObjection({ optedOutOfEmail = 0, doNotCall = 0, unsubscribedAt }: Apex.Consent): boolean {
    return optedOutOfEmail > 0 || doNotCall > 0 || Boolean(unsubscribedAt);
}

/** `Do not e-mail · Unsubscribed Mon 1 Jun, 14:00` for people; `2 of 9 people: ...` for an institution. */
export function consentWords(consent: Apex.Consent, isAccount: boolean, now: number): string {
    const { people = 0, optedOutOfEmail = 0, doNotCall = 0 } = consent;
    if (isAccount || people > 1) {
        return hasObjection(consent)
            ? fill(labels.Some, optedOutOfEmail, doNotCall, people)
            : fill(labels.AllOk, people);
    }
    const at = instantOf(consent.unsubscribedAt);
    const words = [
        optedOutOfEmail > 0 ? labels.NoEmail : '',
        doNotCall > 0 ? labels.NoCalls : '',
        at === undefined ? '' : fill(labels.Unsubscribed, dayAndTime(at, now))
    ].filter((part) => part !== '');
    return words.length > 0 ? words.join(' · ') : labels.Ok;
}
