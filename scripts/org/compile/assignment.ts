/** Assignments, compound ones, `++` and `--`: everything that writes to a variable, field, element or record. */
import type { AssignExpression, Expression, Position, PostfixExpression, UnaryExpression } from '../syntax/ast.ts';
import { rankOf } from '../types/conversions.ts';
import type { ApexType, FieldInfo } from '../types/model.ts';
import type { Code } from './body.ts';
import { QueryCompiler } from './queries.ts';
import { quote } from './unit.ts';

/** Somewhere to assign to. `setup` evaluates what stands left of it once. */
interface Target {
    readonly type: ApexType;
    readonly setup: readonly string[];
    readonly read: Code;
    readonly write: (value: string) => string;
}

export abstract class AssignmentCompiler extends QueryCompiler {
    protected relationshipName(type: ApexType, name: string): string | undefined {
        if (!type.object) return undefined;
        const parent = this.table.schema.parentRelationship(type.object, name)?.relationshipName;
        const lower = name.toLowerCase();
        return (
            parent ??
            this.table.schema.childRelationships(type.object).find((one) => one.name.toLowerCase() === lower)?.name
        );
    }

    /** `isUsedTwice`: the target is read and then written, so what stands left of it must be evaluated once. */
    private target(node: Expression, isUsedTwice: boolean): Target | undefined {
        const setup: string[] = [];
        const once = (js: string): string => {
            if (!isUsedTwice || js === 'this' || /^\w+$/.test(js)) return js;
            const name = this.temporary();
            setup.push(`${name}=${js}`);
            return name;
        };
        if (node.kind === 'name') {
            const local = this.local(node.name.toLowerCase());
            if (local) {
                return {
                    type: local.type,
                    setup,
                    read: this.code(local.js, local.type),
                    write: (value) => `${local.js}=${value}`
                };
            }
            return this.fieldOfScope(node.name, node);
        }
        if (node.kind === 'index') {
            const list = this.expression(node.object);
            const index = this.convert(this.expression(node.index), this.primitive('Integer'), node.index);
            if (!this.table.isCollection(list.type, 'List')) {
                if (list.type.kind !== 'error') this.error(node, `Expression must be a list type: ${list.type.name}`);
                return undefined;
            }
            const [listJs, indexJs] = [once(list.js), once(index)];
            const type = list.type.args[0] ?? this.table.error;
            return {
                type,
                setup,
                read: this.code(`$.at(${listJs},${indexJs})`, type),
                write: (value) => `$.setAt(${listJs},${indexJs},${value})`
            };
        }
        if (node.kind !== 'member') {
            this.error(node, 'Expression cannot be assigned');
            return undefined;
        }
        const object = this.resolve(node.object);
        if (object.kind === 'type') {
            const found = object.type && this.table.fieldNamed(object.type, node.name.toLowerCase());
            if (found?.field.isStatic) return this.fieldTarget(found.field, found.type, null, node);
            this.pathValue(node);
            return undefined;
        }
        let receiver = this.finish(object.code);
        if (receiver.isQuery && receiver.type.args[0]) {
            receiver = this.code(`$.oneRow(${receiver.js})`, receiver.type.args[0], true);
        }
        const held: Code = { ...receiver, js: once(receiver.js) };
        const target = this.memberTarget(held, node.name, node);
        return target && { ...target, setup };
    }

    private memberTarget(receiver: Code, name: string, node: Expression & { name: string }): Target | undefined {
        if (receiver.type.kind === 'error') return undefined;
        if (receiver.type.kind === 'sobject') {
            const member = this.recordMember(receiver, name);
            if (!member) {
                this.error(node, `Field does not exist: ${name} on ${receiver.type.name}`);
                return undefined;
            }
            const canonical =
                (receiver.type.object && this.table.schema.field(receiver.type.object, name)?.name) ??
                this.relationshipName(receiver.type, name) ??
                'Id';
            return {
                type: member.type,
                setup: [],
                read: member,
                write: (value) => `$.put(${receiver.js},${quote(canonical)},${value})`
            };
        }
        const found = this.table.fieldNamed(receiver.type, name.toLowerCase());
        if (!found) {
            this.expression(node);
            return undefined;
        }
        return this.fieldTarget(found.field, found.type, receiver, node);
    }

    /** A field of the class itself or of an outer class. */
    private fieldOfScope(name: string, node: Expression): Target | undefined {
        const lower = name.toLowerCase();
        for (let scope = this.context.scope; scope; scope = scope.outer) {
            const found = this.table.fieldNamed(scope.type, lower);
            if (!found) continue;
            const isOwn = scope === this.context.scope;
            if (!found.field.isStatic && (!isOwn || this.context.isStatic)) continue;
            const receiver = found.field.isStatic ? null : this.code('this', scope.type, true);
            return this.fieldTarget(found.field, found.type, receiver, node);
        }
        this.expression(node);
        return undefined;
    }

    private fieldTarget(field: FieldInfo, type: ApexType, receiver: Code | null, at: Position): Target {
        const result = { type, setup: [] as string[] };
        if (field.owner.origin === 'library') {
            const set = field.set;
            const read: Code = this.code('null', type);
            if (!set) {
                const failed = this.unsupported(at, `assignment to ${field.owner.name}.${field.name}`);
                return { ...result, read, write: () => failed.js };
            }
            const args = receiver && !field.isStatic ? `${this.required(receiver)},` : '';
            const name = this.temporary();
            return {
                ...result,
                read: field.get ? this.fieldRead(field, type, receiver, at) : read,
                write: (value) => `(${this.unit.constant(set)}(${args}${name}=${value}),${name})`
            };
        }
        this.checkVisible({ ...field, visibility: field.setterVisibility }, at);
        if (!field.isWritable && this.context.property !== field) {
            this.error(at, `Property is not writeable: ${field.owner.name}.${field.name}`);
        }
        this.checkFinal(field, receiver, at);
        const isRaw = this.isRawAccess(field);
        const holder = field.isStatic
            ? isRaw
                ? this.staticsOf(field.owner)
                : this.recordOf(field.owner)
            : (receiver?.js ?? 'this');
        const readable = field.isReadable || this.context.property === field;
        return {
            ...result,
            read: readable ? this.fieldRead(field, type, receiver, at) : this.code('null', type),
            write: (value) => (isRaw ? `${holder}.${field.jsName}=${value}` : `${holder}.s_${field.jsName}(${value})`)
        };
    }

    private checkFinal(field: FieldInfo, receiver: Code | null, at: Position): void {
        if (!field.isFinal) return;
        const { methodName, scope } = this.context;
        const isInitialising = methodName === (field.isStatic ? '<clinit>' : '<init>') && scope === field.owner;
        if (isInitialising && (field.isStatic || receiver?.js === 'this')) return;
        this.error(
            at,
            `Final members can only be assigned in their declaration, init blocks, or constructors: ${field.name}`
        );
    }

    protected assignment(node: AssignExpression): Code {
        const isCompound = node.operator !== '=';
        const target = this.target(node.target, isCompound);
        const value = this.argument(node.value);
        if (!target) return this.failed('assignment');
        if (!isCompound) {
            return this.code(
                `(${target.write(this.convert(value, target.type, node.value))})`,
                target.type,
                value.nonNull
            );
        }
        const result = this.operation(node.operator, target.read, value, node);
        const narrowed = this.narrowed(result, target.type, node);
        return this.code(`(${[...target.setup, target.write(narrowed)].join(',')})`, target.type, true);
    }

    /** `i += 2.5` on an Integer cuts off, as `/=` on one does. */
    private narrowed(result: Code, type: ApexType, at: Position): string {
        const [from, to] = [rankOf(result.type), rankOf(type)];
        if (from !== undefined && to !== undefined && from > to) {
            if (to < 2) this.error(at, `Illegal assignment from ${result.type.name} to ${type.name}`);
            return `$.toNumeric(${result.js},${quote(type.base)})`;
        }
        return this.convert(result, type, at);
    }

    /** `++` and `--` before or behind. */
    protected step(node: UnaryExpression | PostfixExpression, isPostfix: boolean): Code {
        const target = this.target(node.operand, true);
        if (!target) return this.failed(node.operator);
        if (target.type.kind !== 'error' && rankOf(target.type) === undefined) {
            return this.error(node, `Operator ${node.operator} cannot be applied to ${target.type.name}`);
        }
        const operator = node.operator === '++' ? '+' : '-';
        const next = (read: Code): string => {
            const result = this.operation(operator, read, this.one(target.type, node), node);
            return target.write(this.narrowed(result, target.type, node));
        };
        if (!isPostfix) return this.code(`(${[...target.setup, next(target.read)].join(',')})`, target.type, true);
        const held = this.temporary();
        const parts = [...target.setup, `${held}=${target.read.js}`, next({ ...target.read, js: held }), held];
        return this.code(`(${parts.join(',')})`, target.type, true);
    }
}
