/** What a browser that comes for a page will ask next: answered beforehand, with the modules that it will need. */
import type { UserAccess } from '../security/access.ts';
import type { AppBundle } from '../ui/build/appBundle.ts';
import { isVisibleWith } from '../ui/modules/host/visibilityRules/visibilityRules.ts';
import type { FirstAnswer } from './pageShell.ts';
import type { PageDefinition, VisibilityRule } from './pages/pageModel.ts';
import type { RequestContext, Route } from './router.ts';
import { Router } from './router.ts';
import type { Session } from './session.ts';

/** Address of a page to the request with which the browser asks for its definition. */
const REQUESTS: readonly (readonly [RegExp, string])[] = [
    [/^\/lightning\/page\/home\/?$/, 'named/home'],
    [/^\/lightning\/n\/(\w+)\/?$/, 'tab/$1'],
    [/^\/lightning\/r\/(?:\w+\/)?([a-zA-Z0-9]{18}|[a-zA-Z0-9]{15})\/view\/?$/, 'record/$1'],
    [/^\/lightning\/cmp\/(\w+)\/?$/, 'component/$1']
];

export class FirstPages {
    private readonly router: Router;

    /** @param routes those that answer with definitions of pages */
    constructor(routes: readonly Route[]) {
        this.router = new Router().add(routes);
    }

    /** The answer to what the page at this address will ask; null when it asks nothing, or when that fails. */
    async answer(context: RequestContext, session: Session, app: string): Promise<FirstAnswer | null> {
        const [pattern, target] = REQUESTS.find(([candidate]) => candidate.test(context.path)) ?? [];
        if (!pattern || target === undefined) return null;
        const isPhone = context.query.has('embedded');
        const path = `/host/page/${context.path.replace(pattern, target)}`;
        const query = new URLSearchParams({ app, formFactor: isPhone ? 'Small' : 'Large' });
        const match = this.router.match('GET', path);
        if (typeof match !== 'object') return null;
        try {
            const reply = await match.route.handler({ ...context, path, params: match.params, query, session });
            return { path: `${path}?${query.toString()}`, answer: reply.json };
        } catch {
            // The browser asks again and shows what is wrong.
            return null;
        }
    }
}

/** Addresses of the modules that the app needs, and the components of a page that nothing hides from the user. */
export function modulesOf(first: FirstAnswer | null, bundle: AppBundle, access: UserAccess): string[] {
    const page = (first?.answer as { page?: PageDefinition } | undefined)?.page;
    const components = (page?.regions ?? []).flatMap((region) =>
        region.items.flatMap(({ component, visibility }) => {
            if (visibility && isHidden(visibility, access)) return [];
            const name = /^(?:c:)?(\w+)$/.exec(component ?? '')?.[1];
            return name === undefined ? [] : [`c/${name}`];
        })
    );
    return [...new Set(['main', ...components].flatMap((name) => bundle.needs.get(name) ?? []))];
}

/** True when the user's permissions alone hide a component; of everything else the browser knows more. */
function isHidden(rule: VisibilityRule, access: UserAccess): boolean {
    if (!rule.criteria.every(({ left }) => left.startsWith('{!$Permission.'))) return false;
    const hasPermission = (name: string): boolean => access.hasCustomPermission(name) || access.hasUserPermission(name);
    try {
        return !isVisibleWith(rule, { known: {}, hasPermission });
    } catch {
        return false;
    }
}
