/**
 * `npm run data -- --csv FILE --object touches --target-org ALIAS`: loads data into an org, and can be run again.
 * Exit code 0: all of it is there; 1: the org refused something, and the message says what to do; 2: wrong use; 10: a bug.
 */
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { CsvLoadResult } from '../data/csvLoad.ts';
import { ToolError, toolErrorText } from '../shared/toolError.ts';

const USAGE = `Usage: npm run data -- --csv FILE --object touches [options]
       npm run data -- --profile mini|small [options]
  --csv FILE           a CSV file in UTF-8, its columns named in the first line as in an event that is posted:
                       key (or id and source), type, occurred_at; and, where known, email, personId, asset, url,
                       campaign, isBot. Rows with a key that is there already change it: run it as often as you like.
                       Rows that are refused are kept in FILE.refused.csv, with line and reason in front
  --object touches     what the rows are
  --dry-run            read the file and say what is wrong with it; send nothing
  --profile mini|small load demo data, into a local org only
  --target-org ALIAS   login of the sf CLI (default: SF_ACCESS_TOKEN and SF_ORG_INSTANCE_URL, then its default org)
  --json               one JSON object on standard output, progress on standard error
  --help               show this text`;

const ROOT = resolve(import.meta.dirname, '../..');
const PROFILES = ['mini', 'small'] as const;
type DemoProfile = (typeof PROFILES)[number];

interface Flags {
    readonly work:
        { readonly kind: 'csv'; readonly file: string } | { readonly kind: 'demo'; readonly profile: DemoProfile };
    readonly targetOrg: string | undefined;
    readonly isDryRun: boolean;
}

interface Outcome {
    readonly facts: Readonly<Record<string, unknown>>;
    readonly closing: string;
    /** What was refused, as an error that a program can read; null when all is there. */
    readonly refusal: ToolError | null;
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

const usageError = (message: string): ToolError =>
    new ToolError('UsageError', message, ['See the options: npm run data -- --help']);

/** @throws ToolError `UsageError` for unknown flags and values */
function readFlags(argv: readonly string[]): Flags | 'help' {
    let values;
    try {
        ({ values } = parseArgs({
            args: [...argv],
            options: {
                csv: { type: 'string' },
                object: { type: 'string' },
                profile: { type: 'string' },
                'target-org': { type: 'string', short: 'o' },
                'dry-run': { type: 'boolean', default: false },
                json: { type: 'boolean', default: false },
                help: { type: 'boolean', default: false }
            },
            strict: true
        }));
    } catch (error) {
        throw usageError((error as Error).message);
    }
    if (values.help) return 'help';
    const { csv, object, profile } = values;
    const common = { targetOrg: values['target-org'], isDryRun: values['dry-run'] };
    if ((csv === undefined) === (profile === undefined)) {
        throw usageError('Say what to load: --csv FILE --object touches, or --profile mini.');
    }
    if (csv !== undefined) {
        if (object === undefined) throw usageError('Say what the rows are: --object touches.');
        if (object !== 'touches') throw usageError(`--object ${object} cannot be loaded; touches can.`);
        return { work: { kind: 'csv', file: csv }, ...common };
    }
    if (object !== undefined || common.isDryRun) throw usageError('--object and --dry-run go with --csv.');
    const known = PROFILES.find((each) => each === profile);
    if (!known) throw usageError(`--profile ${profile} is none of ${PROFILES.join(', ')}.`);
    return { work: { kind: 'demo', profile: known }, ...common };
}

/** The org, named to whoever reads along before anything in it changes. */
async function openTarget(alias: string | undefined) {
    const { salesforceTarget } = await import('../deploy/salesforceTarget.ts');
    const { SF_ACCESS_TOKEN: token, SF_ORG_INSTANCE_URL: address } = process.env;
    const target = await salesforceTarget(alias ?? (token && address ? token : undefined), ROOT, []);
    const { userName, organizationName, instanceUrl } = await target.org.identity();
    say(`User ${userName} of ${organizationName} at ${instanceUrl}`);
    return { ...target, facts: { userName, organizationName, instanceUrl } };
}

async function loadCsv(file: string, { targetOrg, isDryRun }: Flags): Promise<Outcome> {
    const { checkTouchFile, loadTouchFile } = await import('../data/csvLoad.ts');
    const { realPatience } = await import('../data/csvUpsert.ts');
    const checked = await checkTouchFile(file, say);
    const { rows, malformed } = checked;
    if (isDryRun) {
        const closing = `${file}: ${rows - malformed} of ${rows} rows can be sent. Nothing was sent.`;
        return { facts: { file, rows, malformed, dryRun: true }, closing, refusal: null };
    }
    const { login, facts: org } = await openTarget(targetOrg);
    const result = await loadTouchFile(file, checked, login, realPatience(say));
    return { facts: { file, org, ...result }, closing: closingLine(result), refusal: refusalOf(result) };
}

function closingLine({ rows, created, updated, refused }: CsvLoadResult): string {
    return `${rows} rows: ${created} touches are new, ${updated} were there already, ${refused} were refused.`;
}

function refusalOf({ rows, refused, refusedFile }: CsvLoadResult): ToolError | null {
    if (refusedFile === null) return null;
    return new ToolError('RowsRefused', `${refused} of ${rows} rows were refused.`, [
        `Read why in ${refusedFile}, mend the rows there, and load that file: it has the same columns`
    ]);
}

async function loadDemo(profile: DemoProfile, { targetOrg }: Flags): Promise<Outcome> {
    const { demoDataLoader } = await import('../deploy/demoData.ts');
    const { Progress } = await import('../data/csvProgress.ts');
    const { org, login, facts } = await openTarget(targetOrg);
    let progress: InstanceType<typeof Progress> | undefined;
    const { summary, changed } = await demoDataLoader(
        org,
        login,
        profile
    )((done, total) => {
        progress ??= new Progress('Loading records', total, say);
        progress.at(done);
    });
    return { facts: { org: facts, changed }, closing: `${facts.organizationName}: ${summary}.`, refusal: null };
}

async function main(): Promise<number> {
    const isJson = process.argv.includes('--json');
    const print = (answer: object): void => void process.stdout.write(`${JSON.stringify(answer)}\n`);
    try {
        const flags = readFlags(process.argv.slice(2));
        if (flags === 'help') {
            process.stdout.write(`${USAGE}\n`);
            return 0;
        }
        const { work } = flags;
        const { facts, closing, refusal } =
            work.kind === 'csv' ? await loadCsv(work.file, flags) : await loadDemo(work.profile, flags);
        if (isJson) print({ ok: refusal === null, ...facts, ...(refusal ? { error: plainError(refusal) } : {}) });
        else process.stdout.write(`${closing}\n`);
        if (refusal) say(toolErrorText(refusal));
        return refusal ? 1 : 0;
    } catch (error) {
        const isTool = error instanceof ToolError;
        const { name, message, stack } = error as Error;
        if (isJson) print({ ok: false, error: isTool ? plainError(error) : { name, message, actions: [] } });
        say(isTool ? toolErrorText(error) : (stack ?? message));
        return isTool ? (name === 'UsageError' ? 2 : 1) : 10;
    }
}

const plainError = ({ name, message, actions }: ToolError): object => ({ name, message, actions });

// The libraries warn of http, which is all that a local org speaks.
process.removeAllListeners('warning');
process.exitCode = await main();
