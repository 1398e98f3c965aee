/** Method calls, static and virtual, of the user and of the library. */
import type { ObjectDef } from '../schema/model.ts';
import type { CallExpression, Expression, MemberExpression } from '../syntax/ast.ts';
import { nearestName } from '../types/conversions.ts';
import type { ApexType, BoundMethod, MethodInfo } from '../types/model.ts';
import { enumConstants } from '../values/enums.ts';
import type { Code } from './body.ts';
import { hasAnnotation } from './declare.ts';
import { PathCompiler } from './paths.ts';
import { quote } from './unit.ts';
import { UserClass } from './userClass.ts';

const customRecordMethods = ['getinstance', 'getall', 'getorgdefaults', 'getvalues'] as const;

export abstract class CallCompiler extends PathCompiler {
    protected call(node: CallExpression): Code {
        if (node.target === null) return this.bareCall(node);
        if (node.target.kind === 'super') return this.superCall(node);
        const target = this.resolve(node.target);
        if (target.kind === 'type') return this.callOnType(target.type, target.parts, node);
        const { code } = target;
        const isShadowed = node.target.kind === 'name' && code.type.kind !== 'error';
        if (isShadowed && !this.hasMethod(code.type, node) && node.target.kind === 'name') {
            const type = this.context.names.typeNamed([node.target.name], [], this.context.scope);
            if (type && this.hasMethod(type, node)) return this.callOnType(type, [node.target.name], node);
        }
        return this.callOnValue(code, node);
    }

    private hasMethod(type: ApexType, node: CallExpression): boolean {
        return this.table.methodsNamed(type, node.name.toLowerCase()).length > 0 || type.info?.kind === 'enum';
    }

    private arguments(node: CallExpression): Code[] {
        return node.args.map((arg) => this.argument(arg));
    }

    protected argument(node: Expression): Code {
        const code = this.expression(node);
        return code.type.kind === 'void' ? this.error(node, 'A void method gives no value') : code;
    }

    // --- foo(x) ---

    private bareCall(node: CallExpression): Code {
        if (node.name === 'this' || node.name === 'super') return this.constructorCall(node);
        const args = this.arguments(node);
        const lower = node.name.toLowerCase();
        for (let scope = this.context.scope; scope; scope = scope.outer) {
            const found = this.table.methodsNamed(scope.type, lower);
            if (!found.length) continue;
            const isOwn = scope === this.context.scope;
            const usable = isOwn && !this.context.isStatic ? found : found.filter((one) => one.method.isStatic);
            if (!usable.length && scope.outer) continue;
            if (!usable.length) {
                return this.error(
                    node,
                    `Non static method cannot be referenced from a static context: ${signatureText(found[0])}`
                );
            }
            return this.emitCall(usable, this.code('this', scope.type, true), args, node, scope.name);
        }
        return this.unknownMethod(this.context.scope?.type ?? null, node, args);
    }

    /** `this(...)` and `super(...)` as first statement of a constructor. */
    private constructorCall(node: CallExpression): Code {
        const { scope } = this.context;
        const args = this.arguments(node);
        const info = node.name === 'this' ? scope : scope?.superclass?.info;
        if (!info) return this.code('undefined', this.table.void, true);
        if (info instanceof UserClass) {
            const candidates = info.constructors.map((one) => this.table.bind(one, info.type));
            const bound = this.bindArguments(candidates, args, node.args);
            if (!bound) return this.error(node, `Constructor not defined: ${constructorText(info.name, args)}`);
            return this.code(`this.${bound.bound.method.jsName}(${bound.args.join(',')})`, this.table.void, true);
        }
        if (scope?.isException) return this.code(this.exceptionSetup(args), this.table.void, true);
        return this.code('undefined', this.table.void, true);
    }

    /** Message and cause of an exception from the arguments of its constructor. */
    protected exceptionSetup(args: readonly { js: string; type: ApexType }[]): string {
        const [first, second] = args;
        if (!first) return 'this.$ex(null,null)';
        if (this.table.isException(first.type)) return `this.$ex(null,${first.js})`;
        return `this.$ex(${first.js},${second?.js ?? 'null'})`;
    }

    private superCall(node: CallExpression): Code {
        const { scope } = this.context;
        const args = this.arguments(node);
        const superclass = scope?.superclass ?? this.primitive('Object');
        const found = this.table.methodsNamed(superclass, node.name.toLowerCase());
        const bound = this.bindArguments(found, args, node.args);
        if (!bound) return this.unknownMethod(superclass, node, args);
        const { method, returnType } = bound.bound;
        this.checkVisible(method, node);
        if (method.owner.origin === 'user') {
            return this.code(`super.${method.jsName}(${bound.args.join(',')})`, returnType);
        }
        if (!method.implementation) return this.unsupported(node, `super.${method.name}`);
        return this.code(
            `${this.unit.constant(method.implementation)}(${['this', ...bound.args].join(',')})`,
            returnType
        );
    }

    // --- Type.foo(x) ---

    private callOnType(type: ApexType | null, parts: readonly string[], node: CallExpression): Code {
        const lower = node.name.toLowerCase();
        const path = [...parts, node.name].join('.');
        const args = this.arguments(node);
        if (!type) return this.unsupported(node, path);
        if (type.info?.kind === 'enum') {
            const found = this.enumStatic(type, lower, args);
            if (found) return found;
        }
        if (type.kind === 'sobject' && type.object) {
            const found = this.customRecordCall(type, type.object, lower, args);
            if (found) return found;
            if (lower === 'getsobjecttype' && !args.length) return this.sobjectTypeOf(type.object);
            const companion = this.table.companionOf(type.object);
            if (companion) return this.callOnCompiledType(companion, parts, node, args);
        }
        return this.callOnCompiledType(type, parts, node, args);
    }

    private callOnCompiledType(
        type: ApexType,
        parts: readonly string[],
        node: CallExpression,
        args: readonly Code[]
    ): Code {
        const lower = node.name.toLowerCase();
        const found = this.table.methodsNamed(type, lower);
        const statics = found.filter((one) => one.method.isStatic);
        // Inside a class `Outer.method()` may also mean an instance method of the own hierarchy.
        const { scope } = this.context;
        const isOwn = !this.context.isStatic && scope !== null && this.table.isSubtype(scope.type, type);
        const usable = isOwn ? found : statics;
        if (!usable.length) {
            if (found.length && type.info?.origin === 'user') {
                return this.error(
                    node,
                    `Non static method cannot be referenced from a static context: ${signatureText(found[0])}`
                );
            }
            return this.unknownMethod(type, node, args, parts.join('.'));
        }
        return this.emitCall(usable, isOwn ? this.code('this', type, true) : null, args, node, type.name);
    }

    private enumStatic(type: ApexType, lower: string, args: readonly Code[]): Code | undefined {
        const info = type.info;
        if (!info) return undefined;
        // Registers the constants, which `valueOf` looks up at run time.
        const constants = enumConstants(info.name, info.enumValues);
        if (lower === 'values' && args.length === 0) {
            const list = this.table.list(type);
            const items = constants.map((one) => this.unit.constant(one)).join(',');
            return this.code(`new $.ApexList(${this.typeToken(list)},[${items}])`, list, true);
        }
        if (lower === 'valueof' && args[0])
            return this.code(`$.enumOf(${this.typeToken(type)},${args[0].js})`, type, true);
        return undefined;
    }

    private customRecordCall(
        type: ApexType,
        object: ObjectDef,
        lower: string,
        args: readonly Code[]
    ): Code | undefined {
        const method = customRecordMethods.find((one) => one === lower);
        if (!method || !/^custom(Metadata|Setting)/.test(object.kind)) return undefined;
        const result = method === 'getall' ? this.table.map(this.primitive('String'), type) : type;
        const values = args.map((arg) => arg.js).join(',');
        return this.code(`$.customRecord(${this.unit.constant(object)},${quote(method)},[${values}])`, result);
    }

    // --- value.foo(x) ---

    private callOnValue(base: Code, node: CallExpression): Code {
        const lower = node.name.toLowerCase();
        const fieldError = lower === 'adderror' && this.fieldErrorCall(base, node);
        if (fieldError) return fieldError;
        let receiver = base;
        if (base.isQuery && base.type.args[0] && !this.table.methodsNamed(base.type, lower).length) {
            receiver = { ...base, js: `$.oneRow(${base.js})`, type: base.type.args[0], isQuery: false, nonNull: true };
        }
        if (node.isSafe) receiver = this.safeReceiver(receiver);
        const args = this.arguments(node);
        const code = this.instanceCall(receiver, lower, args, node);
        return receiver.guard ? { ...code, guard: receiver.guard, nonNull: false } : code;
    }

    private instanceCall(receiver: Code, lower: string, args: readonly Code[], node: CallExpression): Code {
        const { type } = receiver;
        if (type.kind === 'error') return this.failed(`${node.name} of an unsupported type`);
        if (type.kind === 'void') return this.error(node, 'A void method gives no value');
        if (type.info?.kind === 'enum') {
            if (lower === 'name' && !args.length)
                return this.code(`${this.required(receiver)}.name`, this.primitive('String'), true);
            if (lower === 'ordinal' && !args.length) {
                return this.code(`${this.required(receiver)}.ordinal`, this.primitive('Integer'), true);
            }
        }
        const found = this.table.methodsNamed(type, lower);
        if (!found.length) return this.unknownMethod(type, node, args);
        return this.emitCall(found, receiver, args, node, type.name);
    }

    /** `record.Field__c.addError('text')`: the field's value is not touched. */
    private fieldErrorCall(base: Code, node: CallExpression): Code | undefined {
        if (base.special?.kind !== 'field' || !node.args[0]) return undefined;
        const message = this.expression(node.args[0]);
        const { recordJs, field } = base.special;
        return this.code(`$.fieldError(${recordJs},${quote(field.name)},${message.js})`, this.table.void, true);
    }

    // --- Common ---

    private emitCall(
        candidates: readonly BoundMethod[],
        receiver: Code | null,
        args: readonly Code[],
        node: CallExpression,
        ownerName: string
    ): Code {
        const chosen = this.bindArguments(candidates, args, node.args);
        if (!chosen) {
            if (args.some((arg) => arg.type.kind === 'error')) return this.failed(`${ownerName}.${node.name}`);
            return this.wrongArguments(candidates, args, node, ownerName);
        }
        const { method, returnType } = chosen.bound;
        this.checkVisible(method, node);
        if (method.owner.origin === 'library')
            return this.libraryCall(chosen.bound, receiver, chosen.args, node, ownerName);
        if (method.isStatic) {
            const record = this.recordOf(method.owner);
            if (method.node && hasAnnotation(method.node.modifiers, 'future')) {
                return this.code(
                    `$.future(${record},${method.node.line},[${chosen.args.join(',')}])`,
                    this.table.void,
                    true
                );
            }
            return this.code(`${record}.${method.jsName}(${chosen.args.join(',')})`, returnType);
        }
        return this.code(`${receiver?.js ?? 'this'}.${method.jsName}(${chosen.args.join(',')})`, returnType);
    }

    private libraryCall(
        bound: BoundMethod,
        receiver: Code | null,
        args: string[],
        node: CallExpression,
        ownerName: string
    ): Code {
        const { method, returnType } = bound;
        const implementation = method.implementation && this.unit.constant(method.implementation);
        if (method.isStatic) {
            if (!implementation) return this.unsupported(node, `${ownerName}.${method.name}`);
            const js = `${implementation}(${args.join(',')})`;
            return isDynamicQuery(method) ? this.dynamicQuery(js, method, returnType) : this.code(js, returnType);
        }
        if (!receiver)
            return this.error(node, `Non static method cannot be referenced from a static context: ${method.name}`);
        const type = this.isCloneOfRecord(bound, receiver) ? receiver.type : returnType;
        if (method.owner.isOpen || !implementation || receiver.type.info?.origin === 'user') {
            const values = args.join(',');
            return this.code(
                `$.virtual(${receiver.js},${quote(method.name)},${implementation ?? 'null'},[${values}])`,
                returnType
            );
        }
        return this.code(`${implementation}(${[this.required(receiver), ...args].join(',')})`, type);
    }

    /** `account.clone()` is an Account. */
    private isCloneOfRecord(bound: BoundMethod, receiver: Code): boolean {
        return receiver.type.kind === 'sobject' && bound.method.name.toLowerCase() === 'clone';
    }

    /** Binds of a query in a String are variables that are visible where it is run. */
    private dynamicQuery(js: string, method: MethodInfo, returnType: ApexType): Code {
        const isQuery = this.table.isCollection(returnType, 'List');
        const takesMap = method.name.toLowerCase().endsWith('withbinds');
        if (takesMap) return { js, type: returnType, nonNull: true, isQuery };
        const variables = this.visibleVariables().map(([name, value]) => `${quote(name)}:()=>${value}`);
        return { js: `$.binding({${variables.join(',')}},()=>${js})`, type: returnType, nonNull: true, isQuery };
    }

    /** Lower-case names of locals and fields with the text that reads them. */
    private visibleVariables(): [string, string][] {
        const variables = new Map<string, string>();
        for (let scope = this.context.scope; scope; scope = scope.outer) {
            for (const one of this.table.hierarchy(scope.type)) {
                for (const [lower, field] of one.info?.fields ?? []) {
                    const isReachable = field.isStatic || (scope === this.context.scope && !this.context.isStatic);
                    if (!isReachable || !field.isReadable || variables.has(lower) || field.owner.origin !== 'user')
                        continue;
                    const isPrivateElsewhere = field.visibility === 'private' && one !== scope.type;
                    if (isPrivateElsewhere) continue;
                    const receiver = field.isStatic ? null : this.code('this', scope.type, true);
                    variables.set(lower, this.fieldRead(field, field.type, receiver, scope.node).js);
                }
            }
        }
        for (const scope of this.scopes) for (const [lower, local] of scope) variables.set(lower, local.js);
        return [...variables];
    }

    private wrongArguments(
        candidates: readonly BoundMethod[],
        args: readonly Code[],
        node: CallExpression,
        ownerName: string
    ): Code {
        const given = args.map((arg) => arg.type.name).join(', ');
        const first = candidates[0];
        if (first?.method.owner.origin === 'library') {
            const failed = this.unsupported(node, `${ownerName}.${node.name}(${given})`);
            // All overloads answer the same: what follows can still be checked.
            const isSame = candidates.every((one) => one.returnType === first.returnType);
            return isSame ? { ...failed, type: first.returnType } : failed;
        }
        const expected = candidates.map(signatureText).join(' or ');
        return this.error(
            node,
            `Method does not exist or incorrect signature: ${node.name}(${given}) on ${ownerName}. Known: ${expected}`
        );
    }

    private unknownMethod(type: ApexType | null, node: CallExpression, args: readonly Code[], written?: string): Code {
        const given = args.map((arg) => arg.type.name).join(', ');
        const owner = written ?? type?.name ?? '';
        const isPlatform = type !== null && type.info?.origin !== 'user';
        if (isPlatform) return this.unsupported(node, `${owner}.${node.name}(${given})`);
        const names = type ? this.table.hierarchy(type).flatMap((one) => this.methodNames(one)) : [];
        const near = nearestName(node.name, names);
        const hint = near ? `. Did you mean ${near}?` : '';
        return this.error(
            node,
            `Method does not exist or incorrect signature: ${node.name}(${given})${owner ? ` on ${owner}` : ''}${hint}`
        );
    }

    private methodNames(type: ApexType): string[] {
        return [...(type.info?.methods.values() ?? [])].flatMap((overloads) => overloads[0]?.name ?? []);
    }

    protected memberNode(node: MemberExpression): Code {
        return this.pathValue(node);
    }
}

/** `Database.query` and its kin take the text of a query. */
function isDynamicQuery(method: MethodInfo): boolean {
    return (
        method.owner.name === 'Database' &&
        /^(query|countQuery|getQueryLocator|getCursor)(WithBinds)?$/i.test(method.name)
    );
}

function signatureText(bound: BoundMethod | undefined): string {
    if (!bound) return '';
    return `${bound.method.name}(${bound.parameters.map((one) => one.name).join(', ')})`;
}

export function constructorText(name: string, args: readonly { type: ApexType }[]): string {
    return `${name}(${args.map((arg) => arg.type.name).join(', ')})`;
}
