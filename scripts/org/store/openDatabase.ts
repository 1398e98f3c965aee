/** Opens the data file and refuses what is not ours or not whole. */
import { existsSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { ToolError } from '../../shared/toolError.ts';

/** `LORG` in the file's header says that it is a data file of the local org. */
const APPLICATION_ID = 0x4c4f5247;
/** Changes when the layout changes in a way that columns being added does not cover. */
const FORMAT_VERSION = 1;

function pragma(database: DatabaseSync, name: string): unknown {
    return Object.values(database.prepare(`PRAGMA ${name}`).get() ?? {})[0];
}

function refuse(file: string, reason: string, cause?: unknown): never {
    throw new ToolError(
        'DataFileError',
        `${file} ${reason}`,
        ['Move the file away: the next start makes a new one.', 'Name another data file.'],
        { cause }
    );
}

function check(database: DatabaseSync, file: string): void {
    const stamp = pragma(database, 'application_id');
    const tables = database.prepare('SELECT count(*) AS n FROM sqlite_schema').get()?.['n'];
    if (stamp === 0 && tables === 0) return;
    if (stamp !== APPLICATION_ID) refuse(file, 'is a database of another program.');
    const version = pragma(database, 'user_version');
    if (version !== FORMAT_VERSION) {
        refuse(
            file,
            `was written by another version of the local org (format ${String(version)}, this one has ${FORMAT_VERSION}).`
        );
    }
    const state = pragma(database, 'quick_check(1)');
    if (state !== 'ok') refuse(file, `is damaged (${String(state)}).`);
}

/**
 * @param file path, or `:memory:`
 * Throws ToolError with one sentence when the file is damaged, foreign, of another version or cannot be opened.
 */
export function openDatabase(file: string): DatabaseSync {
    let database: DatabaseSync;
    const isFile = file !== ':memory:';
    const existed = isFile && existsSync(file);
    try {
        database = new DatabaseSync(file, { enableForeignKeyConstraints: false });
    } catch (error) {
        return refuse(file, `cannot be opened (${(error as Error).message}).`, error);
    }
    try {
        if (existed) check(database, file);
        if (isFile) database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 2000');
        else database.exec('PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF');
        database.exec(`PRAGMA application_id = ${APPLICATION_ID}; PRAGMA user_version = ${FORMAT_VERSION}`);
        database.exec('PRAGMA case_sensitive_like = OFF; PRAGMA temp_store = MEMORY; PRAGMA cache_size = -65536');
    } catch (error) {
        database.close();
        if (error instanceof ToolError) throw error;
        refuse(file, `is damaged or is no data file of the local org (${(error as Error).message}).`, error);
    }
    return database;
}
