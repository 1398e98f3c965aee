/**
 * The Streaming API as far as the sf CLI needs it: the Bayeux protocol by long polling, with the one topic that tells of
 * tests that ran. Any other subscription is refused.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { badRequest } from '../httpError.ts';
import type { RequestContext, Route } from '../router.ts';

/** Test runs that are over, oldest first. */
export type FinishedRuns = () => readonly { readonly id: string; readonly userId: string }[];

interface Message {
    readonly channel?: unknown;
    readonly id?: unknown;
    readonly clientId?: unknown;
    readonly subscription?: unknown;
}

interface Client {
    isSubscribed: boolean;
    readonly told: Set<string>;
}

export const TEST_TOPIC = '/systemTopic/TestResult';
/** How long a request for events stays open, and how often it looks. */
const CONNECT_MS = 10_000;
const LOOK_EVERY_MS = 100;
const ADVICE = { reconnect: 'retry', interval: 0, timeout: CONNECT_MS * 2 };

/** @param connectMs how long a request for events stays open */
export function streamingRoutes(finished: FinishedRuns, connectMs = CONNECT_MS): Route[] {
    const streaming = new Streaming(finished, connectMs);
    return [
        {
            method: 'POST',
            pattern: '/cometd/*version',
            access: 'token',
            handler: async (context) => ({ json: await streaming.answer(messagesOf(context)) })
        }
    ];
}

/** @throws HttpError 400 when the body is no list of messages */
function messagesOf(context: RequestContext): readonly Message[] {
    const body = context.json();
    const messages = Array.isArray(body) ? (body as unknown[]) : [body];
    if (messages.every((each) => typeof each === 'object' && each !== null)) return messages;
    throw badRequest('JSON_PARSER_ERROR', 'The body must be a list of Bayeux messages.');
}

class Streaming {
    private readonly clients = new Map<string, Client>();
    private readonly finished: FinishedRuns;
    private readonly connectMs: number;

    constructor(finished: FinishedRuns, connectMs: number) {
        this.finished = finished;
        this.connectMs = connectMs;
    }

    async answer(messages: readonly Message[]): Promise<Record<string, unknown>[]> {
        const answers: Record<string, unknown>[] = [];
        for (const message of messages) answers.push(...(await this.answerOne(message)));
        return answers;
    }

    private async answerOne(message: Message): Promise<Record<string, unknown>[]> {
        const { channel, id, clientId, subscription } = message;
        const base = { channel, ...(id === undefined ? {} : { id }) };
        if (channel === '/meta/handshake') {
            const newId = randomUUID();
            // What ended before somebody listens is no event.
            this.clients.set(newId, { isSubscribed: false, told: new Set(this.finished().map((run) => run.id)) });
            return [
                {
                    ...base,
                    version: '1.0',
                    supportedConnectionTypes: ['long-polling'],
                    clientId: newId,
                    successful: true,
                    advice: ADVICE
                }
            ];
        }
        const client = this.clients.get(String(clientId));
        if (!client) {
            const advice = { reconnect: 'handshake', interval: 0 };
            return [{ ...base, successful: false, error: '403::Unknown client', advice }];
        }
        switch (channel) {
            case '/meta/connect':
                return [...(await this.events(client)), { ...base, clientId, successful: true, advice: ADVICE }];
            case '/meta/subscribe': {
                if (subscription !== TEST_TOPIC) {
                    const error = `403:${String(subscription)}:Unsupported: subscription`;
                    return [{ ...base, clientId, subscription, successful: false, error }];
                }
                client.isSubscribed = true;
                return [{ ...base, clientId, subscription, successful: true }];
            }
            case '/meta/unsubscribe':
                client.isSubscribed = false;
                return [{ ...base, clientId, subscription, successful: true }];
            case '/meta/disconnect':
                this.clients.delete(String(clientId));
                return [{ ...base, clientId, successful: true }];
            default:
                return [{ ...base, clientId, successful: false, error: `400:${String(channel)}:Unsupported: channel` }];
        }
    }

    /** Waits for test runs to end, for a while. */
    private async events(client: Client): Promise<Record<string, unknown>[]> {
        const until = performance.now() + this.connectMs;
        for (;;) {
            const news = client.isSubscribed ? this.finished().filter((run) => !client.told.has(run.id)) : [];
            news.forEach((run) => client.told.add(run.id));
            if (news.length > 0 || performance.now() >= until) {
                return news.map((run) => ({
                    channel: TEST_TOPIC,
                    data: { event: { type: 'updated' }, sobject: { Id: run.id, UserId: run.userId } }
                }));
            }
            await setTimeout(LOOK_EVERY_MS);
        }
    }
}
