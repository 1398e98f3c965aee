/**
 * Entry of `npm start`. Plain JavaScript, so that Node's cache of compiled code is on before the first TypeScript is
 * read: types are then stripped once and not at every start.
 */
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// The same folder as `cacheRoot` in scripts/org/ui/build/packages.ts, which is TypeScript.
enableCompileCache(join(process.env.LOCAL_ORG_CACHE ?? join(import.meta.dirname, '../../.cache'), 'code'));
await import('./start.ts');
