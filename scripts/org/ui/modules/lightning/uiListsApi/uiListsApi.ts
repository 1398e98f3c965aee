/** `lightning/uiListsApi`: rows and columns of a list view. */
import { request, UI_API } from 'host/http';
import { recordIds, stableText, wireAdapter } from 'host/wireAdapter';
import { plainList } from 'host/plainText';

export const getListRecordsByName = wireAdapter({
    isReady: (config) => Boolean(config['objectApiName']) && Boolean(config['listViewApiName']),
    key: (config) => `list-records:${stableText(config)}`,
    fetch: (config) => {
        const query = new URLSearchParams();
        for (const name of ['pageSize', 'pageToken', 'sortBy', 'searchTerm']) {
            if (config[name] !== undefined) query.set(name, plainList(config[name]));
        }
        return request(
            'GET',
            `${UI_API}/list-records/${String(config['objectApiName'])}/${String(config['listViewApiName'])}?${query.toString()}`
        );
    },
    tag: recordIds
});

export const getListInfoByName = wireAdapter({
    isReady: (config) => Boolean(config['objectApiName']) && Boolean(config['listViewApiName']),
    key: (config) => `list-info:${stableText(config)}`,
    fetch: (config) =>
        request('GET', `${UI_API}/list-info/${String(config['objectApiName'])}/${String(config['listViewApiName'])}`)
});

export const getListInfosByObjectName = wireAdapter({
    isReady: (config) => Boolean(config['objectApiName']),
    key: (config) => `list-infos:${String(config['objectApiName'])}`,
    fetch: (config) => request('GET', `${UI_API}/list-info/${String(config['objectApiName'])}`)
});
