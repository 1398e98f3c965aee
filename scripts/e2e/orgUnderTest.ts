/** The app as a user meets it: the package on a local org in memory, with demo data, in Chromium. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import axe from 'axe-core';
import { chromium, type Browser, type BrowserContext, type Page, type Request } from 'playwright-core';
import { loadDemoData } from '../data/load.ts';
import type { Profile } from '../data/quotas.ts';
import { openOrg, type Org } from '../org/engine/org.ts';
import { orgGateway } from '../org/server/engine/orgGateway.ts';
import { buildBrowserSide } from '../org/server/browserSide.ts';
import { startOrgServer, type OrgServer } from '../org/server/orgServer.ts';
import { packageDirectories } from '../shared/sourceFiles.ts';
import { loadedOrg } from './loadedOrg.ts';

const ROOT = resolve(import.meta.dirname, '..', '..');
const BROWSERS = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Rules of base components that we cannot mend; each names the component. */
const PATIENCE_MS = 15_000;

export interface OrgUnderTest {
    readonly org: Org;
    readonly url: string;
    /** A page of a user, signed in as the persona with the alias; the zone is that of the browser, not of the user. */
    pageOf(alias: string, viewport?: { width: number; height: number }, timeZone?: string): Promise<Page>;
    /** Answer of the org's REST API to a user. */
    api(alias: string, method: string, path: string, body?: unknown): Promise<{ status: number; body: unknown }>;
    close(): Promise<void>;
}

/** Opens this package on an org of its own with a profile of demo data; only some tests need what a night computes. */
export async function startOrgUnderTest(
    profile: Profile,
    { isAfterNight = false }: { isAfterNight?: boolean } = {}
): Promise<OrgUnderTest> {
    return openUnderTest({
        isAfterNight,
        sourceDirs: packageDirectories(ROOT).map((directory) => resolve(ROOT, directory)),
        worldFile: resolve(ROOT, 'config/local-org.json'),
        profile
    });
}

/** Opens any sources on an org in memory; without a profile the org is empty. */
export async function openUnderTest({
    sourceDirs,
    worldFile,
    profile,
    isAfterNight = false
}: {
    sourceDirs: readonly string[];
    worldFile: string;
    profile?: Profile;
    isAfterNight?: boolean;
}): Promise<OrgUnderTest> {
    const loaded = profile === undefined ? undefined : loadedOrg(isAfterNight ? `${profile}-night` : profile);
    const org = openOrg({ sourceDirs, worldFile, dataFile: loaded?.dataFile ?? ':memory:' });
    const browserSide = await buildBrowserSide(sourceDirs, 'production');
    const server = await startOrgServer(
        {
            gateway: orgGateway(org),
            sourceDirs,
            port: 0,
            mode: 'production',
            watches: false,
            log: (line) => console.error(line)
        },
        browserSide
    );
    if (profile !== undefined && loaded?.dataFile === undefined) {
        await loadDemoData({
            baseUrl: server.url,
            accessToken: server.issueToken('loader'),
            profile,
            asOf: new Date(org.clock.now()).toISOString(),
            isBeforeFirstNight: !isAfterNight,
            onProgress: () => undefined
        });
        loaded?.keep(org);
    }
    const browser = await launchBrowser();
    const contexts: BrowserContext[] = [];
    return {
        org,
        url: server.url,
        async pageOf(alias, viewport = { width: 1360, height: 1000 }, timeZone = 'America/New_York') {
            const context = await browser.newContext({ viewport, timezoneId: timeZone });
            contexts.push(context);
            const page = await context.newPage();
            page.setDefaultTimeout(PATIENCE_MS);
            countRequests(page);
            await page.goto(server.url);
            const personas = page.locator('select[name="persona"]');
            if ((await personas.inputValue()) !== alias) {
                // The page starts over as the other person.
                await Promise.all([page.waitForEvent('load'), personas.selectOption(alias)]);
            }
            return page;
        },
        api: (alias, method, path, body) => callApi(server, alias, method, path, body),
        async close() {
            await Promise.all(contexts.map((context) => context.close()));
            await browser.close();
            await server.close();
            org.close();
            loaded?.dispose();
        }
    };
}

async function callApi(
    server: OrgServer,
    alias: string,
    method: string,
    path: string,
    body?: unknown
): Promise<{ status: number; body: unknown }> {
    const response = await fetch(server.url + path, {
        method,
        headers: { Authorization: `Bearer ${server.issueToken(alias)}`, 'Content-Type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) })
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? null : (JSON.parse(text) as unknown) };
}

/** @throws Error that says how to get a browser where there is none */
export async function launchBrowser(): Promise<Browser> {
    return chromium.launch(browserOptions());
}

/** A browser that remembers what it saw, in a folder. @throws Error as `launchBrowser` */
export async function launchLastingBrowser(folder: string): Promise<BrowserContext> {
    return chromium.launchPersistentContext(folder, browserOptions());
}

function browserOptions(): { executablePath: string; args: string[] } {
    const executablePath = [process.env['CHROMIUM_PATH'], ...BROWSERS, chromium.executablePath()].find(
        (path) => path && existsSync(path)
    );
    if (!executablePath) {
        throw new Error('No Chromium found: install one, or set CHROMIUM_PATH to its program.');
    }
    return {
        executablePath,
        args: ['--no-sandbox', '--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1']
    };
}

/** Requests of a page that have no answer yet; the stream of the server's news never has one. */
const waiting = new WeakMap<Page, Set<Request>>();

function countRequests(page: Page): void {
    const open = new Set<Request>();
    waiting.set(page, open);
    page.on('request', (request) => {
        if (!new URL(request.url()).pathname.endsWith('/events')) open.add(request);
    });
    page.on('requestfinished', (request) => open.delete(request));
    page.on('requestfailed', (request) => open.delete(request));
}

/** True while a page that `pageOf` opened waits for an answer. */
export function isWaiting(page: Page): boolean {
    return (waiting.get(page)?.size ?? 0) > 0;
}

/** Waits until the page has done what it had to do and shows it, however slow the machine is. */
export function shownFrame(page: Page): Promise<void> {
    return page.evaluate('new Promise((shown) => requestAnimationFrame(() => setTimeout(shown)))');
}

/** Serious and critical findings of axe inside the app (the frame around it belongs to the local org). */
export async function seriousFindings(page: Page): Promise<string[]> {
    await page.evaluate(axe.source);
    return page.evaluate(async () => {
        const { axe: engine } = globalThis as unknown as {
            axe: {
                run(options: object): Promise<{
                    violations: { id: string; impact: string; nodes: { target: unknown; html: string }[] }[];
                }>;
            };
        };
        const { violations } = await engine.run({ resultTypes: ['violations'] });
        return violations
            .filter((violation) => ['serious', 'critical'].includes(violation.impact))
            .flatMap((violation) =>
                violation.nodes.map(
                    (node) => `${violation.id}: ${JSON.stringify(node.target)} ${node.html.slice(0, 160)}`
                )
            );
    });
}
