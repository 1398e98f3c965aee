/**
 * Type-checks the templates of Lightning web components. Each template becomes TypeScript that reads what the template
 * reads, in the same `if` and `for` nesting, and the compiler then finds members that do not exist, handlers that are no
 * functions and children given the wrong thing.
 */
import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join, relative } from 'node:path';
import ts from 'typescript';
import { findBundles, type Bundle } from '../build/bundles.ts';
import { baseComponents } from '../shared/componentOffer.ts';
import { buildTypings } from '../build/typings.ts';
import { readText } from '../shared/sourceFiles.ts';
import { breaking, type Check, type CheckResult, type Finding, type Rule } from './check.ts';

interface Expression {
    readonly type: string;
    readonly name?: string;
    readonly value?: unknown;
    readonly object?: Expression;
    readonly property?: Expression;
}

interface Place {
    readonly startLine: number;
    readonly startColumn: number;
}

/** The parts of the template compiler's tree that are read here. */
interface Node {
    readonly type: string;
    readonly name?: string;
    readonly location?: Place;
    readonly children?: readonly Node[];
    readonly value?: Expression;
    readonly condition?: Expression;
    readonly else?: Node;
    readonly expression?: Expression;
    readonly item?: Expression;
    readonly index?: Expression;
    readonly iterator?: Expression;
    readonly attributes?: readonly NodeValue[];
    readonly properties?: readonly NodeValue[];
    readonly directives?: readonly { readonly name: string; readonly value?: Expression; readonly location?: Place }[];
    readonly listeners?: readonly { readonly name: string; readonly handler: Expression; readonly location?: Place }[];
}

interface NodeValue {
    readonly name: string;
    readonly attributeName?: string;
    readonly value: Expression;
    readonly location?: Place;
}

interface VirtualFile {
    readonly path: string;
    readonly template: string;
    readonly lines: readonly { readonly text: string; readonly at?: Place }[];
    readonly problems: readonly Finding[];
}

/** Attributes that every element takes. */
const GLOBAL_ATTRIBUTE =
    /^(class|style|id|key|slot|title|role|hidden|lang|dir|tabindex|tab-?index|accesskey|draggable|spellcheck|data-.+|aria-.+|on.+)$/i;

const RULE: Rule = {
    name: 'template-types',
    why: 'the platform renders nothing for a member that is not there, and calls a handler that is none only in front of a user',
    mend: 'give the class the member, or correct the name in the template'
};

export const templateTypesCheck: Check = {
    name: 'template-types',
    proves: 'every template reads only what its component and its children have',
    run(root): CheckResult {
        buildTypings(root);
        const bundles = findBundles(root);
        const files = bundles.flatMap((bundle) => templatesOf(root, bundle, bundles));
        const problems = [...files.flatMap((file) => file.problems), ...typeProblems(root, files)];
        return { problems: breaking(RULE, problems), examined: `${files.length} templates` };
    }
};

function templatesOf(root: string, bundle: Bundle, bundles: readonly Bundle[]): VirtualFile[] {
    return bundle.files
        .filter((file) => file.endsWith('.html') && bundle.files.includes(file.replace(/\.html$/, '.ts')))
        .map((file) => virtualFile(root, join(bundle.folder, file), bundles));
}

interface ParseResult {
    readonly root?: Node;
    readonly warnings: readonly {
        readonly message: string;
        readonly location?: { readonly line: number; readonly column: number };
    }[];
}

function virtualFile(root: string, template: string, bundles: readonly Bundle[]): VirtualFile {
    const { parse } = createRequire(import.meta.url)('@lwc/template-compiler') as {
        parse: (this: void, text: string, config: object) => ParseResult;
    };
    const tree = parse(readText(root, template), { apiVersion: 66 });
    const writer = new Writer(root, template, bundles);
    if (tree.root) {
        writer.all(tree.root.children ?? []);
    }
    const broken = tree.warnings.map(({ message, location }) => ({
        path: template,
        message,
        ...(location ? { line: location.line, column: location.column } : {})
    }));
    return {
        path: join(root, template.replace(/\.html$/, '.template-check.ts')),
        template,
        lines: writer.finished(basename(template, '.html')),
        problems: [...broken, ...writer.problems]
    };
}

/** Writes the TypeScript of one template. */
class Writer {
    readonly problems: Finding[] = [];
    private readonly lines: { text: string; at?: Place }[] = [];
    private readonly children = new Map<string, Bundle>();
    private scopes: ReadonlySet<string> = new Set();
    private count = 0;
    private readonly root: string;
    private readonly template: string;
    private readonly bundles: readonly Bundle[];

    constructor(root: string, template: string, bundles: readonly Bundle[]) {
        this.root = root;
        this.template = template;
        this.bundles = bundles;
    }

    finished(component: string): { text: string; at?: Place }[] {
        const imports = [...this.children.values()].map(({ name }) => ({
            text: `import type ${name}$ from 'c/${name}';`
        }));
        const own = { text: `import type Component$ from './${component}';` };
        return [own, ...imports, { text: 'export function check($cmp: Component$) {' }, ...this.lines, { text: '}' }];
    }

    all(nodes: readonly Node[]): void {
        nodes.forEach((node) => this.one(node));
    }

    private one(node: Node): void {
        const at = node.location;
        switch (node.type) {
            case 'Text':
                this.read(node.value, at);
                break;
            case 'IfBlock':
            case 'ElseifBlock':
                this.branch(node);
                break;
            case 'If':
                this.nested(`if (${this.code(node.condition)}) {`, node, at);
                break;
            case 'ForEach':
                this.loop(node);
                break;
            default:
                this.element(node);
        }
    }

    /** `if` ... `else if` ... `else` as in the template, so that types narrow as values do. */
    private branch(node: Node): void {
        this.write(`if (${this.code(node.condition)}) {`, node.location);
        this.all(node.children ?? []);
        if (node.else) {
            this.write('} else {');
            if (node.else.type === 'ElseBlock') {
                this.all(node.else.children ?? []);
            } else {
                this.branch(node.else);
            }
        }
        this.write('}');
    }

    private loop(node: Node): void {
        const item = node.item?.name ?? 'item';
        const index = node.index?.name;
        const outer = this.scopes;
        const list = this.code(node.expression);
        this.scopes = new Set([...outer, item, ...(index ? [index] : [])]);
        this.nested(`for (const ${item} of ${list}) {${index ? ` const ${index} = 0;` : ''}`, node, node.location);
        this.scopes = outer;
    }

    private nested(open: string, node: Node, at: Place | undefined): void {
        this.write(open, at);
        this.all(node.children ?? []);
        this.write('}');
    }

    private element(node: Node): void {
        const name = node.name ?? '';
        const child = name.startsWith('c-') ? this.child(name, node) : undefined;
        const values = [...(node.properties ?? []), ...(node.attributes ?? [])];
        for (const value of values) {
            this.checkAttribute(name, child, value, node);
            const attribute = value.attributeName ?? value.name;
            if (child && !GLOBAL_ATTRIBUTE.test(attribute)) {
                const variable = `$${++this.count}`;
                this.write(
                    `let ${variable}: ${child.name}$["${value.name}"] = ${this.code(value.value)}; void ${variable};`,
                    value.location ?? node.location
                );
            } else {
                this.read(value.value, value.location ?? node.location);
            }
        }
        for (const directive of node.directives ?? []) {
            this.read(directive.value, directive.location ?? node.location);
        }
        for (const listener of node.listeners ?? []) {
            const variable = `$${++this.count}`;
            this.write(
                `const ${variable}: (event: never) => unknown = ${this.code(listener.handler)}; void ${variable};`,
                listener.location ?? node.location
            );
        }
        this.all(node.children ?? []);
    }

    private child(tag: string, node: Node): Bundle | undefined {
        const name = tag.slice(2).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
        const bundle = this.bundles.find((candidate) => candidate.name === name);
        if (bundle) {
            this.children.set(name, bundle);
        } else {
            this.report(`unknown component <${tag}>`, node.location);
        }
        return bundle;
    }

    private checkAttribute(tag: string, child: Bundle | undefined, value: NodeValue, node: Node): void {
        const attribute = value.attributeName ?? value.name;
        if (GLOBAL_ATTRIBUTE.test(attribute)) {
            return;
        }
        const known = tag.startsWith('lightning-')
            ? lightningProperties(tag)
            : child
              ? publicProperties(this.root, child)
              : undefined;
        if (known && !known.has(value.name)) {
            this.report(`<${tag}> has no attribute ${attribute}`, value.location ?? node.location);
        }
    }

    private read(expression: Expression | undefined, at: Place | undefined): void {
        if (expression && expression.type !== 'Literal') {
            this.write(`void (${this.code(expression)});`, at);
        }
    }

    private code(expression: Expression | undefined): string {
        if (expression === undefined) {
            return 'undefined';
        }
        if (expression.type === 'Literal') {
            return JSON.stringify(expression.value);
        }
        if (expression.type === 'MemberExpression') {
            return `${this.code(expression.object)}.${expression.property?.name ?? ''}`;
        }
        const name = expression.name ?? '';
        return this.scopes.has(name) ? name : `$cmp.${name}`;
    }

    private write(text: string, at?: Place): void {
        this.lines.push(at ? { text, at } : { text });
    }

    private report(message: string, at: Place | undefined): void {
        this.problems.push({
            path: this.template,
            message,
            ...(at ? { line: at.startLine, column: at.startColumn } : {})
        });
    }
}

const lightningCache = new Map<string, ReadonlySet<string> | undefined>();

/** Public properties of a base component: the package's own list, and the inherited ones that the Jest stubs know. */
function lightningProperties(tag: string): ReadonlySet<string> | undefined {
    if (!lightningCache.has(tag)) {
        const name = tag.slice('lightning-'.length).replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
        const listed = (baseComponents()[name]?.properties ?? []).map((property) => property.name);
        const stubs = dirname(createRequire(import.meta.url).resolve('@salesforce/sfdx-lwc-jest/package.json'));
        const stub = join(stubs, 'src/lightning-stubs', name, `${name}.js`);
        const stubbed = existsSync(stub) ? apiNames(readFileSync(stub, 'utf8')) : [];
        lightningCache.set(tag, new Set([...listed, ...stubbed]));
    }
    return lightningCache.get(tag);
}

function publicProperties(root: string, bundle: Bundle): ReadonlySet<string> {
    return new Set(apiNames(readText(root, join(bundle.folder, `${bundle.name}.ts`))));
}

function apiNames(source: string): string[] {
    return [...source.matchAll(/@api\s+(?:(?:override|readonly|get|set|declare)\s+)*(\w+)/g)].map(
        (match) => match[1] ?? ''
    );
}

function typeProblems(root: string, files: readonly VirtualFile[]): Finding[] {
    const texts = new Map(files.map((file) => [file.path, file.lines.map(({ text }) => text).join('\n')]));
    const config = ts.getParsedCommandLineOfConfigFile(
        join(root, 'tsconfig.json'),
        {},
        {
            ...ts.sys,
            onUnRecoverableConfigFileDiagnostic: (diagnostic) => {
                throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
            }
        }
    );
    const options = { ...config?.options, noEmit: true };
    const host = ts.createCompilerHost(options);
    const virtual: ts.CompilerHost = {
        ...host,
        fileExists: (path) => texts.has(path) || host.fileExists(path),
        readFile: (path) => texts.get(path) ?? host.readFile(path),
        getSourceFile: (path, version, onError) =>
            texts.has(path)
                ? ts.createSourceFile(path, texts.get(path) ?? '', version)
                : host.getSourceFile(path, version, onError)
    };
    const typings = (config?.fileNames ?? []).filter((path) => path.endsWith('.d.ts'));
    const program = ts.createProgram([...typings, ...texts.keys()], options, virtual);
    return files.flatMap((file) => {
        const source = program.getSourceFile(file.path);
        return program.getSemanticDiagnostics(source).map((diagnostic) => problemOf(root, file, source, diagnostic));
    });
}

function problemOf(
    root: string,
    file: VirtualFile,
    source: ts.SourceFile | undefined,
    diagnostic: ts.Diagnostic
): Finding {
    const line = source?.getLineAndCharacterOfPosition(diagnostic.start ?? 0).line ?? 0;
    const at = file.lines.slice(0, line + 1).findLast((candidate) => candidate.at)?.at;
    return {
        path: relative(root, join(root, file.template)),
        ...(at ? { line: at.startLine, column: at.startColumn } : {}),
        message: `TS${diagnostic.code} ${ts.flattenDiagnosticMessageText(diagnostic.messageText, ' ')}`
    };
}
