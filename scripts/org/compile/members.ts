/** Members of values: fields and properties of classes, fields and relatives of records, parts of tokens and describes. */
import type { ObjectDef } from '../schema/model.ts';
import type { MemberExpression, Position } from '../syntax/ast.ts';
import type { ApexType, ClassInfo, FieldInfo, MethodInfo } from '../types/model.ts';
import { enumConstants } from '../values/enums.ts';
import type { Code } from './body.ts';
import { OperatorCompiler } from './operators.ts';
import { quote } from './unit.ts';
import { UserClass } from './userClass.ts';

export abstract class MemberCompiler extends OperatorCompiler {
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

    protected enumConstant(type: ApexType, lower: string): Code | undefined {
        if (type.info?.kind !== 'enum') return undefined;
        const constants = enumConstants(type.info.name, type.info.enumValues);
        const constant = constants.find((one) => one.name.toLowerCase() === lower);
        return constant && this.code(this.unit.constant(constant), type, true);
    }

    protected libraryType(name: string): ApexType {
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

    protected sobjectTypeOf(object: ObjectDef): Code {
        return {
            js: `$.sobjectType(${this.unit.constant(object)})`,
            type: this.libraryType('SObjectType'),
            nonNull: true,
            special: { kind: 'describeObject', object }
        };
    }

    protected fieldTokenOf(object: ObjectDef, name: string): Code | undefined {
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

    protected holderOf(receiver: Code, lower: string): Code['special'] {
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
            // A record of unknown type: the id, which is null where the object has none (platform events).
            if (name.toLowerCase() !== 'id') return undefined;
            const js = receiver.isParent ? `(${receiver.js}?.id??null)` : `${receiver.js}.id`;
            return this.code(js, this.primitive('Id'));
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
