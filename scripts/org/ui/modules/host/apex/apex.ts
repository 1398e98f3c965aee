/** `@salesforce/apex/Class.method`: a function to call and an adapter to wire, over one HTTP endpoint. */
import { request } from 'host/http';
import { hasEveryValue, refreshProvisioned, stableText, wireAdapter } from 'host/wireAdapter';
import type { HostAdapter, WireConfig } from 'host/wireAdapter';

interface ApexMethod {
    (params?: Readonly<Record<string, unknown>>): Promise<unknown>;
    adapter: HostAdapter;
}

function call(className: string, method: string, params: unknown, isCacheable: boolean): Promise<unknown> {
    return request('POST', `/apex/${className}/${method}${isCacheable ? '?cacheable=1' : ''}`, params ?? {}).then(
        (value) => value ?? null
    );
}

export function apexMethod(className: string, method: string): ApexMethod {
    const callable = ((params) => call(className, method, params, false)) as ApexMethod;
    callable.adapter = wireAdapter({
        isReady: hasEveryValue,
        key: (config: WireConfig) => `apex:${className}.${method}:${stableText(config ?? {})}`,
        fetch: (config: WireConfig) => call(className, method, config, true)
    });
    return callable;
}

/** `refreshApex(wiredValue)`: calls the method again for the wire that provisioned the value. */
export function refreshApex(value: unknown): Promise<void> {
    return refreshProvisioned(value);
}

/** `getSObjectValue(record, field)`: value of a field, through relationships, of a record that Apex returned. */
export function getSObjectValue(record: unknown, field: string | { fieldApiName: string }): unknown {
    const path = typeof field === 'string' ? field.split('.').slice(1) : field.fieldApiName.split('.');
    return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null | undefined)?.[name], record);
}
