/** Custom permissions that nothing asks for. */
import { basename } from 'node:path';
import type { Finding } from '../check.ts';
import { countOf, type SourceWords } from './words.ts';

const SUFFIX = '.customPermission-meta.xml';

export function idlePermissions(source: SourceWords): Finding[] {
    return source.files
        .filter(({ path }) => path.endsWith(SUFFIX))
        .filter((file) => {
            const name = basename(file.path, SUFFIX);
            return countOf(source, name, (other) => other !== file && !other.isTest) === 0;
        })
        .map(({ path }) => ({ path, message: `nothing asks for ${basename(path, SUFFIX)}` }));
}
