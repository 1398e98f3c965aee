/** Ground of the body compiler: scopes, temporaries, errors, conversions. The other files of the chain add constructs. */
import type { FieldDef, ObjectDef } from '../schema/model.ts';
import type { Expression, LiteralExpression, Position, TypeRef } from '../syntax/ast.ts';
import { chooseOverload, conversionCost, isAssignable, rankOf } from '../types/conversions.ts';
import type { ApexType, BoundMethod, FieldInfo } from '../types/model.ts';
import type { TypeTable } from '../types/table.ts';
import { Decimal } from '../values/decimal.ts';
import { ApexDouble } from '../values/double.ts';
import type { Names } from './names.ts';
import type { Unit } from './unit.ts';
import { quote } from './unit.ts';
import type { UserClass } from './userClass.ts';

/** What a value expression stands for beyond its type. */
export type Special =
    | { readonly kind: 'describeObject'; readonly object: ObjectDef }
    | { readonly kind: 'describeFields'; readonly object: ObjectDef }
    | { readonly kind: 'tokenFields'; readonly object: ObjectDef }
    | { readonly kind: 'fieldSets'; readonly object: ObjectDef }
    /** A parent record reached through a reference that may point to several objects. */
    | { readonly kind: 'polymorphic'; readonly field: FieldDef }
    /** Token of the field that says why a record is shared. */
    | { readonly kind: 'rowCause' }
    | { readonly kind: 'field'; readonly recordJs: string; readonly field: FieldDef };

/** A compiled expression. `js` may stand wherever JavaScript wants an operand. */
export interface Code {
    readonly js: string;
    readonly type: ApexType;
    readonly nonNull: boolean;
    /** Condition that makes the whole chain null: what `?.` leaves for the end of the chain. */
    readonly guard?: string;
    /** A query: may be assigned to a single record. */
    readonly isQuery?: boolean;
    /** A parent record: reading through null gives null. */
    readonly isParent?: boolean;
    readonly literal?: LiteralExpression;
    readonly special?: Special;
}

export interface Local {
    readonly js: string;
    readonly type: ApexType;
}

/** Where the body stands. */
export interface BodyContext {
    readonly names: Names;
    readonly unit: Unit;
    /** Null in triggers and anonymous blocks without class. */
    readonly scope: UserClass | null;
    readonly path: string;
    readonly isStatic: boolean;
    /** Shown in stack traces. */
    readonly methodName: string;
    readonly returnType: ApexType;
    /** Inside get or set of this property its name means the stored value. */
    readonly property?: FieldInfo;
    /** Object of the trigger: types Trigger.new. */
    readonly triggerObject?: ApexType;
}

export abstract class BodyBase {
    protected readonly context: BodyContext;
    protected readonly table: TypeTable;
    protected readonly unit: Unit;
    protected readonly scopes: Map<string, Local>[] = [new Map()];
    private temporaryCount = 0;

    constructor(context: BodyContext) {
        this.context = context;
        this.table = context.names.table;
        this.unit = context.unit;
    }

    /** Compiles an expression to a value. */
    abstract expression(node: Expression): Code;

    // --- Names and errors ---

    protected error(at: Position, message: string): Code {
        this.context.names.diagnostics.add('error', this.context.path, at, message);
        return this.failed(message);
    }

    /** A platform feature that is missing: compiles to a throw. */
    protected unsupported(at: Position, feature: string): Code {
        this.context.names.diagnostics.add('unsupported', this.context.path, at, `${feature} is not supported`);
        return this.failed(feature);
    }

    protected failed(feature: string): Code {
        return { js: `$.unsupported(${quote(feature)})`, type: this.table.error, nonNull: true };
    }

    protected resolveType(ref: TypeRef): ApexType {
        return this.context.names.resolve(ref, this.context.scope, this.context.path);
    }

    protected declareLocal(name: string, type: ApexType, at: Position): Local {
        const lower = name.toLowerCase();
        if (this.scopes.some((scope) => scope.has(lower))) this.error(at, `Duplicate variable: ${name}`);
        const local: Local = { js: `v_${name}`, type };
        this.scopes.at(-1)?.set(lower, local);
        return local;
    }

    protected local(lower: string): Local | undefined {
        for (let i = this.scopes.length - 1; i >= 0; i--) {
            const found = this.scopes[i]?.get(lower);
            if (found) return found;
        }
        return undefined;
    }

    protected inScope<T>(work: () => T): T {
        this.scopes.push(new Map());
        try {
            return work();
        } finally {
            this.scopes.pop();
        }
    }

    /** Name of a new variable of the emitted function. */
    protected temporary(): string {
        return `t${++this.temporaryCount}`;
    }

    /** Declaration of all temporaries of the function; empty when there are none. */
    temporaries(): string {
        if (!this.temporaryCount) return '';
        return `let ${Array.from({ length: this.temporaryCount }, (_, i) => `t${i + 1}`).join(',')};`;
    }

    // --- Code ---

    protected code(js: string, type: ApexType, nonNull = false): Code {
        return { js, type, nonNull };
    }

    /** Ends a chain: applies what `?.` asked for. */
    protected finish(code: Code): Code {
        if (!code.guard) return code;
        return { js: `(${code.guard}?null:${code.js})`, type: code.type, nonNull: false };
    }

    /** Text that raises a NullPointerException when the value is null. */
    protected required(code: Code): string {
        return code.nonNull ? code.js : `$.n(${code.js})`;
    }

    protected typeToken(type: ApexType): string {
        return this.unit.constant(type.token);
    }

    protected primitive(name: Parameters<TypeTable['primitive']>[0]): ApexType {
        return this.table.primitive(name);
    }

    protected get boolean(): ApexType {
        return this.table.primitive('Boolean');
    }

    protected isString(type: ApexType): boolean {
        return type.kind === 'primitive' && (type.base === 'String' || type.base === 'Id');
    }

    /** A condition as JavaScript. */
    protected condition(node: Expression): string {
        const code = this.expression(node);
        if (code.type.kind !== 'error' && code.type !== this.boolean && code.type.kind !== 'null') {
            this.error(node, `Condition expression must be of type Boolean, not ${code.type.name}`);
        }
        return code.nonNull ? code.js : `$.b(${code.js})`;
    }

    protected costOf(code: Code, to: ApexType): number {
        const cost = conversionCost(this.table, code.type, to);
        if (cost !== Number.POSITIVE_INFINITY || !code.isQuery) return cost;
        const row = code.type.args[0];
        if (row?.kind !== 'sobject' || to.kind !== 'sobject') return cost;
        return row === this.table.sobject || isAssignable(this.table, row, to) ? 5 : cost;
    }

    /** Emitted text of the value as the target type. Reports when there is no implicit conversion. */
    protected convert(code: Code, to: ApexType, at: Position): string {
        if (code.type === to || code.type.kind === 'error' || to.kind === 'error') return code.js;
        if (this.costOf(code, to) === Number.POSITIVE_INFINITY) {
            this.error(at, `Illegal assignment from ${code.type.name} to ${to.name}`);
            return code.js;
        }
        if (code.isQuery && to.kind === 'sobject') return `$.oneRow(${code.js})`;
        return this.converted(code, to);
    }

    /** Text after an allowed conversion. */
    protected converted(code: Code, to: ApexType): string {
        if (code.type.kind !== 'primitive' || to.kind !== 'primitive' || code.type === to) return code.js;
        if (rankOf(code.type) !== undefined && rankOf(to) !== undefined) return this.toNumeric(code, to);
        if (to.base === 'Id' && code.type.base === 'String') return `$.toId(${code.js})`;
        if (to.base === 'Datetime' && code.type.base === 'Date') return `$.toDatetime(${code.js})`;
        return code.js;
    }

    private toNumeric(code: Code, to: ApexType): string {
        if (code.literal) {
            const text = code.literal.text;
            if (to.base === 'Long') return `${text}n`;
            if (to.base === 'Decimal') return this.unit.constant(Decimal.of(text));
            return this.unit.constant(new ApexDouble(Number(text)));
        }
        if (to.base === 'Long') return code.nonNull ? `BigInt(${code.js})` : `$.toLong(${code.js})`;
        return `$.toNumeric(${code.js},${quote(to.base)})`;
    }

    /** Chooses among overloads and converts the arguments. */
    protected bindArguments(
        candidates: readonly BoundMethod[],
        args: readonly Code[],
        nodes: readonly Expression[]
    ): { bound: BoundMethod; args: string[] } | undefined {
        const bound = chooseOverload(
            this.table,
            candidates,
            args.map((arg) => arg.type),
            (i, to) => this.costOf(args[i] as Code, to)
        );
        if (!bound) return undefined;
        return {
            bound,
            args: args.map((arg, i) => this.convert(arg, bound.parameters[i] as ApexType, nodes[i] as Expression))
        };
    }

    /** The nearest type that both belong to. */
    protected commonType(left: ApexType, right: ApexType): ApexType {
        if (left === right || right.kind === 'null' || left.kind === 'error') return left;
        if (left.kind === 'null' || right.kind === 'error') return right;
        if (isAssignable(this.table, right, left) && !(left.base === 'Id' && right.base === 'String')) return left;
        if (isAssignable(this.table, left, right)) return right;
        if (left.kind === 'sobject' && right.kind === 'sobject') return this.table.sobject;
        const object = this.primitive('Object');
        const others = this.table.hierarchy(right);
        return this.table.hierarchy(left).find((one) => one !== object && others.includes(one)) ?? object;
    }
}
