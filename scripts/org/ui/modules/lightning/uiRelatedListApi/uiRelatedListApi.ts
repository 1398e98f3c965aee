/** `lightning/uiRelatedListApi` over the server's UI API. */
import { request, UI_API } from 'host/http';
import { recordIds, stableText, wireAdapter } from 'host/wireAdapter';
import type { WireConfig } from 'host/wireAdapter';
import { plainList } from 'host/plainText';

function listQuery(config: WireConfig): string {
    const query = new URLSearchParams();
    for (const name of ['fields', 'optionalFields', 'sortBy']) {
        const value = config[name];
        if (value !== undefined) query.set(name, plainList(value));
    }
    for (const name of ['pageSize', 'pageToken', 'where']) {
        const value = config[name];
        if (value !== undefined) query.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
    return query.toString();
}

const isReady = (config: WireConfig): boolean => Boolean(config['parentRecordId']) && Boolean(config['relatedListId']);

export const getRelatedListRecords = wireAdapter({
    isReady,
    key: (config) => `related:${stableText(config)}`,
    fetch: (config) =>
        request(
            'GET',
            `${UI_API}/related-list-records/${String(config['parentRecordId'])}/${String(config['relatedListId'])}?${listQuery(config)}`
        ),
    tag: recordIds
});

export const getRelatedListCount = wireAdapter({
    isReady,
    key: (config) => `related-count:${stableText(config)}`,
    fetch: (config) =>
        request(
            'GET',
            `${UI_API}/related-list-count/${String(config['parentRecordId'])}/${String(config['relatedListId'])}`
        )
});

export const getRelatedListInfo = wireAdapter({
    isReady: (config) => Boolean(config['parentObjectApiName']) && Boolean(config['relatedListId']),
    key: (config) => `related-info:${stableText(config)}`,
    fetch: (config) =>
        request(
            'GET',
            `${UI_API}/related-list-info/${String(config['parentObjectApiName'])}/${String(config['relatedListId'])}`
        )
});

export const getRelatedListsInfo = wireAdapter({
    isReady: (config) => Boolean(config['parentObjectApiName']),
    key: (config) => `related-infos:${String(config['parentObjectApiName'])}`,
    fetch: (config) => request('GET', `${UI_API}/related-list-info/${String(config['parentObjectApiName'])}`)
});
