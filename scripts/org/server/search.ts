/** `/host/search?q=[&object=]`: records of any object, or of one, by name. */
import type { ObjectDef } from '../schema/model.ts';
import { nameFieldOf } from '../soql/scope.ts';
import type { Gateway } from './gateway.ts';
import { userOf } from './requestUser.ts';
import type { Route } from './router.ts';
import { soqlContains } from './soqlText.ts';

const PER_OBJECT = 5;
const MOST = 20;
/** Shown first: what people look for by name. */
const FIRST = ['Lead', 'Contact', 'Account', 'Opportunity', 'Campaign', 'Case', 'User'];

export function searchRoutes(gateway: Gateway): Route[] {
    return [
        {
            method: 'GET',
            pattern: '/host/search',
            access: 'token',
            handler: (context) => {
                const user = userOf(gateway, context);
                const access = gateway.access(user.id);
                const term = (context.query.get('q') ?? '').trim();
                if (term.length < 2) return { json: { results: [] } };
                const only = context.query.get('object');
                const results: { id: unknown; name: unknown; objectApiName: string; objectLabel: string }[] = [];
                for (const def of searched(gateway, only).filter((candidate) => access.canReadObject(candidate))) {
                    if (results.length >= MOST) break;
                    const name = nameFieldOf(def)?.name;
                    if (name === undefined) continue;
                    const rows = gateway.query(
                        user.id,
                        `SELECT Id, ${name} FROM ${def.name} WHERE ${name} LIKE ${soqlContains(term)} ORDER BY ${name} LIMIT ${PER_OBJECT}`
                    );
                    for (const row of rows)
                        results.push({
                            id: row['Id'],
                            name: row[name],
                            objectApiName: def.name,
                            objectLabel: def.label
                        });
                }
                return { json: { results: results.slice(0, MOST) } };
            }
        }
    ];
}

function searched(gateway: Gateway, only: string | null): ObjectDef[] {
    if (only !== null) return [gateway.object(only)];
    const standard = FIRST.flatMap((name) => gateway.schema.object(name) ?? []);
    const custom = gateway.schema.objects.filter(
        (def) => def.kind === 'custom' && def.isQueryable && def.fields.get('name')?.isNameField
    );
    return [...standard, ...custom];
}
