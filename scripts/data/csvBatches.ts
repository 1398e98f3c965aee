/** Gathers records for requests. The platform refuses both when one request names a key twice, so such a pair is parted. */

export async function* batchesOf<T>(
    items: AsyncIterable<T>,
    size: number,
    keyOf: (item: T) => string
): AsyncGenerator<readonly T[]> {
    let batch: T[] = [];
    let keys = new Set<string>();
    for await (const item of items) {
        const key = keyOf(item).toLowerCase();
        if (batch.length === size || keys.has(key)) {
            yield batch;
            batch = [];
            keys = new Set();
        }
        batch.push(item);
        keys.add(key);
    }
    if (batch.length > 0) yield batch;
}
