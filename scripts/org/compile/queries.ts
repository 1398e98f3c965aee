/** SOQL and SOSL between brackets. */
import type { QueryExpression } from '../syntax/ast.ts';
import { ApexSyntaxError } from '../syntax/lexer.ts';
import { parseExpressionText } from '../syntax/parser.ts';
import { parseSoql } from '../soql/parser.ts';
import { SoqlSyntaxError } from '../soql/syntaxError.ts';
import { scanBindExpression } from '../soql/bindScanner.ts';
import { aggregateResultDef } from '../types/table.ts';
import type { Code } from './body.ts';
import { CallCompiler } from './calls.ts';
import { checkQuery } from './queryCheck.ts';
import { quote } from './unit.ts';

export abstract class QueryCompiler extends CallCompiler {
    protected query(node: QueryExpression): Code {
        return node.kind === 'soql' ? this.soql(node) : this.sosl(node);
    }

    private soql(node: QueryExpression): Code {
        let query;
        try {
            query = parseSoql(node.text);
        } catch (error) {
            if (!(error instanceof SoqlSyntaxError)) throw error;
            return this.error(this.placeIn(node, error.offset), error.message);
        }
        const object = this.table.schema.object(query.from.object);
        const record = this.unit.constant(this.unit.record);
        const binds = query.binds.map((bind) => this.bind(node, bind.source, bind.offset));
        const constant = this.unit.constant(query);
        this.unit.queryTexts.set(query, node.text);
        if (!object) {
            return this.error(
                this.placeIn(node, query.from.offset),
                `sObject type '${query.from.object}' does not exist`
            );
        }
        if (query.unsupported[0]) return this.unsupported(node, query.unsupported[0]);
        for (const problem of checkQuery(query, object, this.table.schema)) {
            const place = this.placeIn(node, problem.offset);
            if (problem.isUnsupported === true) return this.unsupported(place, problem.message);
            this.error(place, problem.message);
        }
        const values = `[${binds.join(',')}]`;
        if (query.isCount)
            return this.code(`$.count(${constant},${values},${record})`, this.primitive('Integer'), true);
        const type = this.table.list(this.table.sobjectType(query.isAggregate ? aggregateResultDef : object));
        const js = `$.query(${constant},${values},${record},${this.typeToken(type)})`;
        return { js, type, nonNull: true, isQuery: true };
    }

    /** SOSL is handed over as text; its binds are compiled here and stand as `:b0`, `:b1`, ... */
    private sosl(node: QueryExpression): Code {
        const binds: string[] = [];
        let text = '';
        let at = 0;
        for (let i = 0; i < node.text.length; i++) {
            if (node.text[i] === "'") {
                for (i++; i < node.text.length && node.text[i] !== "'"; i++) if (node.text[i] === '\\') i++;
            } else if (node.text[i] === ':' && /[\s=(,]|FIND\s*$/i.test(node.text.slice(0, i).slice(-5))) {
                const start = i + 1 + (/^\s*/.exec(node.text.slice(i + 1))?.[0].length ?? 0);
                const end = scanBindExpression(node.text, start);
                text += `${node.text.slice(at, i)}:b${binds.length}`;
                binds.push(this.bind(node, node.text.slice(start, end), start));
                at = end;
                i = end - 1;
            }
        }
        text += node.text.slice(at);
        const type = this.table.list(this.table.list(this.table.sobject));
        const record = this.unit.constant(this.unit.record);
        return this.code(`$.search(${quote(text)},[${binds.join(',')}],${record})`, type, true);
    }

    private bind(node: QueryExpression, source: string, offset: number): string {
        const place = this.placeIn(node, offset);
        try {
            return this.expression(parseExpressionText(source, place.line, place.column)).js;
        } catch (error) {
            if (!(error instanceof ApexSyntaxError)) throw error;
            return this.error(error, error.message).js;
        }
    }

    /** Line and column of an offset in the query's text. */
    private placeIn(node: QueryExpression, offset: number): { line: number; column: number } {
        const before = node.text.slice(0, offset).split('\n');
        const last = before.at(-1) ?? '';
        if (before.length === 1) return { line: node.line, column: node.column + 1 + last.length };
        return { line: node.line + before.length - 1, column: last.length + 1 };
    }
}
