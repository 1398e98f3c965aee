/** Statements: one per emitted line, each with its counter and origin. */
import type {
    Block,
    DmlStatement,
    Expression,
    ForEachStatement,
    ForStatement,
    LocalStatement,
    Position,
    ReturnStatement,
    RunAsStatement,
    Statement,
    SwitchStatement,
    TryStatement,
    WhenClause,
    WhileStatement
} from '../syntax/ast.ts';
import { isAssignable } from '../types/conversions.ts';
import type { ApexType } from '../types/model.ts';
import type { Code } from './body.ts';
import { ExpressionCompiler } from './expressions.ts';
import { quote } from './unit.ts';

export class StatementCompiler extends ExpressionCompiler {
    /** Depth of `System.runAs` blocks, whose bodies are functions of their own. */
    private runAsDepth = 0;
    /** Loops open inside of the innermost runAs block. */
    private loopDepth = 0;
    private uniqueNames = 0;

    protected line(js: string, at: Position): void {
        this.unit.line(js, { line: at.line, column: at.column, method: this.context.methodName });
    }

    private plain(js: string): void {
        this.unit.line(js);
    }

    private unique(prefix: string): string {
        return `${prefix}${++this.uniqueNames}`;
    }

    /** Declares the parameters of the function; their emitted names are `v_` and the name. */
    parameters(nodes: readonly (Position & { readonly name: string })[], types: readonly ApexType[]): void {
        for (const [i, node] of nodes.entries()) this.declareLocal(node.name, types[i] ?? this.table.error, node);
    }

    block(node: Block): void {
        this.inScope(() => {
            for (const statement of node.statements) this.statement(statement);
        });
    }

    statement(node: Statement): void {
        switch (node.kind) {
            case 'block':
                this.plain('{');
                this.block(node);
                this.plain('}');
                return;
            case 'local':
                this.localDeclaration(node);
                return;
            case 'expression':
                this.line(`${this.unit.counter(node)}${this.expressionText(node.expression)};`, node);
                return;
            case 'if':
                this.line(`${this.unit.counter(node)}if(${this.condition(node.condition)}){`, node);
                this.nested(node.whenTrue);
                if (node.whenFalse) {
                    this.plain('}else{');
                    this.nested(node.whenFalse);
                }
                this.plain('}');
                return;
            case 'for':
                this.forLoop(node);
                return;
            case 'forEach':
                this.forEach(node);
                return;
            case 'while':
            case 'doWhile':
                this.whileLoop(node);
                return;
            case 'switch':
                this.switchOn(node);
                return;
            case 'return':
                this.returns(node);
                return;
            case 'break':
            case 'continue':
                if (this.runAsDepth > 0 && this.loopDepth === 0) {
                    this.unsupported(node, `${node.kind} out of a System.runAs block`);
                }
                this.line(`${this.unit.counter(node)}${node.kind};`, node);
                return;
            case 'throw':
                this.line(`${this.unit.counter(node)}throw $.thrown(${this.thrown(node.value)});`, node);
                return;
            case 'try':
                this.tryCatch(node);
                return;
            case 'dml':
                this.line(`${this.unit.counter(node)}${this.dml(node)};`, node);
                return;
            case 'runAs':
                this.runAs(node);
                return;
            case 'empty':
        }
    }

    /** The expression as a statement: nobody reads its value. */
    private expressionText(node: Expression): string {
        // `i++` alone needs no copy of the old value.
        if (node.kind === 'postfix') {
            return this.expression({ ...node, kind: 'unary' }).js;
        }
        return this.expression(node).js;
    }

    private thrown(node: Expression): string {
        const code = this.expression(node);
        const isThrowable =
            code.type.kind === 'error' || code.type.kind === 'null' || this.table.isException(code.type);
        if (!isThrowable) this.error(node, `Throw expression must be of type exception: ${code.type.name}`);
        return code.js;
    }

    private nested(node: Statement): void {
        if (node.kind === 'block') this.block(node);
        else this.inScope(() => this.statement(node));
    }

    private loopBody(node: Statement): void {
        this.loopDepth++;
        // An endless loop must meet the limit of CPU time; the clock is asked only now and then.
        this.plain('if(--$.fuel<0)$.tick();');
        this.nested(node);
        this.loopDepth--;
    }

    private localDeclaration(node: LocalStatement): void {
        const type = this.resolveType(node.type);
        for (const declarator of node.declarators) {
            const value = declarator.initializer ? this.initialValue(declarator.initializer, type) : 'null';
            const local = this.declareLocal(declarator.name, type, declarator);
            // A declaration without a value is no statement that could be covered.
            const counter = declarator.initializer ? this.unit.counter(node) : '';
            this.line(`${counter}let ${local.js}=${value};`, node);
        }
    }

    private initialValue(node: Expression, type: ApexType): string {
        return this.convert(this.argument(node), type, node);
    }

    private forLoop(node: ForStatement): void {
        this.inScope(() => {
            this.plain('{');
            if (node.initializer && 'kind' in node.initializer) this.localDeclaration(node.initializer);
            else for (const one of node.initializer ?? []) this.line(`${this.expressionText(one)};`, one);
            const condition = node.condition ? this.condition(node.condition) : '';
            const updates = node.updates.map((one) => this.expressionText(one)).join(',');
            this.line(`for(;${condition};${updates}){`, node.condition ?? node);
            this.loopBody(node.body);
            this.plain('}}');
        });
    }

    private whileLoop(node: WhileStatement): void {
        if (node.kind === 'while') {
            this.line(`${this.unit.counter(node)}while(${this.condition(node.condition)}){`, node);
            this.loopBody(node.body);
            this.plain('}');
            return;
        }
        this.plain('do{');
        this.loopBody(node.body);
        this.line(`}while(${this.condition(node.condition)});`, node.condition);
    }

    private forEach(node: ForEachStatement): void {
        const iterable = this.expression(node.iterable);
        const declared = node.type ? this.resolveType(node.type) : null;
        this.inScope(() => {
            const { element, source } = this.iteration(iterable, declared, node);
            const item = this.unique('e');
            this.line(`${this.unit.counter(node)}for(const ${item} of ${source}){`, node);
            const type = declared ?? this.local(node.name.toLowerCase())?.type ?? this.table.error;
            const value = this.elementText({ js: item, type: element, nonNull: false }, type, node);
            if (declared) {
                const local = this.declareLocal(node.name, declared, node);
                this.plain(`let ${local.js}=${value};`);
            } else {
                const local = this.local(node.name.toLowerCase());
                if (!local) this.error(node, `Variable does not exist: ${node.name}`);
                else this.plain(`${local.js}=${value};`);
            }
            this.loopBody(node.body);
            this.plain('}');
        });
    }

    /** Loops over List<SObject> may name the concrete type. */
    private elementText(code: Code, type: ApexType, at: Position): string {
        const isRecord = code.type.kind === 'sobject' && type.kind === 'sobject';
        return isRecord ? code.js : this.convert(code, type, at);
    }

    private iteration(
        iterable: Code,
        declared: ApexType | null,
        node: ForEachStatement
    ): { element: ApexType; source: string } {
        const { type } = iterable;
        const isChunked = iterable.isQuery && declared !== null && this.table.isCollection(declared, 'List');
        if (isChunked) return { element: declared, source: `$.chunks(${iterable.js})` };
        if (type.kind === 'error') return { element: this.table.error, source: iterable.js };
        if (this.table.isCollection(type, 'List')) {
            return { element: type.args[0] ?? this.table.error, source: `$.items(${iterable.js})` };
        }
        const source = `$.each(${iterable.js})`;
        if (this.table.isCollection(type, 'Set')) return { element: type.args[0] ?? this.table.error, source };
        for (const one of this.table.hierarchy(type)) {
            if (one.kind === 'class' && (one.base === 'Iterable' || one.base === 'Iterator')) {
                return { element: one.args[0] ?? this.table.error, source };
            }
        }
        this.error(node.iterable, `Loop must iterate over a collection: ${type.name}`);
        return { element: this.table.error, source };
    }

    private switchOn(node: SwitchStatement): void {
        const subject = this.expression(node.subject);
        const name = this.unique('sw');
        this.line(`${this.unit.counter(node)}{const ${name}=${subject.js};`, node);
        let isFirst = true;
        let otherwise: WhenClause | null = null;
        for (const clause of node.clauses) {
            if (clause.patterns.length === 0) {
                otherwise = clause;
                continue;
            }
            this.inScope(() => {
                const tests = clause.patterns.map((pattern) =>
                    pattern.kind === 'type'
                        ? `$.is(${name},${this.typeToken(this.resolveType(pattern.type))})`
                        : this.whenTest(name, subject.type, pattern.value)
                );
                this.line(`${isFirst ? '' : '}else '}if(${tests.join('||')}){`, clause);
                const pattern = clause.patterns[0];
                if (pattern?.kind === 'type') {
                    const local = this.declareLocal(pattern.name, this.resolveType(pattern.type), clause);
                    this.plain(`const ${local.js}=${name};`);
                }
                this.block(clause.body);
            });
            isFirst = false;
        }
        if (otherwise) {
            this.plain(isFirst ? '{' : '}else{');
            this.block(otherwise.body);
        }
        this.plain(isFirst && !otherwise ? '}' : '}}');
    }

    /** `when` compares exactly: strings with case. Names of enum constants need no type in front. */
    private whenTest(name: string, type: ApexType, node: Expression): string {
        if (type.info?.kind === 'enum' && node.kind === 'name') {
            const constant = this.enumConstant(type, node.name.toLowerCase());
            if (constant) return `${name}===${constant.js}`;
        }
        const value = this.expression(node);
        if (value.type.kind === 'null') return `${name}===null`;
        if (value.type.kind !== 'error' && !isAssignable(this.table, value.type, type)) {
            this.error(node, `Illegal type in when: ${value.type.name}, expected ${type.name}`);
        }
        return `${name}===${this.converted(value, type)}`;
    }

    private returns(node: ReturnStatement): void {
        const { returnType } = this.context;
        const counter = this.unit.counter(node);
        if (!node.value) {
            if (returnType.kind !== 'void' && returnType.kind !== 'error') {
                this.error(node, `Missing return statement: ${returnType.name}`);
            }
            this.line(
                `${counter}return${this.runAsDepth ? ` {value:${this.emptyReturn() || 'undefined'}}` : this.emptyReturn()};`,
                node
            );
            return;
        }
        if (returnType.kind === 'void') {
            this.error(node, 'Void method must not return a value');
            return;
        }
        const value = this.convert(this.argument(node.value), returnType, node.value);
        this.line(`${counter}return ${this.runAsDepth ? `{value:${value}}` : value};`, node);
    }

    /** What `return;` gives: constructors answer the object. */
    protected emptyReturn(): string {
        return this.context.methodName === '<init>' ? ' this' : '';
    }

    private tryCatch(node: TryStatement): void {
        this.plain('try{');
        this.block(node.body);
        if (node.catches.length) {
            const name = this.unique('ex');
            this.plain(`}catch(raw_${name}){const ${name}=$.caught(raw_${name});`);
            for (const [i, clause] of node.catches.entries()) {
                const type = this.resolveType(clause.type);
                if (type.kind !== 'error' && !this.table.isException(type)) {
                    this.error(clause, `Catch type must be an exception: ${type.name}`);
                }
                this.inScope(() => {
                    const test = type.kind === 'error' ? 'false' : `$.isException(${name},${quote(type.name)})`;
                    this.line(`${i ? '}else ' : ''}if(${test}){`, clause);
                    const local = this.declareLocal(clause.name, type, clause);
                    this.plain(`let ${local.js}=${name};`);
                    this.block(clause.body);
                });
            }
            this.plain(`}else throw ${name};`);
        }
        if (node.finallyBody) {
            this.plain('}finally{');
            this.block(node.finallyBody);
        }
        this.plain('}');
    }

    private dml(node: DmlStatement): string {
        const operand = this.argument(node.operand);
        const record = this.unit.constant(this.unit.record);
        const access = node.access === null ? 'null' : quote(node.access);
        this.checkRecords(operand, node.operand);
        if (node.verb === 'merge') {
            const second = node.second ? this.argument(node.second) : operand;
            const master = operand.isQuery ? `$.oneRow(${operand.js})` : operand.js;
            return `$.merge(${master},${second.js},${access},${record})`;
        }
        let field = 'null';
        if (node.externalIdField) {
            const record = operand.type.kind === 'sobject' ? operand.type : operand.type.args[0];
            const name = node.externalIdField.split('.').at(-1) ?? '';
            const known = record?.object && this.table.schema.field(record.object, name);
            if (!known && record?.object) this.error(node, `Field does not exist: ${name} on ${record.name}`);
            field = quote(known?.name ?? name);
        }
        return `$.dml(${quote(node.verb)},${operand.js},${field},${access},${record})`;
    }

    private checkRecords(operand: Code, at: Position): void {
        const { type } = operand;
        const element = this.table.isCollection(type, 'List') ? type.args[0] : type;
        if (element?.kind === 'sobject' || element?.kind === 'error') return;
        this.error(at, `DML requires SObject or SObject list type: ${type.name}`);
    }

    private runAs(node: RunAsStatement): void {
        const user = node.args[0] ? this.argument(node.args[0]) : this.code('null', this.table.null);
        const name = this.unique('ra');
        const who = this.unique('user');
        const outerLoops = this.loopDepth;
        const value = user.isQuery ? `$.oneRow(${user.js})` : user.js;
        this.line(`${this.unit.counter(node)}const ${who}=${value};`, node);
        // No origin: the function of the body is no frame of its own.
        this.plain(`const ${name}=$.runAs(${who},()=>{`);
        this.runAsDepth++;
        this.loopDepth = 0;
        this.block(node.body);
        this.runAsDepth--;
        this.loopDepth = outerLoops;
        const result = this.runAsDepth ? name : `${name}.value`;
        this.plain(`});if(${name}!==undefined)return ${result};`);
    }
}
