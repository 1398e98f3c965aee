/** Dotted names: locals, fields, statics, types, namespaces, tokens. */
import type { ObjectDef } from '../schema/model.ts';
import type { Expression, MemberExpression, NameExpression, Position } from '../syntax/ast.ts';
import { nearestName } from '../types/conversions.ts';
import type { ApexType } from '../types/model.ts';
import type { Code } from './body.ts';
import { MemberCompiler } from './members.ts';
import { looksLikePlatform } from './platformNames.ts';
import { quote } from './unit.ts';

/** What a dotted name stands for: a value, or a type or namespace on the way to one. */
export type Resolved =
    | { readonly kind: 'value'; readonly code: Code }
    | { readonly kind: 'type'; readonly type: ApexType | null; readonly parts: readonly string[] };

const namespaces = new Set(['system', 'schema', 'label', 'page']);

export abstract class PathCompiler extends MemberCompiler {
    /** Compiles a link of a chain; `guard` may be open. */
    protected abstract chain(node: Expression): Code;

    protected resolve(node: Expression): Resolved {
        if (node.kind === 'name') return this.resolveName(node);
        if (node.kind === 'member') return this.resolveMember(node);
        return { kind: 'value', code: this.chain(node) };
    }

    /** A dotted name that has to be a value. */
    protected pathValue(node: NameExpression | MemberExpression): Code {
        const resolved = this.resolve(node);
        if (resolved.kind === 'value') return resolved.code;
        const name = resolved.parts.join('.');
        if (!resolved.type && looksLikePlatform(name)) return this.unsupported(node, name);
        return this.error(node, `Variable does not exist: ${name}`);
    }

    private resolveName(node: NameExpression): Resolved {
        const value = this.variable(node.name, node);
        if (value) return { kind: 'value', code: value };
        const type = this.typeOf([node.name]);
        if (type) return { kind: 'type', type, parts: [node.name] };
        if (namespaces.has(node.name.toLowerCase()) || looksLikePlatform(node.name)) {
            return { kind: 'type', type: null, parts: [node.name] };
        }
        return { kind: 'value', code: this.unknownVariable(node.name, node) };
    }

    private typeOf(parts: readonly string[]): ApexType | undefined {
        return this.context.names.typeNamed(parts, [], this.context.scope);
    }

    private unknownVariable(name: string, at: Position): Code {
        const names = this.scopes.flatMap((scope) => [...scope.keys()]);
        for (let one = this.context.scope; one; one = one.userSuperclass) {
            names.push(...[...one.fields.values()].map((field) => field.name));
        }
        const near = nearestName(name, names);
        return this.error(at, `Variable does not exist: ${name}${near ? `. Did you mean ${near}?` : ''}`);
    }

    /** A local variable, or a field of the class, its superclasses or its outer classes. */
    protected variable(name: string, at: Position): Code | undefined {
        const lower = name.toLowerCase();
        const local = this.local(lower);
        if (local) return this.code(local.js, local.type);
        for (let scope = this.context.scope; scope; scope = scope.outer) {
            const found = this.table.fieldNamed(scope.type, lower);
            if (!found) continue;
            const isOwn = scope === this.context.scope;
            if (found.field.isStatic) return this.fieldRead(found.field, found.type, null, at);
            if (!isOwn || this.context.isStatic) continue;
            return this.fieldRead(found.field, found.type, this.code('this', scope.type, true), at);
        }
        return undefined;
    }

    private resolveMember(node: MemberExpression): Resolved {
        const object = this.resolve(node.object);
        if (object.kind === 'type') return this.memberOfType(object, node);
        const found = this.memberOfValue(object.code, node);
        if (found) return { kind: 'value', code: found };
        // Precedence of names: first a variable with that field, then a class or namespace: `Account.Name` or `Label.X`
        // where a local variable is called `account` or `label`.
        if (node.object.kind === 'name') {
            const type = this.typeOf([node.object.name]) ?? null;
            const asType = this.tryMemberOfType(type, [node.object.name], node);
            if (asType) return asType;
        }
        return { kind: 'value', code: this.unknownMember(object.code.type, node) };
    }

    private unknownMember(type: ApexType, node: MemberExpression): Code {
        if (type.kind === 'error') return this.failed(`${node.name} of an unsupported type`);
        if (type.kind === 'sobject') {
            const names = type.object ? [...type.object.fields.values()].map((field) => field.name) : [];
            const near = nearestName(node.name, names);
            return this.error(
                node,
                `Field does not exist: ${node.name} on ${type.name}${near ? `. Did you mean ${near}?` : ''}`
            );
        }
        if (type.info?.origin === 'user') {
            const names = this.table
                .hierarchy(type)
                .flatMap((one) => [...(one.info?.fields.values() ?? [])].map((f) => f.name));
            const near = nearestName(node.name, names);
            return this.error(
                node,
                `Variable does not exist: ${node.name} on ${type.name}${near ? `. Did you mean ${near}?` : ''}`
            );
        }
        if (type.kind === 'primitive' && node.object.kind === 'name') {
            return this.error(node, `Variable does not exist: ${node.name} on ${type.name}`);
        }
        return this.unsupported(node, `${type.name}.${node.name}`);
    }

    private memberOfType(owner: { type: ApexType | null; parts: readonly string[] }, node: MemberExpression): Resolved {
        const found = this.tryMemberOfType(owner.type, owner.parts, node);
        if (found) return found;
        const path = [...owner.parts, node.name].join('.');
        if (owner.type?.kind === 'sobject') return { kind: 'value', code: this.unknownMember(owner.type, node) };
        if (owner.type?.info?.origin === 'user') {
            return { kind: 'value', code: this.error(node, `Variable does not exist: ${path}`) };
        }
        const root = path.toLowerCase();
        if (root === 'system.label' || root === 'system.page') {
            return { kind: 'type', type: null, parts: [...owner.parts, node.name] };
        }
        if (looksLikePlatform(path)) {
            // May be a deeper namespace: `ConnectApi.FeedElementType.FeedItem`. The end of the path reports.
            return owner.type
                ? { kind: 'value', code: this.unsupported(node, path) }
                : { kind: 'type', type: null, parts: [...owner.parts, node.name] };
        }
        return { kind: 'value', code: this.error(node, `Variable does not exist: ${path}`) };
    }

    private tryMemberOfType(
        type: ApexType | null,
        parts: readonly string[],
        node: MemberExpression
    ): Resolved | undefined {
        const lower = node.name.toLowerCase();
        const value = (code: Code): Resolved => ({ kind: 'value', code });
        const root = parts.join('.').toLowerCase();
        const isVariable = this.local(root) !== undefined;
        if (root === 'label' || root === 'system.label') {
            const label = this.labelNamed(lower);
            if (label) return value(this.code(`$.label(${quote(label)})`, this.primitive('String'), true));
            if (isVariable) return undefined;
            return value(this.error(node, `Label does not exist: ${node.name}`));
        }
        if ((root === 'page' || root === 'system.page') && !type && !isVariable) {
            const page = this.table.builtIn('PageReference', []) ?? this.table.error;
            return value(this.code(`$.page(${quote(node.name)})`, page, true));
        }
        if (type) {
            const statics = this.staticMember(type, lower, node);
            if (statics) return value(statics);
            if (type.kind === 'sobject' && type.object) {
                const token = this.tokenMember(type.object, lower, node.name);
                if (token) return token;
            }
            if (type.base === 'SObjectType' || type.base === 'Schema.SObjectType') {
                const object = this.table.schema.object(node.name);
                if (object) return value(this.describeOf(object));
            }
        }
        const nested = this.typeOf([...parts, node.name]);
        return nested ? { kind: 'type', type: nested, parts: [...parts, node.name] } : undefined;
    }

    private labelNamed(lower: string): string | undefined {
        for (const label of this.table.schema.labels.values())
            if (label.name.toLowerCase() === lower) return label.name;
        return undefined;
    }

    private staticMember(type: ApexType, lower: string, node: MemberExpression): Code | undefined {
        const found = this.table.fieldNamed(type, lower);
        if (found?.field.isStatic) {
            const code = this.fieldRead(found.field, found.type, null, node);
            return this.triggerVariable(type, lower, code);
        }
        const constant = this.enumConstant(type, lower);
        if (constant) return constant;
        return undefined;
    }

    /** Inside a trigger the records have the trigger's type. */
    private triggerVariable(type: ApexType, lower: string, code: Code): Code {
        const object = this.context.triggerObject;
        if (!object || type.base !== 'Trigger') return code;
        if (lower === 'new' || lower === 'old') return { ...code, type: this.table.list(object) };
        if (lower === 'newmap' || lower === 'oldmap')
            return { ...code, type: this.table.map(this.primitive('Id'), object) };
        return code;
    }

    /** `Account.SObjectType`, `Account.Name`, `Account.fields`, `Contact.Account.Name`. */
    private tokenMember(object: ObjectDef, lower: string, name: string): Resolved | undefined {
        const value = (code: Code): Resolved => ({ kind: 'value', code });
        const constant = this.unit.constant(object);
        if (lower === 'sobjecttype') return value(this.sobjectTypeOf(object));
        if (lower === 'fields') {
            const code = this.code(`$.describeObject(${constant})`, this.table.error, true);
            return value({ ...code, special: { kind: 'tokenFields', object } });
        }
        const token = this.fieldTokenOf(object, name);
        if (token) return value(token);
        const parent = this.table.schema.parentRelationship(object, name);
        const target = parent?.referenceTo?.[0] && this.table.schema.object(parent.referenceTo[0]);
        if (target) return { kind: 'type', type: this.table.sobjectType(target), parts: [target.name] };
        return undefined;
    }
}
