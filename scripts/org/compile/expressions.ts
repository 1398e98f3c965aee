/** Every kind of expression: dispatch, creation, assignment, casts. */
import type {
    AssignExpression,
    CastExpression,
    Expression,
    IndexExpression,
    LiteralExpression,
    NewCollectionExpression,
    NewExpression,
    NewSObjectExpression,
    Position,
    PostfixExpression,
    TernaryExpression,
    UnaryExpression
} from '../syntax/ast.ts';
import { isAssignable, rankOf } from '../types/conversions.ts';
import type { ApexType, FieldInfo } from '../types/model.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import type { Code } from './body.ts';
import { constructorText } from './calls.ts';
import { QueryCompiler } from './queries.ts';
import { quote } from './unit.ts';
import { UserClass } from './userClass.ts';

/** Somewhere to assign to. `setup` evaluates what stands left of it once. */
interface Target {
    readonly type: ApexType;
    readonly setup: readonly string[];
    readonly read: Code;
    readonly write: (value: string) => string;
}

export class ExpressionCompiler extends QueryCompiler {
    expression(node: Expression): Code {
        return this.finish(this.chain(node));
    }

    protected chain(node: Expression): Code {
        switch (node.kind) {
            case 'literal':
                return this.literal(node);
            case 'name':
            case 'member':
                return this.pathValue(node);
            case 'this':
                if (this.context.isStatic || !this.context.scope)
                    return this.error(node, 'this cannot be used in a static context');
                return this.code('this', this.context.scope.type, true);
            case 'super':
                return this.error(node, 'super can only be used to call a method');
            case 'call':
                return this.call(node);
            case 'index':
                return this.index(node);
            case 'new':
                return this.creation(node);
            case 'newSObject':
                return this.newRecord(node);
            case 'newCollection':
                return this.newCollection(node);
            case 'newMap':
                return this.newMap(node.type, node.entries);
            case 'newArray': {
                const type = this.resolveType(node.type);
                const size = this.convert(this.expression(node.size), this.primitive('Integer'), node.size);
                return this.code(`$.newArray(${this.typeToken(type)},${size})`, type, true);
            }
            case 'cast':
                return this.cast(node);
            case 'instanceof': {
                const operand = this.expression(node.operand);
                const type = this.resolveType(node.type);
                return this.code(`$.is(${operand.js},${this.typeToken(type)})`, this.boolean, true);
            }
            case 'unary':
                return node.operator === '++' || node.operator === '--' ? this.step(node, false) : this.unary(node);
            case 'postfix':
                return this.step(node, true);
            case 'binary':
                return this.binary(node);
            case 'assign':
                return this.assignment(node);
            case 'ternary':
                return this.ternary(node);
            case 'soql':
            case 'sosl':
                return this.query(node);
            case 'classLiteral': {
                const type = this.resolveType(node.type);
                const result = this.table.builtIn('Type', []) ?? this.table.error;
                if (type.kind === 'error') {
                    return {
                        ...this.failed(`${node.type.parts.map((part) => part.name).join('.')}.class`),
                        type: result
                    };
                }
                return this.code(`$.typeValue(${this.typeToken(type)})`, result, true);
            }
        }
    }

    private literal(node: LiteralExpression): Code {
        switch (node.type) {
            case 'null':
                return this.code('null', this.table.null);
            case 'Boolean':
                return this.code(node.text, this.boolean, true);
            case 'String':
                return this.code(quote(node.text), this.primitive('String'), true);
            case 'Long':
                return this.code(`(${node.text}n)`, this.primitive('Long'), true);
            case 'Double':
                return this.code(this.unit.constant(new ApexDouble(Number(node.text))), this.primitive('Double'), true);
            case 'Decimal':
                return {
                    ...this.code(this.unit.constant(Decimal.of(node.text)), this.primitive('Decimal'), true),
                    literal: node
                };
            case 'Integer': {
                const value = Number(node.text);
                if (value !== (value | 0)) return this.error(node, `Illegal integer: ${node.text}`);
                const js = value < 0 || Object.is(value, -0) ? `(${value | 0})` : String(value);
                return { js, type: this.primitive('Integer'), nonNull: true, literal: node };
            }
        }
    }

    private index(node: IndexExpression): Code {
        const list = this.expression(node.object);
        const index = this.convert(this.expression(node.index), this.primitive('Integer'), node.index);
        if (list.type.kind === 'error') return this.failed('element of an unsupported type');
        if (!this.table.isCollection(list.type, 'List')) {
            return this.error(node, `Expression must be a list type: ${list.type.name}`);
        }
        return this.code(`$.at(${list.js},${index})`, list.type.args[0] ?? this.table.error);
    }

    private ternary(node: TernaryExpression): Code {
        const condition = this.condition(node.condition);
        const one = this.argument(node.whenTrue);
        const other = this.argument(node.whenFalse);
        const type = this.commonType(one.type, other.type);
        const js = `(${condition}?${this.convert(one, type, node.whenTrue)}:${this.convert(other, type, node.whenFalse)})`;
        return this.code(js, type, one.nonNull && other.nonNull);
    }

    private cast(node: CastExpression): Code {
        const operand = this.argument(node.operand);
        const type = this.resolveType(node.type);
        if (operand.type.kind === 'error' || type.kind === 'error') return { ...operand, type };
        if (operand.isQuery && type.kind === 'sobject') return this.code(`$.oneRow(${operand.js})`, type, true);
        const bothNumeric = rankOf(operand.type) !== undefined && rankOf(type) !== undefined;
        if (bothNumeric && operand.type !== type) {
            return this.code(`$.toNumeric(${operand.js},${quote(type.base)})`, type, operand.nonNull);
        }
        if (isAssignable(this.table, operand.type, type)) {
            const isNarrowingList = operand.type.args.length > 0 && operand.type !== type;
            if (!isNarrowingList)
                return {
                    js: this.converted(operand, type),
                    type,
                    nonNull: operand.nonNull,
                    isParent: operand.isParent
                };
        }
        const bothPrimitive =
            operand.type.kind === 'primitive' && type.kind === 'primitive' && operand.type.base !== 'Object';
        if (bothPrimitive) {
            return this.error(
                node,
                `Incompatible types since an instance of ${operand.type.name} is never an instance of ${type.name}`
            );
        }
        return this.code(`$.cast(${operand.js},${this.typeToken(type)})`, type);
    }

    // --- Creation ---

    private creation(node: NewExpression): Code {
        const type = this.resolveType(node.type);
        const args = node.args.map((arg) => this.argument(arg));
        if (type.kind === 'error') return this.failed(`new ${node.type.parts.map((part) => part.name).join('.')}`);
        if (type.kind === 'sobject') {
            if (!type.object) return this.error(node, 'Type cannot be constructed: SObject');
            if (args.length) return this.error(node, `Constructor not defined: ${constructorText(type.name, args)}`);
            return this.code(`$.record(${this.unit.constant(type.object)})`, type, true);
        }
        const { info } = type;
        if (info instanceof UserClass) return this.newUserObject(info, args, node);
        const candidates = (info?.constructors ?? []).map((one) => this.table.bind(one, type));
        if (info && info.typeParameters.length > 0 && args.length === 0) {
            const kind = { List: '$.ApexList', Set: '$.ApexSet', Map: '$.ApexMap' }[type.base];
            if (kind) return this.code(`new ${kind}(${this.typeToken(type)})`, type, true);
        }
        const chosen = this.bindArguments(candidates, args, node.args);
        if (!chosen?.bound.method.implementation) {
            if (args.some((arg) => arg.type.kind === 'error')) return { ...this.failed(`new ${type.name}`), type };
            if (info?.kind === 'interface' || (info?.isAbstract && !candidates.length)) {
                return this.error(node, `Type cannot be constructed: ${type.name}`);
            }
            return { ...this.unsupported(node, `new ${constructorText(type.name, args)}`), type };
        }
        const all = info && info.typeParameters.length > 0 ? [this.typeToken(type), ...chosen.args] : chosen.args;
        return this.code(`${this.unit.constant(chosen.bound.method.implementation)}(${all.join(',')})`, type, true);
    }

    private newUserObject(info: UserClass, args: readonly Code[], node: NewExpression): Code {
        if (info.kind !== 'class' || info.isAbstract) {
            return this.error(
                node,
                `${info.kind === 'class' ? 'Abstract classes' : 'Types of this kind'} cannot be constructed: ${info.name}`
            );
        }
        const candidates = info.constructors.map((one) => this.table.bind(one, info.type));
        const chosen = this.bindArguments(candidates, args, node.args);
        if (!chosen) {
            if (args.some((arg) => arg.type.kind === 'error'))
                return { ...this.failed(`new ${info.name}`), type: info.type };
            return {
                ...this.error(node, `Constructor not defined: ${constructorText(info.name, args)}`),
                type: info.type
            };
        }
        this.checkVisible(chosen.bound.method, node);
        const js = `new ${this.recordOf(info)}.J().$i().${chosen.bound.method.jsName}(${chosen.args.join(',')})`;
        return this.code(js, info.type, true);
    }

    private newRecord(node: NewSObjectExpression): Code {
        const type = this.resolveType(node.type);
        if (type.kind === 'error') return this.failed(`new ${node.type.parts.map((part) => part.name).join('.')}`);
        if (!type.object) return this.error(node, `${type.name} has no constructor with named fields`);
        const parts = [this.unit.constant(type.object)];
        for (const { name, value, position } of node.fields) {
            const code = this.argument(value);
            const member = this.recordMember(this.code('null', type), name);
            if (!member) {
                this.error(position, `Field does not exist: ${name} on ${type.name}`);
                continue;
            }
            const field = this.table.schema.field(type.object, name);
            const canonical = field?.name ?? this.relationshipName(type, name) ?? name;
            parts.push(quote(canonical), this.convert(code, member.type, value));
        }
        return this.code(`$.record(${parts.join(',')})`, type, true);
    }

    private relationshipName(type: ApexType, name: string): string | undefined {
        if (!type.object) return undefined;
        const parent = this.table.schema.parentRelationship(type.object, name)?.relationshipName;
        const lower = name.toLowerCase();
        return (
            parent ??
            this.table.schema.childRelationships(type.object).find((one) => one.name.toLowerCase() === lower)?.name
        );
    }

    private newCollection(node: NewCollectionExpression): Code {
        const type = this.resolveType(node.type);
        const element = type.args[0] ?? this.table.error;
        if (type.args.length === 2 && node.elements.length === 0) return this.newMap(node.type, []);
        const items = node.elements.map((one) => this.convert(this.argument(one), element, one));
        const kind = this.table.isCollection(type, 'Set') ? '$.ApexSet' : '$.ApexList';
        return this.code(`new ${kind}(${this.typeToken(type)},[${items.join(',')}])`, type, true);
    }

    private newMap(ref: NewExpression['type'], entries: readonly { key: Expression; value: Expression }[]): Code {
        const type = this.resolveType(ref);
        const [key = this.table.error, value = this.table.error] = type.args;
        const pairs = entries.map(
            (one) =>
                `[${this.convert(this.argument(one.key), key, one.key)},${this.convert(this.argument(one.value), value, one.value)}]`
        );
        return this.code(`new $.ApexMap(${this.typeToken(type)},[${pairs.join(',')}])`, type, true);
    }

    // --- Assignment ---

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

    private assignment(node: AssignExpression): Code {
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
    private step(node: UnaryExpression | PostfixExpression, isPostfix: boolean): Code {
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
