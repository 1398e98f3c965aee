/** Interns types, knows the library, the sObjects and the user's classes by name, and looks up members through types. */
import type { LibraryClass } from '../runtime/library.ts';
import type { FieldDef, ObjectDef, Schema } from '../schema/model.ts';
import type { TypeRef } from '../syntax/ast.ts';
import { parseTypeText } from '../syntax/parser.ts';
import { apexTypeOfField } from '../values/fieldTypes.ts';
import { genericToken, typeToken } from '../values/typeToken.ts';
import { LibraryClassInfo } from './library.ts';
import type { ApexType, BoundMethod, ClassInfo, FieldInfo, MethodInfo, TypeKind } from './model.ts';

const primitives = [
    'Boolean',
    'Integer',
    'Long',
    'Double',
    'Decimal',
    'String',
    'Id',
    'Blob',
    'Date',
    'Datetime',
    'Time',
    'Object'
] as const;
type PrimitiveName = (typeof primitives)[number];

/** `system.foo` and `schema.foo` may be written `foo`. */
function withoutDefaultNamespace(lower: string): string {
    return lower.startsWith('system.') || lower.startsWith('schema.') ? lower.slice(7) : lower;
}

/** Rows of GROUP BY queries: an sObject that no schema lists. */
export const aggregateResultDef: ObjectDef = {
    name: 'AggregateResult',
    label: 'Aggregate Result',
    pluralLabel: 'Aggregate Result',
    kind: 'standard',
    keyPrefix: '',
    sharingModel: 'ReadWrite',
    fields: new Map(),
    validationRules: [],
    fieldSets: [],
    listViews: [],
    isSetupObject: false,
    isCreateable: false,
    isUpdateable: false,
    isDeletable: false,
    isQueryable: false
};

export class TypeTable {
    readonly schema: Schema;
    private readonly interned = new Map<string, ApexType>();
    private readonly library = new Map<string, LibraryClassInfo>();
    private readonly byPrimitive: Readonly<Record<PrimitiveName, ApexType>>;
    private readonly primitiveByLower = new Map<string, ApexType>();
    private readonly methodCache = new Map<ApexType, Map<string, readonly BoundMethod[]>>();
    readonly void: ApexType;
    readonly null: ApexType;
    readonly error: ApexType;
    readonly sobject: ApexType;

    constructor(schema: Schema, libraryClasses: readonly LibraryClass[]) {
        this.schema = schema;
        for (const definition of libraryClasses) {
            const info = new LibraryClassInfo(definition, this);
            const lower = info.name.toLowerCase();
            this.library.set(withoutDefaultNamespace(lower), info);
            const namespace = definition.namespace.toLowerCase();
            if (namespace !== 'system' && namespace !== 'schema' && !lower.includes('.')) {
                this.library.set(`${namespace}.${lower}`, info);
            }
        }
        this.void = this.intern('void', 'void', null, null);
        this.null = this.intern('null', 'null', null, null);
        this.error = this.intern('error', '(unknown)', null, null);
        this.byPrimitive = Object.fromEntries(
            primitives.map((name) => [
                name,
                this.intern('primitive', name, this.library.get(name.toLowerCase()) ?? null, null)
            ])
        ) as Record<PrimitiveName, ApexType>;
        for (const name of primitives) this.primitiveByLower.set(name.toLowerCase(), this.byPrimitive[name]);
        this.sobject = this.intern('sobject', 'SObject', this.library.get('sobject') ?? null, null);
        this.primitiveByLower.set('void', this.void);
    }

    primitive(name: PrimitiveName): ApexType {
        return this.byPrimitive[name];
    }

    private intern(
        kind: TypeKind,
        base: string,
        info: ClassInfo | null,
        object: ObjectDef | null,
        args: readonly ApexType[] = []
    ): ApexType {
        const token = args.length
            ? genericToken(
                  base,
                  args.map((arg) => arg.token)
              )
            : typeToken(base);
        // A user's class may have the name of a library class, and a parameter that of any type.
        const prefix = kind === 'parameter' ? '?' : kind === 'sobject' ? 's:' : info?.origin === 'user' ? 'u:' : '';
        const key = prefix + token.name;
        let type = this.interned.get(key);
        if (!type || type.info !== info) {
            type = { kind, name: token.name, base, args, token, info, object };
            this.interned.set(key, type);
        }
        return type;
    }

    /** The type of a user's class. */
    userType(info: ClassInfo): ApexType {
        return this.intern('class', info.name, info, null);
    }

    sobjectType(object: ObjectDef): ApexType {
        return this.intern('sobject', object.name, this.library.get('sobject') ?? null, object);
    }

    list(element: ApexType): ApexType {
        return this.generic('list', [element]);
    }
    set(element: ApexType): ApexType {
        return this.generic('set', [element]);
    }
    map(key: ApexType, value: ApexType): ApexType {
        return this.generic('map', [key, value]);
    }

    private generic(lower: string, args: readonly ApexType[]): ApexType {
        const info = this.library.get(lower);
        const base = info?.name ?? { list: 'List', set: 'Set', map: 'Map' }[lower] ?? lower;
        return this.intern('class', base, info ?? null, null, args);
    }

    isCollection(type: ApexType, base: 'List' | 'Set' | 'Map' | 'Iterable' | 'Iterator'): boolean {
        return type.kind === 'class' && type.base === base;
    }

    /** A class of the library by any spelling, with or without the namespaces System and Schema. */
    libraryInfo(name: string): LibraryClassInfo | undefined {
        return this.library.get(withoutDefaultNamespace(name.toLowerCase()));
    }

    /** The class of static methods that shares its name with an object. */
    companionOf(object: ObjectDef): ApexType | undefined {
        const info = this.library.get(object.name.toLowerCase());
        return info?.isStaticOnly ? this.intern('class', info.name, info, null) : undefined;
    }

    /** Names of all library classes, for suggestions. */
    libraryNames(): string[] {
        return [...this.library.values()].map((info) => info.name);
    }

    /**
     * A built-in, library or sObject type from its dotted name and arguments; undefined when there is none or the number
     * of arguments is wrong.
     */
    builtIn(name: string, args: readonly ApexType[]): ApexType | undefined {
        const lower = withoutDefaultNamespace(name.toLowerCase());
        if (args.length === 0) {
            const primitive = this.primitiveByLower.get(lower);
            if (primitive) return primitive;
            if (lower === 'sobject') return this.sobject;
            if (lower === 'aggregateresult') return this.sobjectType(aggregateResultDef);
        }
        const info = this.library.get(lower);
        // `BusinessHours` is a class of static methods and an object: as a type it is the object.
        const sameNamed = args.length === 0 ? this.schema.object(lower) : undefined;
        if (sameNamed && (!info || info.isStaticOnly)) return this.sobjectType(sameNamed);
        if (info) {
            // A raw `Iterator` or `Database.Batchable` stands for the one of Object or SObject.
            const missing = info.typeParameters.length - args.length;
            const filled = missing > 0 ? [...args, ...Array<ApexType>(missing).fill(this.byPrimitive.Object)] : args;
            const isAlias = this.primitiveByLower.get(info.name.toLowerCase());
            if (isAlias) return isAlias;
            return this.intern('class', info.name, info, null, info.typeParameters.length ? filled : []);
        }
        if ((lower === 'list' || lower === 'set') && args.length === 1) return this.generic(lower, args);
        if (lower === 'map' && args.length === 2) return this.generic(lower, args);
        return undefined;
    }

    /** Type written in a signature of the library; unknown names become the error type, which accepts everything. */
    libraryType(text: string, parameters: readonly string[]): ApexType {
        return this.libraryTypeOf(parseTypeText(text), parameters);
    }

    libraryTypeOf(ref: TypeRef, parameters: readonly string[]): ApexType {
        let type: ApexType | undefined;
        const only = ref.parts.length === 1 ? ref.parts[0] : undefined;
        if (only && parameters.includes(only.name)) type = this.intern('parameter', only.name, null, null);
        const name = ref.parts.map((part) => part.name).join('.');
        const args = (ref.parts.at(-1)?.args ?? []).map((arg) => this.libraryTypeOf(arg, parameters));
        type ??= this.builtIn(name, args) ?? this.error;
        for (let i = 0; i < ref.arrayDepth; i++) type = this.list(type);
        return type;
    }

    /** Apex type of a record's field. */
    fieldType(field: FieldDef): ApexType {
        return this.builtIn(apexTypeOfField(field), []) ?? this.byPrimitive.Object;
    }

    substitute(type: ApexType, parameters: readonly string[], args: readonly ApexType[]): ApexType {
        if (parameters.length === 0) return type;
        if (type.kind === 'parameter') {
            const at = parameters.indexOf(type.base);
            return at < 0 ? type : (args[at] ?? this.error);
        }
        if (type.args.length === 0) return type;
        const replaced = type.args.map((arg) => this.substitute(arg, parameters, args));
        return replaced.every((arg, i) => arg === type.args[i])
            ? type
            : this.intern(type.kind, type.base, type.info, type.object, replaced);
    }

    superclassOf(type: ApexType): ApexType | null {
        const info = type.info;
        if (!info?.superclass) return null;
        return this.substitute(info.superclass, info.typeParameters, type.args);
    }

    interfacesOf(type: ApexType): ApexType[] {
        const info = type.info;
        if (!info) return [];
        return info.interfaces.map((one) => this.substitute(one, info.typeParameters, type.args));
    }

    /** The type itself, its superclasses, then all interfaces, then Object; each once. */
    hierarchy(type: ApexType): ApexType[] {
        const found: ApexType[] = [];
        for (let at: ApexType | null = type; at && !found.includes(at); at = this.superclassOf(at)) found.push(at);
        for (let i = 0; i < found.length; i++) {
            for (const one of this.interfacesOf(found[i] as ApexType)) if (!found.includes(one)) found.push(one);
        }
        const object = this.byPrimitive.Object;
        if (!found.includes(object)) found.push(object);
        return found;
    }

    /** Methods of that name that a value of the type has; overridden ones are left out. */
    methodsNamed(type: ApexType, lowerName: string): readonly BoundMethod[] {
        let cache = this.methodCache.get(type);
        if (!cache) this.methodCache.set(type, (cache = new Map()));
        const known = cache.get(lowerName);
        if (known) return known;
        const found: BoundMethod[] = [];
        for (const one of this.hierarchy(type)) {
            for (const method of one.info?.methods.get(lowerName) ?? []) {
                const bound = this.bind(method, one);
                const isHidden = found.some(
                    (other) =>
                        other.parameters.length === bound.parameters.length &&
                        other.parameters.every((parameter, i) => parameter === bound.parameters[i])
                );
                if (!isHidden) found.push(bound);
            }
        }
        cache.set(lowerName, found);
        return found;
    }

    bind(method: MethodInfo, type: ApexType): BoundMethod {
        const parameters = method.owner.typeParameters;
        if (parameters.length === 0) return { method, parameters: method.parameters, returnType: method.returnType };
        return {
            method,
            parameters: method.parameters.map((one) => this.substitute(one, parameters, type.args)),
            returnType: this.substitute(method.returnType, parameters, type.args)
        };
    }

    /** A field or property, also inherited ones; with its type as seen through `type`. */
    fieldNamed(type: ApexType, lowerName: string): { field: FieldInfo; type: ApexType } | undefined {
        for (const one of this.hierarchy(type)) {
            const field = one.info?.fields.get(lowerName);
            if (field) return { field, type: this.substitute(field.type, field.owner.typeParameters, one.args) };
        }
        return undefined;
    }

    /** True when `type` is `ancestor` or below it. */
    isSubtype(type: ApexType, ancestor: ApexType): boolean {
        return type === ancestor || this.hierarchy(type).includes(ancestor);
    }

    /** True for Exception and everything that extends it. */
    isException(type: ApexType): boolean {
        for (let at: ApexType | null = type; at; at = this.superclassOf(at)) {
            if (at.info?.origin === 'library' && (at.base === 'Exception' || at.base.endsWith('Exception')))
                return true;
        }
        return false;
    }
}
