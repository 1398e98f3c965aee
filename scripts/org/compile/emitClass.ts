/** One class to one script: constructors, methods, accessors, initialisers. */
import type { Block, MethodDeclaration } from '../syntax/ast.ts';
import { isAssignable } from '../types/conversions.ts';
import type { ApexType, BoundMethod, FieldInfo, MethodInfo } from '../types/model.ts';
import type { BodyContext } from './body.ts';
import { checkClass } from './classRules.ts';
import { flowOf } from './flow.ts';
import type { Names } from './names.ts';
import { StatementCompiler } from './statements.ts';
import { Unit } from './unit.ts';
import type { StatementCounters } from './unit.ts';
import { UserClass } from './userClass.ts';
import type { InitializerStep } from './userClass.ts';

export class ClassEmitter {
    private readonly one: UserClass;
    private readonly names: Names;
    private readonly triggerObject: ApexType | undefined;
    readonly unit: Unit;
    private readonly record: string;

    constructor(one: UserClass, names: Names, counters: StatementCounters, triggerObject?: ApexType) {
        this.one = one;
        this.names = names;
        this.triggerObject = triggerObject;
        this.unit = new Unit(one.record, counters);
        this.record = this.unit.constant(one.record);
    }

    /** Writes the whole script. */
    emit(): Unit {
        checkClass(this.one, this.names);
        if (this.one.kind === 'class') {
            this.emitInstances();
            this.emitStatics();
        }
        this.unit.finish();
        return this.unit;
    }

    private error(at: { line: number; column: number }, message: string): void {
        this.names.diagnostics.add('error', this.one.source.path, at, message);
    }

    private get allMethods(): MethodInfo[] {
        return [...this.one.methods.values()].flat();
    }

    private emitInstances(): void {
        const { one, unit } = this;
        const superclass = one.userSuperclass;
        const base = superclass
            ? `${unit.constant(superclass.record)}.J`
            : one.isException
              ? '$.ApexException'
              : '$.ApexObject';
        unit.line(`${this.record}.J=class K_${one.name.replace(/\./g, '_')} extends ${base}{`);
        for (const field of one.fields.values()) if (!field.isStatic) unit.line(`${field.jsName}=null;`);
        if (one.isException && !superclass) {
            unit.line('$ex(m,c){if(m!==null)this.message=m;if(c!==null)this.cause=c;return this;}');
        }
        this.emitInstanceInitializer(superclass !== null);
        for (const constructor of one.constructors) this.emitConstructor(constructor);
        for (const method of this.allMethods) if (!method.isStatic) this.emitMethod(method, '');
        for (const field of one.fields.values()) if (!field.isStatic) this.emitAccessors(field, '');
        this.emitForwarders();
        unit.line('};');
    }

    private emitStatics(): void {
        for (const method of this.allMethods) if (method.isStatic) this.emitMethod(method, this.record);
        for (const field of this.one.fields.values()) if (field.isStatic) this.emitAccessors(field, this.record);
        const statics = [...this.one.fields.values()].filter((field) => field.isStatic);
        if (!statics.length && !this.one.staticSteps.length) return;
        const defaults = statics.map((field) => `${field.jsName}:null`).join(',');
        this.unit.line(`${this.record}.init=function(){const S=${this.record}.S={${defaults}};`);
        this.emitSteps(this.one.staticSteps, true, `${this.record}.S`);
        this.unit.line('return S;};');
    }

    private context(isStatic: boolean, methodName: string, returnType: ApexType, property?: FieldInfo): BodyContext {
        return {
            names: this.names,
            unit: this.unit,
            scope: this.one,
            path: this.one.source.path,
            isStatic,
            methodName,
            returnType,
            ...(property && { property }),
            ...(this.triggerObject && { triggerObject: this.triggerObject })
        };
    }

    private emitInstanceInitializer(hasUserSuper: boolean): void {
        const steps = this.one.instanceSteps.filter((step) => step.kind === 'block' || step.declarator.initializer);
        if (hasUserSuper && !steps.length) return;
        this.unit.line(hasUserSuper ? '$i(){super.$i();' : '$i(){');
        this.emitSteps(steps, false, 'this');
        this.unit.line('return this;}');
    }

    private emitSteps(steps: readonly InitializerStep[], isStatic: boolean, holder: string): void {
        const body = new InitializerCompiler(
            this.context(isStatic, isStatic ? '<clinit>' : '<init>', this.names.table.void)
        );
        this.unit.withHeader(() => {
            for (const step of steps) {
                if (step.kind === 'block') {
                    this.unit.line('{');
                    body.block(step.node.body);
                    this.unit.line('}');
                } else if (step.declarator.initializer) {
                    body.initializeField(`${holder}.${step.field.jsName}`, step);
                }
            }
            return body.temporaries();
        });
    }

    private parametersOf(method: MethodInfo): string {
        return method.parameterNames.map((name) => `v_${name}`).join(',');
    }

    private emitConstructor(method: MethodInfo): void {
        const { one, unit } = this;
        const { node } = method;
        if (!node) {
            unit.line(`${method.jsName}(${this.parametersOf(method)}){`);
            if (one.needsStaticInit) unit.line(this.staticPrelude());
            const text = one.isException ? this.exceptionCall(method) : this.implicitSuper(one.node);
            if (text) unit.line(text);
            unit.line('return this;}');
            return;
        }
        const body = new StatementCompiler(this.context(false, '<init>', this.names.table.void));
        this.emitFunction(
            `${method.jsName}(${this.parametersOf(method)}){`,
            'return this;}',
            body,
            method,
            node,
            () => {
                if (one.needsStaticInit) unit.line(this.staticPrelude());
                const first = node.body?.statements[0];
                const isExplicit =
                    first?.kind === 'expression' &&
                    first.expression.kind === 'call' &&
                    first.expression.target === null &&
                    (first.expression.name === 'this' || first.expression.name === 'super');
                const implicit = isExplicit ? '' : this.implicitSuper(node);
                if (implicit) unit.line(implicit, { line: node.line, column: node.column, method: '<init>' });
            }
        );
    }

    private exceptionCall(method: MethodInfo): string {
        const [first, second] = method.parameterNames;
        if (!first) return '';
        const isMessage = method.parameters[0] === this.names.table.primitive('String');
        return isMessage ? `this.$ex(v_${first},${second ? `v_${second}` : 'null'});` : `this.$ex(null,v_${first});`;
    }

    /** Call of the superclass's constructor without arguments. */
    private implicitSuper(at: { line: number; column: number }): string {
        const parent = this.one.userSuperclass;
        if (!parent) return '';
        const found = parent.constructors.find((one) => one.parameters.length === 0);
        if (!found) {
            this.error(at, `Constructor not defined: ${parent.name}()`);
            return '';
        }
        return `this.${found.jsName}();`;
    }

    private staticPrelude(): string {
        return `if(${this.record}.S===null)${this.record}.init();`;
    }

    private emitMethod(method: MethodInfo, holder: string): void {
        const { node } = method;
        if (!node?.body) {
            if (!method.isAbstract && node) this.error(node, `Method must have a body: ${method.name}`);
            return;
        }
        this.checkFlow(node.body, method.returnType.kind === 'void' ? null : method.returnType, node);
        const body = new StatementCompiler(this.context(method.isStatic, method.name, method.returnType));
        const parameters = this.parametersOf(method);
        const head = holder
            ? `${holder}.${method.jsName}=function(${parameters}){`
            : `${method.jsName}(${parameters}){`;
        const tail = method.returnType.kind === 'void' ? '}' : 'return null;}';
        this.emitFunction(head, holder ? `${tail};` : tail, body, method, node, () => {
            if (method.isStatic && this.one.needsStaticInit) this.unit.line(this.staticPrelude());
        });
    }

    /** Reports statements that nothing reaches, and an end without `return` where a value is wanted. */
    private checkFlow(block: Block, wanted: ApexType | null, at: { line: number; column: number }): void {
        const { fallsThrough } = flowOf(block, (statement) => this.error(statement, 'Unreachable statement'));
        if (fallsThrough && wanted) this.error(at, `Missing return statement required return type: ${wanted.name}`);
    }

    private emitFunction(
        head: string,
        tail: string,
        body: StatementCompiler,
        method: MethodInfo,
        node: MethodDeclaration,
        prelude: () => void
    ): void {
        this.unit.withHeader(() => {
            body.parameters(node.parameters, method.parameters);
            prelude();
            if (node.body) body.block(node.body);
            this.unit.line(tail);
            return head + body.temporaries();
        });
    }

    private emitAccessors(field: FieldInfo, holder: string): void {
        const { node } = field;
        if (!node || !field.hasAccessors || node.modifiers.words.has('abstract')) return;
        const stored = holder ? `(${holder}.S??${holder}.init()).${field.jsName}` : `this.${field.jsName}`;
        const open = (name: string, parameter: string): string =>
            holder ? `${holder}.${name}=function(${parameter}){` : `${name}(${parameter}){`;
        const close = holder ? '};' : '}';
        if (node.getter) {
            this.emitAccessor(
                open(`g_${field.jsName}`, ''),
                `return null;${close}`,
                node.getter.body,
                field,
                field.type,
                `return ${stored};`
            );
        }
        if (node.setter) {
            const fallback = `${stored}=v_value;`;
            this.emitAccessor(
                open(`s_${field.jsName}`, 'v_value'),
                close,
                node.setter.body,
                field,
                this.names.table.void,
                fallback,
                true
            );
        }
    }

    private emitAccessor(
        head: string,
        tail: string,
        block: Block | null,
        field: FieldInfo,
        returnType: ApexType,
        fallback: string,
        isSetter = false
    ): void {
        const body = new StatementCompiler(this.context(field.isStatic, field.name, returnType, field));
        this.unit.withHeader(() => {
            if (field.isStatic && this.one.needsStaticInit) this.unit.line(this.staticPrelude());
            // A setter answers the value, because an assignment is an expression; its own `return;` must not end that.
            if (isSetter) {
                const at = { line: 1, column: 1 };
                body.parameters([{ name: 'value', ...at }], [field.type]);
                this.unit.line('const given=v_value;(()=>{');
            }
            if (block) {
                this.checkFlow(block, returnType.kind === 'void' ? null : returnType, block);
                body.block(block);
            } else this.unit.line(fallback);
            if (isSetter) this.unit.line('})();return given;');
            this.unit.line(tail);
            return head + body.temporaries();
        });
    }

    // --- Interfaces ---

    /**
     * Methods that the class must have: those of interfaces and abstract superclasses. Reports missing ones, and makes a
     * forwarder where the implementation has another emitted name: static methods, and parameters such as Id for String.
     */
    private emitForwarders(): void {
        const { one } = this;
        if (one.isAbstract) return;
        const { table } = this.names;
        for (const ancestor of table.hierarchy(one.type)) {
            for (const method of [...(ancestor.info?.methods.values() ?? [])].flat()) {
                if (!method.isAbstract) continue;
                const wanted = table.bind(method, ancestor);
                const found = this.implementationOf(wanted);
                if (!found) {
                    const text = `${method.name}(${wanted.parameters.map((type) => type.name).join(', ')})`;
                    this.error(
                        one.node,
                        `Class ${one.name} must implement the method: ${wanted.returnType.name} ${ancestor.name}.${text}`
                    );
                    continue;
                }
                if (!method.jsName || found.owner.origin !== 'user') continue;
                if (found.isStatic) {
                    const owner = this.unit.constant((found.owner as UserClass).record);
                    this.unit.line(`${method.jsName}(...a){return ${owner}.${found.jsName}(...a);}`);
                } else if (found.jsName !== method.jsName) {
                    this.unit.line(`${method.jsName}(...a){return this.${found.jsName}(...a);}`);
                }
            }
        }
    }

    private implementationOf(wanted: BoundMethod): MethodInfo | undefined {
        const { table } = this.names;
        const candidates: MethodInfo[] = [];
        for (let at: ApexType | null = this.one.type; at; at = table.superclassOf(at)) {
            candidates.push(...(at.info?.methods.get(wanted.method.name.toLowerCase()) ?? []));
        }
        candidates.push(...(table.primitive('Object').info?.methods.get(wanted.method.name.toLowerCase()) ?? []));
        const concrete = candidates.filter(
            (method) => !method.isAbstract && method.parameters.length === wanted.parameters.length
        );
        const isSame = (method: MethodInfo): boolean =>
            method.parameters.every((type, i) => type === wanted.parameters[i]);
        const isNear = (method: MethodInfo): boolean =>
            method.parameters.every((type, i) => {
                const other = wanted.parameters[i] as ApexType;
                return isAssignable(table, type, other) && isAssignable(table, other, type);
            });
        return concrete.find(isSame) ?? concrete.find(isNear);
    }
}

/** Steps of initialisation are statements of their own. */
class InitializerCompiler extends StatementCompiler {
    initializeField(target: string, step: InitializerStep & { kind: 'field' }): void {
        const { initializer } = step.declarator;
        if (!initializer) return;
        const value = this.convert(this.argument(initializer), step.field.type, initializer);
        this.line(`${this.unit.counter(step.declarator)}${target}=${value};`, step.declarator);
    }
}
