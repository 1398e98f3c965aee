/** Texts of parsed queries, for those who show them. */
import type { SoqlQuery } from './ast.ts';

const texts = new WeakMap<SoqlQuery, string>();

export function rememberText(query: SoqlQuery, text: string): SoqlQuery {
    texts.set(query, text);
    return query;
}

/** The query in one line, binds as they are written. */
export function textOfQuery(query: SoqlQuery): string {
    return (texts.get(query) ?? `SELECT ... FROM ${query.from.object}`).replace(/\s+/g, ' ').trim();
}
