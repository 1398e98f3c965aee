/** A scratch org by the libraries of the sf CLI. */
import { Duration } from '@salesforce/kit';
import { Org } from '@salesforce/core';
import { ToolError } from '../shared/toolError.ts';

export interface ScratchOrder {
    /** Login of the Dev Hub; undefined: the CLI's default one. */
    readonly devHub: string | undefined;
    readonly alias: string;
    /** How long it lives: 1 to 30. */
    readonly days: number;
    readonly definitionFile: string;
}

const PATIENCE_MINUTES = 20;

/**
 * @returns user name of its administrator
 * @throws ToolError when there is no Dev Hub, or it creates none
 */
export async function createScratchOrg(order: ScratchOrder): Promise<string> {
    const hub = await devHub(order.devHub);
    try {
        const { username } = await hub.scratchOrgCreate({
            definitionfile: order.definitionFile,
            durationDays: order.days,
            alias: order.alias,
            wait: Duration.minutes(PATIENCE_MINUTES)
        });
        if (username === undefined) throw new Error('the Dev Hub named no user');
        return username;
    } catch (error) {
        throw new ToolError('NoScratchOrg', `The Dev Hub created no scratch org: ${(error as Error).message}`, [
            'Are scratch orgs left? npx sf org list limits --target-org HUB',
            'Delete one that nobody needs: npx sf org delete scratch --target-org ALIAS'
        ]);
    }
}

async function devHub(name: string | undefined): Promise<Org> {
    const actions = [
        'Turn Dev Hub on in an org of yours: Setup, Dev Hub',
        'Log in to it: npx sf org login web --set-default-dev-hub --alias hub',
        'Or name the login: --dev-hub ALIAS',
        'Without a Dev Hub the local org is the rehearsal: npm start'
    ];
    let hub: Org;
    try {
        hub = await Org.create({ ...(name === undefined ? {} : { aliasOrUsername: name }), isDevHub: true });
    } catch (error) {
        const which =
            name === undefined ? 'No Dev Hub is named, and there is no default one' : `No login is called ${name}`;
        throw new ToolError('NoDevHub', `${which}: ${(error as Error).message}`, actions);
    }
    if (await isDevHub(hub)) return hub;
    const { instanceUrl } = hub.getConnection();
    throw new ToolError('NoDevHub', `The org at ${instanceUrl} is no Dev Hub, or it does not answer.`, actions);
}

/** A Dev Hub has the object that scratch orgs are asked for with. */
async function isDevHub(org: Org): Promise<boolean> {
    try {
        return await org.determineIfDevHubOrg(true);
    } catch {
        return false;
    }
}
