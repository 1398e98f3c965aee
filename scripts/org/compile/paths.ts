/** Names and member access: locals, fields, statics, types, record fields, tokens. */
import type { ObjectDef } from '../schema/model.ts';
import type { Expression, MemberExpression, NameExpression, Position } from '../syntax/ast.ts';
import { nearestName } from '../types/conversions.ts';
import type { ApexType, ClassInfo, FieldInfo, MethodInfo } from '../types/model.ts';
import { enumConstants } from '../values/enums.ts';
import type { Code } from './body.ts';
import { OperatorCompiler } from './operators.ts';
import { looksLikePlatform } from './platformNames.ts';
import { quote } from './unit.ts';
import { UserClass } from './userClass.ts';

/** What a dotted name stands for: a value, or a type or namespace on the way to one. */
export type Resolved =
    | { readonly kind: 'value'; readonly code: Code }
    | { readonly kind: 'type'; readonly type: ApexType | null; readonly parts: readonly string[] };

const namespaces = new Set(['system', 'schema', 'label', 'page']);

export abstract class PathCompiler extends OperatorCompiler {
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

    /** Emitted text that reaches the unit of a class. */
    protected recordOf(info: ClassInfo): string {
        return this.unit.constant((info as UserClass).record);
    }

    /** The holder of static variables. */
    protected staticsOf(info: ClassInfo): string {
        const record = this.recordOf(info);
        return `(${record}.S??${record}.init())`;
    }

    /** True inside get or set of the property itself. */
    protected isRawAccess(field: FieldInfo): boolean {
        return !field.hasAccessors || this.context.property === field;
    }

    protected fieldRead(field: FieldInfo, type: ApexType, receiver: Code | null, at: Position): Code {
        this.checkVisible(field, at);
        if (field.owner.origin === 'library') {
            const get = field.get;
            if (!get) return this.unsupported(at, `${field.owner.name}.${field.name}`);
            const call = `${this.unit.constant(get)}(${receiver && !field.isStatic ? this.required(receiver) : ''})`;
            return this.code(call, type);
        }
        if (!field.isReadable && this.context.property !== field) {
            return this.error(at, `Property is not readable: ${field.owner.name}.${field.name}`);
        }
        if (field.isStatic) {
            if (this.isRawAccess(field)) return this.code(`${this.staticsOf(field.owner)}.${field.jsName}`, type);
            return this.code(`${this.recordOf(field.owner)}.g_${field.jsName}()`, type);
        }
        const js = receiver?.js ?? 'this';
        return this.code(this.isRawAccess(field) ? `${js}.${field.jsName}` : `${js}.g_${field.jsName}()`, type);
    }

    protected checkVisible(member: FieldInfo | MethodInfo, at: Position): void {
        if (member.visibility === 'public' || member.visibility === 'global') return;
        const owner = member.owner;
        if (!(owner instanceof UserClass)) return;
        const { scope } = this.context;
        if (scope?.outermost === owner.outermost) return;
        if (member.isTestVisible && scope?.isTest) return;
        if (member.visibility === 'protected' && scope && this.table.isSubtype(scope.type, owner.type)) return;
        for (let outer = scope?.outer; outer && member.visibility === 'protected'; outer = outer.outer) {
            if (this.table.isSubtype(outer.type, owner.type)) return;
        }
        const kind = 'parameters' in member ? 'Method' : 'Variable';
        this.error(at, `${kind} is not visible: ${owner.name}.${member.name}`);
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

    protected enumConstant(type: ApexType, lower: string): Code | undefined {
        if (type.info?.kind !== 'enum') return undefined;
        const constants = enumConstants(type.info.name, type.info.enumValues);
        const constant = constants.find((one) => one.name.toLowerCase() === lower);
        return constant && this.code(this.unit.constant(constant), type, true);
    }

    private libraryType(name: string): ApexType {
        return this.table.builtIn(name, []) ?? this.table.error;
    }

    protected describeOf(object: ObjectDef): Code {
        return {
            js: `$.describeObject(${this.unit.constant(object)})`,
            type: this.libraryType('DescribeSObjectResult'),
            nonNull: true,
            special: { kind: 'describeObject', object }
        };
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

    protected sobjectTypeOf(object: ObjectDef): Code {
        return {
            js: `$.sobjectType(${this.unit.constant(object)})`,
            type: this.libraryType('SObjectType'),
            nonNull: true,
            special: { kind: 'describeObject', object }
        };
    }

    private fieldTokenOf(object: ObjectDef, name: string): Code | undefined {
        const field = this.table.schema.field(object, name);
        if (!field) return undefined;
        const js = `$.fieldToken(${this.unit.constant(object)},${this.unit.constant(field)})`;
        const code = this.code(js, this.libraryType('SObjectField'), true);
        return object.kind === 'share' && field.name === 'RowCause' ? { ...code, special: { kind: 'rowCause' } } : code;
    }

    /** A member of a value; undefined when it has none of that name. */
    protected memberOfValue(base: Code, node: MemberExpression): Code | undefined {
        const lower = node.name.toLowerCase();
        const special = base.special && this.specialMember(base, lower, node);
        if (special) return special;
        let receiver = base;
        if (base.isQuery && base.type.args[0]?.kind === 'sobject') {
            receiver = { ...base, js: `$.oneRow(${base.js})`, type: base.type.args[0], isQuery: false, nonNull: true };
        }
        if (node.isSafe) receiver = this.safeReceiver(receiver);
        const found = this.plainMember(receiver, lower, node);
        if (!found) return undefined;
        return receiver.guard ? { ...found, guard: receiver.guard, nonNull: false } : found;
    }

    /** The receiver of `?.`: null ends the whole chain. */
    protected safeReceiver(receiver: Code): Code {
        const name = this.temporary();
        const test = `(${name}=${receiver.js})===null`;
        return {
            js: name,
            type: receiver.type,
            nonNull: true,
            special: receiver.special,
            guard: receiver.guard ? `${receiver.guard}||${test}` : test
        };
    }

    private plainMember(receiver: Code, lower: string, node: MemberExpression): Code | undefined {
        if (receiver.type.kind === 'error') return this.failed(`${node.name} of an unsupported type`);
        if (receiver.type.kind === 'sobject') return this.recordMember(receiver, node.name);
        const found = this.table.fieldNamed(receiver.type, lower);
        if (!found) return this.resultProperty(receiver, lower);
        const code = this.fieldRead(found.field, found.type, receiver, node);
        return {
            ...code,
            special: receiver.special?.kind === 'describeObject' ? this.holderOf(receiver, lower) : undefined
        };
    }

    /** Results of Database methods and of describe calls may be read without `get` and `is`: `saveResult.success`. */
    private resultProperty(receiver: Code, lower: string): Code | undefined {
        if (
            !/^(Database\.|Messaging\.|Describe|PicklistEntry|RecordTypeInfo|ChildRelationship)/.test(
                receiver.type.base
            )
        )
            return undefined;
        for (const name of [`get${lower}`, `is${lower}`]) {
            const found = this.table.methodsNamed(receiver.type, name).find((one) => one.parameters.length === 0);
            if (!found?.method.implementation) continue;
            const js = `${this.unit.constant(found.method.implementation)}(${this.required(receiver)})`;
            return this.code(js, found.returnType);
        }
        return undefined;
    }

    private holderOf(receiver: Code, lower: string): Code['special'] {
        if (receiver.special?.kind !== 'describeObject') return undefined;
        if (lower === 'fields') return { kind: 'describeFields', object: receiver.special.object };
        if (lower === 'fieldsets') return { kind: 'fieldSets', object: receiver.special.object };
        return undefined;
    }

    private specialMember(base: Code, lower: string, node: MemberExpression): Code | undefined {
        const special = base.special;
        switch (special?.kind) {
            case 'tokenFields':
                return this.fieldTokenOf(special.object, node.name);
            case 'describeFields': {
                const field = this.table.schema.field(special.object, node.name);
                if (!field) return undefined;
                const js = `$.describeField(${this.unit.constant(special.object)},${this.unit.constant(field)})`;
                return this.code(js, this.libraryType('DescribeFieldResult'), true);
            }
            case 'fieldSets': {
                const set = special.object.fieldSets.find((one) => one.name.toLowerCase() === lower);
                if (!set) return undefined;
                const js = `$.fieldSet(${this.unit.constant(special.object)},${quote(set.name)})`;
                return this.code(js, this.libraryType('FieldSet'), true);
            }
            case 'rowCause':
                // `Foo__Share.RowCause.Manual` is the text of the reason, unless a method of the token is meant.
                return this.code(quote(node.name), this.primitive('String'), true);
            case 'polymorphic':
                return this.polymorphicMember(base, special.field.referenceTo ?? [], node.name);
            case 'describeObject': {
                // `SObjectType.fields.X` on the token itself.
                if (base.type.base.endsWith('SObjectType') && lower === 'fields') {
                    return {
                        ...this.describeOf(special.object),
                        special: { kind: 'tokenFields', object: special.object }
                    };
                }
            }
        }
        return undefined;
    }

    /** Field of a parent that may be one of several objects: the first object that has the field gives the type. */
    private polymorphicMember(base: Code, objects: readonly string[], name: string): Code | undefined {
        if (name.toLowerCase() === 'type') return this.code(this.recordGet(base, 'Type'), this.primitive('String'));
        for (const one of objects) {
            const object = this.table.schema.object(one);
            const field =
                object &&
                this.recordMember({ ...base, type: this.table.sobjectType(object), special: undefined }, name);
            if (field) return field;
        }
        return undefined;
    }

    /** Reads through a parent that is null give null. */
    protected recordGet(receiver: Code, name: string): string {
        if (receiver.isParent) return `(${receiver.js}?.get(${quote(name)})??null)`;
        return `${receiver.js}.get(${quote(name)})`;
    }

    protected recordMember(receiver: Code, name: string): Code | undefined {
        const object = receiver.type.object;
        const { schema } = this.table;
        if (!object) {
            // A record of unknown type: what every object has.
            if (name.toLowerCase() === 'id') return this.code(this.recordGet(receiver, 'Id'), this.primitive('Id'));
            return undefined;
        }
        const field = schema.field(object, name);
        if (field) {
            const code = this.code(this.recordGet(receiver, field.name), this.table.fieldType(field));
            return { ...code, special: { kind: 'field', recordJs: receiver.js, field } };
        }
        const parent = schema.parentRelationship(object, name);
        if (parent?.relationshipName) {
            const targets = parent.referenceTo ?? [];
            const target = targets.length === 1 && targets[0] ? schema.object(targets[0]) : undefined;
            const code = this.code(
                this.recordGet(receiver, parent.relationshipName),
                target ? this.table.sobjectType(target) : this.table.sobject
            );
            return { ...code, isParent: true, special: target ? undefined : { kind: 'polymorphic', field: parent } };
        }
        const lower = name.toLowerCase();
        const child = schema.childRelationships(object).find((one) => one.name.toLowerCase() === lower);
        if (!child) return undefined;
        const type = this.table.list(this.table.sobjectType(child.childObject));
        return this.code(`$.children(${receiver.js},${quote(child.name)},${this.typeToken(type)})`, type, true);
    }
}
