/** A file version brings its document, and the links to the record it was published to and to its owner. */
import type { Transaction } from '../runtime/transaction.ts';
import type { Value } from '../runtime/program.ts';
import { rowsWhere } from '../store/select.ts';
import { Blob } from '../values/blob.ts';
import { SObject } from '../values/sobject.ts';
import { internalOptions, saveRecords } from './lists.ts';
import type { SaveChunk } from './types.ts';
import { alive } from './types.ts';

/** Types by extension where the name of the type is not the extension itself. */
const typeByExtension: Readonly<Record<string, string>> = {
    docx: 'WORD_X',
    doc: 'WORD',
    xlsx: 'EXCEL_X',
    xls: 'EXCEL',
    pptx: 'POWER_POINT_X',
    ppt: 'POWER_POINT',
    txt: 'TEXT',
    jpeg: 'JPEG'
};

/** Runs after new ContentVersion rows were written. */
export function completeFiles(tx: Transaction, chunk: SaveChunk): void {
    if (chunk.def.name !== 'ContentVersion' || chunk.operation !== 'insert') {
        return;
    }
    for (const row of alive(chunk.rows)) {
        completeVersion(tx, row.record);
    }
}

function completeVersion(tx: Transaction, version: SObject): void {
    const value = (name: string): Value => version.fields.get(name) ?? null;
    const extension = /\.([^.]+)$/.exec(String(value('PathOnClient') ?? ''))?.[1]?.toLowerCase() ?? null;
    const data: Value = value('VersionData');
    const facts = {
        FileExtension: extension,
        FileType: extension === null ? 'UNKNOWN' : (typeByExtension[extension] ?? extension.toUpperCase()),
        ContentSize: data instanceof Blob ? data.bytes.length : 0
    };
    const known: string | null = value('ContentDocumentId');
    const documentId =
        known ?? create(tx, 'ContentDocument', { Title: value('Title'), OwnerId: value('OwnerId'), ...facts });
    const versions = rowsWhere(tx.store, version.def, { ContentDocumentId: documentId });
    for (const older of versions) {
        tx.store.updateRow(version.def, older.id!, new Map([['IsLatest', false]]));
    }
    write(tx, version, {
        ...facts,
        ContentDocumentId: documentId,
        IsLatest: true,
        VersionNumber: String(versions.length + 1)
    });
    const document = tx.store.row(tx.schema.object('ContentDocument')!, documentId)!;
    write(tx, document, { ...facts, LatestPublishedVersionId: version.id, Title: value('Title') });
    if (known === null) {
        const links = new Map<Value, string>([[value('OwnerId'), 'I']]);
        if (value('FirstPublishLocationId') !== null) {
            links.set(value('FirstPublishLocationId'), 'V');
        }
        for (const [entity, share] of links) {
            create(tx, 'ContentDocumentLink', {
                ContentDocumentId: documentId,
                LinkedEntityId: entity,
                ShareType: share
            });
        }
    }
}

function write(tx: Transaction, record: SObject, values: Readonly<Record<string, Value>>): void {
    for (const [name, value] of Object.entries(values)) {
        record.load(name, value);
    }
    tx.store.updateRow(record.def, record.id!, new Map(Object.entries(values)));
}

function create(tx: Transaction, objectName: string, values: Readonly<Record<string, Value>>): string {
    const record = new SObject(tx.schema.object(objectName)!);
    for (const [name, value] of Object.entries(values)) {
        record.load(name, value);
    }
    saveRecords(tx, 'insert', 'Insert', [record], internalOptions);
    return record.id!;
}
