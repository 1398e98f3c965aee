/** `lightning/messageService`: publish and subscribe between parts of one page. */
export const APPLICATION_SCOPE = Symbol('application scope');

interface Channel {
    readonly channelName: string;
}
type Listener = (message: unknown) => void;
interface Subscription {
    readonly channel: string;
    readonly listener: Listener;
}

const subscriptions = new Set<Subscription>();

export class MessageContext {
    constructor(callback: (value: object) => void) {
        callback(Object.freeze({ page: true }));
    }
    connect(): void {}
    update(): void {}
    disconnect(): void {}
}

export function createMessageContext(): object {
    return Object.freeze({});
}
export function releaseMessageContext(): void {}

export function subscribe(_context: unknown, channel: Channel, listener: Listener): Subscription {
    const subscription = { channel: channel.channelName, listener };
    subscriptions.add(subscription);
    return subscription;
}

export function unsubscribe(subscription: Subscription | null | undefined): void {
    if (subscription) subscriptions.delete(subscription);
}

export function publish(_context: unknown, channel: Channel, message?: unknown): void {
    for (const subscription of [...subscriptions]) {
        if (subscription.channel === channel.channelName) subscription.listener(message);
    }
}
