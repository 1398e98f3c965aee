import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { memoryGateway } from '../../ui/__tests__/fixture/memoryGateway.ts';
import { frontDoorRoutes } from '../frontDoor.ts';
import { HttpError } from '../httpError.ts';
import type { Reply, RequestContext } from '../router.ts';
import { Sessions } from '../session.ts';

describe('front door', () => {
    const gateway = memoryGateway();
    const alias = gateway.users[0]?.alias ?? '';
    const sessions = new Sessions(
        () => true,
        () => alias,
        () => gateway.organization.id
    );
    const [ask, enter] = frontDoorRoutes(gateway, sessions);
    const visit = (query: Readonly<Record<string, string>>): Reply =>
        enter?.handler({ query: new URLSearchParams(query) } as RequestContext) as Reply;

    for (const [target, location] of [
        ['/lightning/r/Lead/00Q/view', '/lightning/r/Lead/00Q/view'],
        ['lightning/page/home', '/lightning/page/home'],
        ['https://elsewhere.example/', '/lightning/page/home'],
        ['//elsewhere.example/lightning/', '/lightning/page/home'],
        ['/services/data', '/lightning/page/home']
    ] as const) {
        it(`leads ${target} to ${location}`, () => {
            const reply = visit({ otp: sessions.oneTimePassword(alias), startURL: target });

            assert.equal(reply.headers?.['location'], location);
            assert.match(reply.headers['set-cookie'] ?? '', new RegExp(`\\.${alias}; Path=/; HttpOnly`));
        });
    }

    it('opens once', () => {
        const otp = sessions.oneTimePassword(alias);
        visit({ otp });

        assert.throws(() => visit({ otp }), HttpError);
        assert.throws(() => visit({ otp: 'guessed' }), HttpError);
    });

    it('gives its address to programs with a session', () => {
        const token = sessions.issueToken(alias);
        const reply = ask?.handler({
            query: new URLSearchParams({ redirect_uri: '/lightning/page/home' }),
            session: sessions.ofToken(`Bearer ${token}`),
            headers: { host: '127.0.0.1:7300' }
        } as unknown as RequestContext) as Reply;

        assert.match(
            (reply.json as { frontdoor_uri: string }).frontdoor_uri,
            /^http:\/\/127\.0\.0\.1:7300\/secur\/frontdoor\.jsp\?otp=[\w-]+&startURL=%2Flightning%2Fpage%2Fhome$/
        );
    });
});
