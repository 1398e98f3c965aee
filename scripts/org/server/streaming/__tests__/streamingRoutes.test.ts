import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RequestContext } from '../../router.ts';
import { HttpError } from '../../httpError.ts';
import { LOG_TOPIC, streamingRoutes, TEST_TOPIC, type Happening, type Topic } from '../streamingRoutes.ts';

type Answer = Readonly<Record<string, unknown>>;

/** @param finished test runs that are over, as they become so */
function talkTo(finished: { id: string; userId: string }[]): (...messages: object[]) => Promise<readonly Answer[]> {
    const happened = (): Happening[] =>
        finished.map(({ id, userId }) => ({ key: id, sobject: { Id: id, UserId: userId } as { Id: string } }));
    return talkAbout([{ name: TEST_TOPIC, type: 'updated', happened }]);
}

function talkAbout(topics: readonly Topic[]): (...messages: object[]) => Promise<readonly Answer[]> {
    const [route] = streamingRoutes(topics, 300);
    return async (...messages) => {
        const reply = await route?.handler({ json: () => messages } as unknown as RequestContext);
        return reply?.json as Answer[];
    };
}

describe('streaming', () => {
    it('tells who listens of a test run that ended', async () => {
        const finished = [{ id: '707A', userId: '005A' }];
        const talk = talkTo(finished);
        const [hello] = await talk({ channel: '/meta/handshake', id: '1' });
        const clientId = hello?.['clientId'];
        await talk({ channel: '/meta/subscribe', clientId, subscription: TEST_TOPIC });
        finished.push({ id: '707B', userId: '005A' });
        const events = await talk({ channel: '/meta/connect', clientId });
        const later = await talk({ channel: '/meta/connect', clientId });

        assert.equal(hello?.['successful'], true);
        assert.equal(hello?.['id'], '1');
        assert.deepEqual(
            events.map((each) => each['channel']),
            [TEST_TOPIC, '/meta/connect']
        );
        assert.deepEqual(events[0]?.['data'], { event: { type: 'updated' }, sobject: { Id: '707B', UserId: '005A' } });
        assert.deepEqual(
            later.map((each) => each['channel']),
            ['/meta/connect']
        );
    });

    it('refuses what it does not do, by name', async () => {
        const talk = talkTo([]);
        const [hello] = await talk({ channel: '/meta/handshake' });
        const clientId = hello?.['clientId'];
        const [topic] = await talk({ channel: '/meta/subscribe', clientId, subscription: '/topic/Leads' });
        const [channel] = await talk({ channel: '/topic/Leads', clientId });
        const [stranger] = await talk({ channel: '/meta/connect', clientId: 'nobody' });

        assert.equal(topic?.['error'], '403:/topic/Leads:Unsupported: subscription');
        assert.equal(channel?.['error'], '400:/topic/Leads:Unsupported: channel');
        assert.equal(stranger?.['error'], '403::Unknown client');
    });

    it('tells of a topic only who may hear of it, and only what is to be heard', async () => {
        const logs: Happening[] = [];
        let mayListen = false;
        const requireListener = (): void => {
            if (!mayListen) throw new HttpError(403, { errorCode: 'INSUFFICIENT_ACCESS', message: 'not you' });
        };
        const talk = talkAbout([{ name: LOG_TOPIC, type: 'created', happened: () => logs, requireListener }]);
        const [hello] = await talk({ channel: '/meta/handshake' });
        const clientId = hello?.['clientId'];
        const [refused] = await talk({ channel: '/meta/subscribe', clientId, subscription: LOG_TOPIC });
        mayListen = true;
        await talk({ channel: '/meta/subscribe', clientId, subscription: LOG_TOPIC });
        logs.push({ key: '1', sobject: { Id: '07L1' }, isHeard: false }, { key: '2', sobject: { Id: '07L2' } });
        const [event] = await talk({ channel: '/meta/connect', clientId });
        await talk({ channel: '/meta/unsubscribe', clientId, subscription: LOG_TOPIC });
        logs.push({ key: '3', sobject: { Id: '07L3' } });
        const [quiet] = await talk({ channel: '/meta/connect', clientId });

        assert.equal(refused?.['error'], `403:${LOG_TOPIC}:not you`);
        assert.deepEqual(event, {
            channel: LOG_TOPIC,
            data: { event: { type: 'created' }, sobject: { Id: '07L2' } }
        });
        assert.equal(quiet?.['channel'], '/meta/connect');
    });

    it('forgets who leaves', async () => {
        const talk = talkTo([]);
        const [hello] = await talk({ channel: '/meta/handshake' });
        const clientId = hello?.['clientId'];
        await talk({ channel: '/meta/disconnect', clientId });
        const [after] = await talk({ channel: '/meta/connect', clientId });

        assert.equal(after?.['successful'], false);
    });
});
