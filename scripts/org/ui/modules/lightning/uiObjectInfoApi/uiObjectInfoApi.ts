/** `lightning/uiObjectInfoApi` over the server's UI API. */
import { request, UI_API } from 'host/http';
import { wireAdapter } from 'host/wireAdapter';

type ObjectReference = string | { readonly objectApiName: string };
type Field = string | { readonly objectApiName: string; readonly fieldApiName: string };

const objectName = (reference: unknown): string =>
    typeof reference === 'string' ? reference : (reference as { objectApiName: string }).objectApiName;

function fieldParts(field: Field): [string, string] {
    if (typeof field !== 'string') return [field.objectApiName, field.fieldApiName];
    const [object = '', name = ''] = field.split('.');
    return [object, name];
}

const objectInfo = (name: string): Promise<unknown> => request('GET', `${UI_API}/object-info/${name}`);

export const getObjectInfo = wireAdapter({
    isReady: (config) => Boolean(config['objectApiName']),
    key: (config) => `object-info:${objectName(config['objectApiName'])}`,
    fetch: (config) => objectInfo(objectName(config['objectApiName']))
});

export const getObjectInfos = wireAdapter({
    isReady: (config) => Array.isArray(config['objectApiNames']),
    key: (config) => `object-infos:${(config['objectApiNames'] as ObjectReference[]).map(objectName).join()}`,
    fetch: async (config) => ({
        results: await Promise.all(
            (config['objectApiNames'] as ObjectReference[]).map((name) =>
                objectInfo(objectName(name)).then(
                    (result) => ({ statusCode: 200, result }),
                    (error: { status: number; body: unknown }) => ({ statusCode: error.status, result: error.body })
                )
            )
        )
    })
});

export const getPicklistValues = wireAdapter({
    isReady: (config) => Boolean(config['recordTypeId']) && Boolean(config['fieldApiName']),
    key: (config) =>
        `picklist:${fieldParts(config['fieldApiName'] as Field).join('.')}:${String(config['recordTypeId'])}`,
    fetch: (config) => {
        const [object, field] = fieldParts(config['fieldApiName'] as Field);
        return request(
            'GET',
            `${UI_API}/object-info/${object}/picklist-values/${String(config['recordTypeId'])}/${field}`
        );
    }
});

export const getPicklistValuesByRecordType = wireAdapter({
    isReady: (config) => Boolean(config['recordTypeId']) && Boolean(config['objectApiName']),
    key: (config) => `picklists:${objectName(config['objectApiName'])}:${String(config['recordTypeId'])}`,
    fetch: (config) =>
        request(
            'GET',
            `${UI_API}/object-info/${objectName(config['objectApiName'])}/picklist-values/${String(config['recordTypeId'])}`
        )
});
