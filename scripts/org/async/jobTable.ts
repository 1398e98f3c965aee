/**
 * Pending jobs in the org's own database, in a table that no query of Apex sees. They take part in savepoints: a job
 * that was queued by work that is rolled back is gone too. They outlive the process.
 */
import type { DatabaseSync } from 'node:sqlite';

export type JobKind = 'queueable' | 'future' | 'batch' | 'scheduled' | 'event';

/** One pending job. */
export interface PendingJob {
    /** Id of the AsyncApexJob or CronTrigger; for events an id of their own. */
    readonly id: string;
    readonly kind: JobKind;
    /** Class to run; name of the event object for events. */
    readonly className: string;
    readonly userId: string;
    /** Not before this instant, in milliseconds. */
    readonly notBefore: number;
    /** Serialised state, see state.ts. */
    readonly state: string;
    /** What the kind needs beyond: see the kinds' own files. JSON. */
    readonly details: string;
}

const CREATE = `CREATE TABLE IF NOT EXISTS local_job (
    sequence INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    class_name TEXT NOT NULL,
    user_id TEXT NOT NULL,
    not_before INTEGER NOT NULL,
    state TEXT NOT NULL,
    details TEXT NOT NULL
)`;

const COLUMNS =
    'id, kind, class_name AS className, user_id AS userId, not_before AS notBefore, state, details FROM local_job';

/** The pending jobs of one store. */
export class JobTable {
    private readonly database: DatabaseSync;

    constructor(database: DatabaseSync) {
        this.database = database;
        database.exec(CREATE);
    }

    add(job: PendingJob): void {
        this.database
            .prepare(
                'INSERT INTO local_job (id, kind, class_name, user_id, not_before, state, details) VALUES (?, ?, ?, ?, ?, ?, ?)'
            )
            .run(job.id, job.kind, job.className, job.userId, job.notBefore, job.state, job.details);
    }

    remove(id: string): boolean {
        return this.database.prepare('DELETE FROM local_job WHERE id = ?').run(id).changes > 0;
    }

    get(id: string): PendingJob | undefined {
        return this.database.prepare(`SELECT ${COLUMNS} WHERE id = ?`).get(id) as PendingJob | undefined;
    }

    /** Jobs of some kinds in the order in which they were queued. */
    all(kinds?: readonly JobKind[]): PendingJob[] {
        const rows = this.database
            .prepare(`SELECT ${COLUMNS} ORDER BY sequence`)
            .all() as unknown as readonly PendingJob[];
        return rows.filter((job) => kinds === undefined || kinds.includes(job.kind));
    }

    /** The job that is due first at an instant: by time, then by order of queueing. */
    due(now: number): PendingJob | undefined {
        return this.database
            .prepare(`SELECT ${COLUMNS} WHERE not_before <= ? ORDER BY not_before, sequence LIMIT 1`)
            .get(now) as PendingJob | undefined;
    }

    /** Instant of the next job, in milliseconds; null when nothing waits. */
    nextInstant(): number | null {
        const row = this.database.prepare('SELECT MIN(not_before) AS next FROM local_job').get();
        return (row?.next ?? null) as number | null;
    }

    /** Keeps what a job's instance remembers for its next run. */
    remember(id: string, state: string): void {
        this.database.prepare('UPDATE local_job SET state = ? WHERE id = ?').run(state, id);
    }

    /** Moves a job to another instant. */
    postpone(id: string, notBefore: number): void {
        this.database.prepare('UPDATE local_job SET not_before = ? WHERE id = ?').run(notBefore, id);
    }
}
