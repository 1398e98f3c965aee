/** Unary and binary operators, typed. */
import type { BinaryExpression, Expression, Position, UnaryExpression } from '../syntax/ast.ts';
import { isAssignable, rankOf } from '../types/conversions.ts';
import type { ApexType } from '../types/model.ts';
import { BodyBase } from './body.ts';
import type { Code } from './body.ts';
import { quote } from './unit.ts';

const comparisons: Readonly<Record<string, string>> = { '<': 'lt', '<=': 'le', '>': 'gt', '>=': 'ge' };
const temporals = new Set(['Date', 'Datetime', 'Time']);

export abstract class OperatorCompiler extends BodyBase {
    protected binary(node: BinaryExpression): Code {
        const { operator } = node;
        if (operator === '&&' || operator === '||') {
            return this.code(
                `(${this.condition(node.left)}${operator}${this.condition(node.right)})`,
                this.boolean,
                true
            );
        }
        const left = this.expression(node.left);
        const right = this.expression(node.right);
        if (operator === '??') {
            const type = this.commonType(left.type, right.type);
            const one = this.convert({ ...left, literal: undefined }, type, node.left);
            return this.code(`(${one}??${this.convert(right, type, node.right)})`, type, right.nonNull);
        }
        return this.operation(operator, left, right, node);
    }

    /** `left operator right` for compiled operands: also what compound assignments need. */
    protected operation(operator: string, left: Code, right: Code, at: Position): Code {
        if (left.type.kind === 'error' || right.type.kind === 'error') return this.ofUnknown(operator, left, right);
        if (left.type.kind === 'void' || right.type.kind === 'void') {
            return this.error(at, `Operator ${operator} cannot be applied to void`);
        }
        switch (operator) {
            case '==':
            case '!=':
            case '===':
            case '!==':
                return this.equality(operator, left, right, at);
            case '<':
            case '<=':
            case '>':
            case '>=':
                return this.comparison(operator, left, right, at);
            case '+':
                if (left.type.base === 'String' || right.type.base === 'String') return this.concatenation(left, right);
                break;
            case '&':
            case '|':
            case '^':
                if (left.type === this.boolean && right.type === this.boolean) {
                    return this.code(
                        `!!(${this.required(left)}${operator}${this.required(right)})`,
                        this.boolean,
                        true
                    );
                }
        }
        return this.arithmetic(operator, left, right, at);
    }

    private ofUnknown(operator: string, left: Code, right: Code): Code {
        const isTest = ['==', '!=', '===', '!==', '<', '<=', '>', '>='].includes(operator);
        const known = left.type.kind === 'error' ? right.type : left.type;
        return this.code(`(${left.js},${right.js})`, isTest ? this.boolean : known, true);
    }

    private equality(operator: string, left: Code, right: Code, at: Position): Code {
        const negation = operator.startsWith('!') ? '!' : '';
        const types = [left.type, right.type];
        const comparable = this.isComparable(left.type, right.type);
        if (!comparable) {
            return this.error(
                at,
                `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`
            );
        }
        const isExact =
            left.type.kind === 'null' ||
            right.type.kind === 'null' ||
            (types.every(
                (type) =>
                    type.kind === 'primitive' &&
                    (type.base === 'Integer' || type.base === 'Boolean' || type.base === 'Long')
            ) &&
                left.type === right.type) ||
            types.every((type) => type.info?.kind === 'enum');
        if (isExact) return this.code(`(${left.js}${negation || '='}==${right.js})`, this.boolean, true);
        if (operator.length === 3) return this.code(`${negation}$.same(${left.js},${right.js})`, this.boolean, true);
        const call = types.every((type) => this.isString(type)) ? '$.eqs' : '$.eq';
        return this.code(`(${negation}${call}(${left.js},${right.js}))`, this.boolean, true);
    }

    private isComparable(left: ApexType, right: ApexType): boolean {
        if (left.kind !== 'primitive' || right.kind !== 'primitive') return true;
        if (rankOf(left) !== undefined && rankOf(right) !== undefined) return true;
        return isAssignable(this.table, left, right) || isAssignable(this.table, right, left);
    }

    private comparison(operator: string, left: Code, right: Code, at: Position): Code {
        const hasOrder = (type: ApexType): boolean => ['primitive', 'null', 'error', 'parameter'].includes(type.kind);
        const haveOrder = hasOrder(left.type) && hasOrder(right.type);
        if (!haveOrder || !this.isComparable(left.type, right.type)) {
            return this.error(
                at,
                `Comparison arguments must be compatible types: ${left.type.name}, ${right.type.name}`
            );
        }
        const integers = left.type.base === 'Integer' && right.type.base === 'Integer';
        if (integers && left.nonNull && right.nonNull)
            return this.code(`(${left.js}${operator}${right.js})`, this.boolean, true);
        return this.code(`$.${comparisons[operator]}(${left.js},${right.js})`, this.boolean, true);
    }

    private concatenation(left: Code, right: Code): Code {
        const text = (code: Code): string => (code.nonNull && this.isString(code.type) ? code.js : `$.s(${code.js})`);
        return this.code(`(${text(left)}+${text(right)})`, this.primitive('String'), true);
    }

    private arithmetic(operator: string, left: Code, right: Code, at: Position): Code {
        if (
            (operator === '+' || operator === '-') &&
            temporals.has(left.type.base) &&
            rankOf(right.type) !== undefined
        ) {
            return this.code(`$.when(${left.js},${right.js},${operator === '+' ? 1 : -1})`, left.type, true);
        }
        if (operator === '+' && temporals.has(right.type.base) && rankOf(left.type) !== undefined) {
            return this.code(`$.when(${right.js},${left.js},1)`, right.type, true);
        }
        const [leftRank, rightRank] = [rankOf(left.type), rankOf(right.type)];
        const isShift = operator === '<<' || operator === '>>' || operator === '>>>';
        // A null literal as operand: the other side decides, and the operation raises the error at run time.
        const rank = isShift ? leftRank : Math.max(leftRank ?? -1, rightRank ?? -1);
        const bothNumeric =
            (leftRank !== undefined || left.type.kind === 'null') &&
            (rightRank !== undefined || right.type.kind === 'null');
        if (rank === undefined || rank < 0 || !bothNumeric) {
            return this.error(at, `Operator ${operator} cannot be applied to ${left.type.name}, ${right.type.name}`);
        }
        if (isShift && Math.max(leftRank ?? 0, rightRank ?? 0) > 1) {
            return this.error(at, `Shift operators take Integers and Longs, not ${left.type.name}, ${right.type.name}`);
        }
        const type = this.primitive((['Integer', 'Long', 'Double', 'Decimal'] as const)[rank] ?? 'Decimal');
        const a = isShift ? left.js : this.operand(left, type);
        const b = isShift ? right.js : this.operand(right, type);
        return this.code(this.numeric(operator, type.base, { ...left, js: a }, { ...right, js: b }), type, true);
    }

    private operand(code: Code, type: ApexType): string {
        return code.type.kind === 'null' ? 'null' : this.converted(code, type);
    }

    private numeric(operator: string, base: string, left: Code, right: Code): string {
        const a = this.required(left);
        const b = this.required(right);
        switch (base) {
            case 'Integer':
                if (operator === '*') return `Math.imul(${a},${b})`;
                if (operator === '/') return `$.divI(${left.js},${right.js})`;
                return operator === '>>>' ? `((${a}>>>${b})|0)` : `((${a}${operator}${b})|0)`;
            case 'Long':
                if (operator === '/') return `$.divL(${left.js},${right.js})`;
                if (operator.length > 1) return `$.shift(${quote(operator)},${left.js},${right.js})`;
                return `BigInt.asIntN(64,${a}${operator}${b})`;
            case 'Double':
                return `$.dbl(${quote(operator)},${left.js},${right.js})`;
            default:
                if (operator === '/') return `$.divD(${left.js},${right.js})`;
                return `${a}.${operator === '+' ? 'add' : operator === '-' ? 'subtract' : 'multiply'}(${b})`;
        }
    }

    protected unary(node: UnaryExpression): Code {
        if (node.operator === '!') return this.code(`(!${this.condition(node.operand)})`, this.boolean, true);
        const operand = this.expression(node.operand);
        if (operand.type.kind === 'error') return operand;
        if (rankOf(operand.type) === undefined) {
            return this.error(node, `Operator ${node.operator} cannot be applied to ${operand.type.name}`);
        }
        const value = this.required(operand);
        if (node.operator === '+') return { ...operand, literal: undefined };
        const { base } = operand.type;
        if (node.operator === '~') return this.code(`(~${value})`, operand.type, true);
        if (base === 'Integer') return this.code(`(-${value}|0)`, operand.type, true);
        if (base === 'Long') return this.code(`BigInt.asIntN(64,-${value})`, operand.type, true);
        return this.code(`$.negate(${value})`, operand.type, true);
    }

    /** The number 1 in the type of a counter. */
    protected one(type: ApexType, at: Position): Code {
        const literal: Expression = { kind: 'literal', type: 'Integer', text: '1', line: at.line, column: at.column };
        return { js: '1', type: rankOf(type) === undefined ? type : this.primitive('Integer'), nonNull: true, literal };
    }
}
