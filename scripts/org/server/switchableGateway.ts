/** A gateway whose org can be replaced while the server runs (reset). */
import type { Gateway } from './gateway.ts';

export interface SwitchableGateway {
    readonly gateway: Gateway;
    use(next: Gateway): void;
}

export function switchableGateway(first: Gateway): SwitchableGateway {
    let current = first;
    const gateway = new Proxy({} as Gateway, {
        get(_target, name) {
            const value: unknown = Reflect.get(current, name, current);
            return typeof value === 'function' ? (value.bind(current) as unknown) : value;
        }
    });
    return {
        gateway,
        use(next) {
            current = next;
        }
    };
}
