/** Every kind of expression: dispatch, literals, creation, casts. */
import type {
    CastExpression,
    Expression,
    IndexExpression,
    LiteralExpression,
    NewCollectionExpression,
    NewExpression,
    NewSObjectExpression,
    TernaryExpression
} from '../syntax/ast.ts';
import { isAssignable, rankOf } from '../types/conversions.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import type { Code } from './body.ts';
import { constructorText } from './calls.ts';
import { AssignmentCompiler } from './assignment.ts';
import { quote } from './unit.ts';
import { UserClass } from './userClass.ts';

export class ExpressionCompiler extends AssignmentCompiler {
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
                if (!/^-?\d+$/.test(node.text) || BigInt.asIntN(64, BigInt(node.text)) !== BigInt(node.text))
                    return this.error(node, `Illegal long: ${node.text}`);
                return this.code(`(${BigInt(node.text)}n)`, this.primitive('Long'), true);
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
        // The element belongs to the chain: a null before `?.` ends it here too.
        const list = this.chain(node.object);
        const index = this.convert(this.expression(node.index), this.primitive('Integer'), node.index);
        if (list.type.kind === 'error') return this.failed('element of an unsupported type');
        if (!this.table.isCollection(list.type, 'List')) {
            return this.error(node, `Expression must be a list type: ${list.type.name}`);
        }
        const element = this.code(`$.at(${list.js},${index})`, list.type.args[0] ?? this.table.error);
        return list.guard ? { ...element, guard: list.guard } : element;
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
}
