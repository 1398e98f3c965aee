/**
 * The Streaming API as far as the sf CLI needs it: the Bayeux protocol by long polling, with topics that tell of tests
 * that ran and of debug logs that were written. Any other subscription is refused.
 */
import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { badRequest, HttpError } from '../httpError.ts';
import type { RequestContext, Route } from '../router.ts';

export interface Happening {
    /** Its own, of all topics. */
    readonly key: string;
    readonly sobject: { readonly Id: string };
    /** False for what listeners are not told of, now or later; told when absent. */
    readonly isHeard?: boolean;
}

/** What one topic tells of. */
export interface Topic {
    readonly name: string;
    /** `created` or `updated`. */
    readonly type: string;
    /** What happened, oldest first. */
    readonly happened: () => readonly Happening[];
    /** Throws HttpError for whom may not listen. */
    readonly requireListener?: (context: RequestContext) => void;
}

interface Message {
    readonly channel?: unknown;
    readonly id?: unknown;
    readonly clientId?: unknown;
    readonly subscription?: unknown;
}

interface Client {
    readonly subscriptions: Set<Topic>;
    readonly told: Set<string>;
}

export const TEST_TOPIC = '/systemTopic/TestResult';
export const LOG_TOPIC = '/systemTopic/Logging';
/** How long a request for events stays open, and how often it looks. */
const CONNECT_MS = 10_000;
const LOOK_EVERY_MS = 100;
const ADVICE = { reconnect: 'retry', interval: 0, timeout: CONNECT_MS * 2 };

/** @param connectMs how long a request for events stays open */
export function streamingRoutes(topics: readonly Topic[], connectMs = CONNECT_MS): Route[] {
    const streaming = new Streaming(topics, connectMs);
    return [
        {
            method: 'POST',
            pattern: '/cometd/*version',
            access: 'token',
            handler: async (context) => ({ json: await streaming.answer(messagesOf(context), context) })
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
    private readonly topics: readonly Topic[];
    private readonly connectMs: number;

    constructor(topics: readonly Topic[], connectMs: number) {
        this.topics = topics;
        this.connectMs = connectMs;
    }

    async answer(messages: readonly Message[], context: RequestContext): Promise<Record<string, unknown>[]> {
        const answers: Record<string, unknown>[] = [];
        for (const message of messages) answers.push(...(await this.answerOne(message, context)));
        return answers;
    }

    private async answerOne(message: Message, context: RequestContext): Promise<Record<string, unknown>[]> {
        const { channel, id, clientId, subscription } = message;
        const base = { channel, ...(id === undefined ? {} : { id }) };
        if (channel === '/meta/handshake') {
            const newId = randomUUID();
            // What happened before somebody listens is no event.
            const told = this.topics.flatMap((topic) => topic.happened().map(({ key }) => key));
            this.clients.set(newId, { subscriptions: new Set(), told: new Set(told) });
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
                const error = this.subscribe(client, subscription, context);
                if (error !== null) return [{ ...base, clientId, subscription, successful: false, error }];
                return [{ ...base, clientId, subscription, successful: true }];
            }
            case '/meta/unsubscribe':
                for (const topic of client.subscriptions) {
                    if (topic.name === subscription) client.subscriptions.delete(topic);
                }
                return [{ ...base, clientId, subscription, successful: true }];
            case '/meta/disconnect':
                this.clients.delete(String(clientId));
                return [{ ...base, clientId, successful: true }];
            default:
                return [{ ...base, clientId, successful: false, error: `400:${String(channel)}:Unsupported: channel` }];
        }
    }

    /** What stands against it, or null. */
    private subscribe(client: Client, name: unknown, context: RequestContext): string | null {
        const topic = this.topics.find((each) => each.name === name);
        if (!topic) return `403:${String(name)}:Unsupported: subscription`;
        try {
            topic.requireListener?.(context);
        } catch (error) {
            if (error instanceof HttpError) return `${error.status}:${topic.name}:${error.message}`;
            throw error;
        }
        client.subscriptions.add(topic);
        return null;
    }

    /** Waits for something to happen, for a while. */
    private async events(client: Client): Promise<Record<string, unknown>[]> {
        const until = performance.now() + this.connectMs;
        for (;;) {
            const news = [...client.subscriptions].flatMap((topic) =>
                topic
                    .happened()
                    .filter(({ key }) => !client.told.has(key))
                    .filter(({ key, isHeard }) => client.told.add(key) && isHeard !== false)
                    .map(({ sobject }) => ({ topic, sobject }))
            );
            if (news.length > 0 || performance.now() >= until) {
                return news.map(({ topic, sobject }) => ({
                    channel: topic.name,
                    data: { event: { type: topic.type }, sobject }
                }));
            }
            await setTimeout(LOOK_EVERY_MS);
        }
    }
}
