import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HttpError } from '../../httpError.ts';
import { readMultipart } from '../multipart.ts';

const TYPE = 'multipart/form-data; boundary=xyz';
const part = (name: string, body: string): string =>
    `--xyz\r\nContent-Disposition: form-data; name="${name}"; filename="f"\r\nContent-Type: a/b\r\n\r\n${body}\r\n`;

describe('multipart form', () => {
    it('gives each part as it came, bytes and line breaks included', () => {
        const bytes = Buffer.concat([
            Buffer.from(part('json', '{"a":1}')),
            Buffer.from(part('file', 'P\r\nK\r\n')),
            Buffer.from('--xyz--\r\n')
        ]);

        const parts = readMultipart(bytes, TYPE);

        assert.equal(Buffer.from(parts.get('json') ?? []).toString(), '{"a":1}');
        assert.equal(Buffer.from(parts.get('file') ?? []).toString(), 'P\r\nK\r\n');
    });

    it('refuses another type, and a form without parts', () => {
        assert.throws(() => readMultipart(Buffer.from(part('a', 'b')), 'application/json'), HttpError);
        assert.throws(() => readMultipart(Buffer.from('nothing'), TYPE), HttpError);
    });
});
