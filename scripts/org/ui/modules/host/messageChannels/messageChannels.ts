/** Message channels are equal by name: one frozen object each. */
const channels = new Map<string, Readonly<{ channelName: string }>>();

export function messageChannel(name: string): Readonly<{ channelName: string }> {
    const known = channels.get(name) ?? Object.freeze({ channelName: name });
    channels.set(name, known);
    return known;
}
