import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { LimitException } from '../../values/exceptions.ts';
import { ToolError } from '../../../shared/toolError.ts';
import { MovableClock } from '../clock.ts';
import { LimitCounters } from '../limits.ts';
import { defaultWorld, worldOf } from '../world.ts';

describe('MovableClock', () => {
    it('runs on from where it was set', () => {
        let real = 1000;
        const clock = new MovableClock(() => real);
        clock.set(50_000);
        real += 250;
        assert.equal(clock.now(), 50_250);
    });

    it('stands still while frozen and goes on afterwards', () => {
        let real = 0;
        const clock = new MovableClock(() => real);
        clock.freeze(7000);
        real += 500;
        assert.equal(clock.now(), 7000);
        clock.unfreeze();
        real += 3;
        assert.equal(clock.now(), 7003);
    });
});

describe('LimitCounters', () => {
    it('throws past the limit, with the words of the platform', () => {
        const limits = new LimitCounters();
        limits.consume('queries', 100);
        assert.throws(
            () => limits.consume('queries'),
            (error: unknown) => error instanceof LimitException && error.message === 'Too many SOQL queries: 101'
        );
    });

    it('gives asynchronous work other limits', () => {
        assert.equal(new LimitCounters('async').allowed('queries'), 200);
        assert.equal(new LimitCounters('async').allowed('queueableJobs'), 1);
    });

    it('refuses the first DML statement once writing is forbidden', () => {
        const limits = new LimitCounters();
        limits.forbidDml();
        assert.throws(() => limits.consume('dmlStatements'), /Too many DML statements: 1/);
    });
});

describe('worldOf', () => {
    it('has an administrator and business hours around the clock by default', () => {
        const world = defaultWorld();
        assert.equal(world.users[0]?.profile, 'System Administrator');
        assert.equal(world.businessHours[0]?.isDefault, true);
        assert.deepEqual(world.businessHours[0]?.days.sunday, ['00:00', '24:00']);
    });

    it('takes short weekday names', () => {
        const world = worldOf({ businessHours: [{ name: 'A', days: { mon: ['09:00', '17:00'] } }] }, 'test');
        assert.deepEqual(world.businessHours.find((hours) => hours.name === 'A')?.days, { monday: ['09:00', '17:00'] });
    });

    const wrong: readonly (readonly [string, Record<string, unknown>, RegExp])[] = [
        ['an unknown time zone', { organization: { timeZone: 'Mars/Olympus' } }, /unknown time zone: Mars/],
        ['a user without alias', { users: [{ userName: 'a@b.c', lastName: 'X' }] }, /no "alias"/],
        ['an unknown parent role', { roles: [{ name: 'A', parent: 'B' }] }, /unknown parent: B/],
        ['an unknown member', { groupMembers: { Queue: ['nobody'] } }, /unknown member: nobody/],
        ['a clock start that is no instant', { clockStart: 'soon' }, /no instant: soon/]
    ];
    for (const [name, json, message] of wrong) {
        it(`refuses ${name} and names the file`, () => {
            assert.throws(
                () => worldOf(json, 'world.json'),
                (error: unknown) =>
                    error instanceof ToolError && message.test(error.message) && error.message.startsWith('world.json')
            );
        });
    }
});
