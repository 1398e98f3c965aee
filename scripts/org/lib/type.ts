/** `Type`: what `Foo.class` and `Type.forName` give. */
import { libraryClass, type LibraryModule, type RuntimeContext } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import { ApexList, ApexMap, ApexSet } from '../values/collections.ts';
import { hashCode } from '../values/equality.ts';
import { apexException, BUILT_IN_EXCEPTIONS, canonicalExceptionName } from '../values/exceptions.ts';
import { SObject } from '../values/sobject.ts';
import { genericToken, typeToken, type TypeToken } from '../values/typeToken.ts';
import { requireArguments } from './support.ts';

/** An Apex `Type`. One object per type, so that identity is equality. */
export class TypeValue {
    readonly typeName = 'Type';
    readonly token: TypeToken;

    constructor(token: TypeToken) {
        this.token = token;
    }

    toText(): string {
        return this.token.name;
    }
}

const values = new Map<TypeToken, TypeValue>();

/** The `Type` value of a type. */
export function typeValueOf(token: TypeToken): TypeValue {
    let value = values.get(token);
    if (!value) {
        value = new TypeValue(token);
        values.set(token, value);
    }
    return value;
}

const PLATFORM_NAMES = new Map(
    [
        'Blob',
        'Boolean',
        'Date',
        'Datetime',
        'Decimal',
        'Double',
        'Id',
        'Integer',
        'Long',
        'Object',
        'SObject',
        'String',
        'Time',
        'Type',
        'Exception'
    ].map((name) => [name.toLowerCase(), name])
);

/** The canonical token of a type by any spelling; null when there is no such type. */
export function resolveType(context: RuntimeContext, name: string): TypeToken | null {
    const text = name.trim();
    const open = text.indexOf('<');
    if (open > 0 || text.endsWith('[]')) {
        const parsed = typeToken(text);
        if (!['List', 'Set', 'Map'].includes(parsed.base)) return null;
        const args = parsed.args.map((arg) => resolveType(context, arg.name));
        return args.includes(null) ? null : genericToken(parsed.base, args as TypeToken[]);
    }
    const meta = context.program().classNamed(text);
    if (meta) return meta.token;
    const bare = text.replace(/^(?:system|schema)\./i, '');
    const platform = PLATFORM_NAMES.get(bare.toLowerCase());
    if (platform) return typeToken(platform);
    const object = context.tx().schema.object(bare);
    if (object) return typeToken(object.name);
    const exception = canonicalExceptionName(bare);
    return BUILT_IN_EXCEPTIONS.has(exception) ? typeToken(exception.slice('System.'.length)) : null;
}

/** A new instance as `Type.newInstance` makes it. Throws TypeException when the type has none. */
function newInstanceOf(context: RuntimeContext, token: TypeToken): Value {
    const meta = context.program().classNamed(token.name);
    if (meta) {
        if (meta.kind !== 'class' || meta.isAbstract) {
            throw apexException('TypeException', `${meta.name} cannot be constructed`);
        }
        return meta.construct([]);
    }
    if (token.base === 'List') return new ApexList(token);
    if (token.base === 'Set') return new ApexSet(token);
    if (token.base === 'Map') return new ApexMap(token);
    const object = context.tx().schema.object(token.name);
    if (object) return new SObject(object);
    throw apexException('TypeException', `Type cannot be constructed: ${token.name}`);
}

/** Names of a class, its superclasses and interfaces, transitively and in lower case. */
function ancestry(context: RuntimeContext, token: TypeToken, found = new Set<string>()): Set<string> {
    const name = token.name.toLowerCase();
    if (found.has(name)) return found;
    found.add(name);
    const meta = context.program().classNamed(token.base);
    if (meta?.superclass) ancestry(context, meta.superclass, found);
    for (const one of meta?.interfaces ?? []) ancestry(context, one, found);
    return found;
}

function isAssignable(context: RuntimeContext, target: TypeToken, source: TypeToken): boolean {
    if (target === source || target.name === 'Object') return true;
    if (target.name === 'SObject') return context.tx().schema.object(source.name) !== undefined;
    const widened: Readonly<Record<string, readonly string[]>> = {
        Integer: ['Long', 'Double', 'Decimal'],
        Long: ['Double', 'Decimal'],
        Double: ['Decimal'],
        Id: ['String'],
        Date: ['Datetime']
    };
    if (widened[source.name]?.includes(target.name)) return true;
    if (target.base === source.base && target.args.length === source.args.length && target.args.length > 0) {
        return target.args.every((arg, index) => isAssignable(context, arg, source.args[index]!));
    }
    return ancestry(context, source).has(target.name.toLowerCase());
}

/** Exceptions of the platform are named with their namespace, as `getTypeName()` of a caught one does. */
function fullName(context: RuntimeContext, token: TypeToken): string {
    const exception = canonicalExceptionName(token.name);
    const isUsers = context.program().classNamed(token.name) !== undefined;
    return !isUsers && BUILT_IN_EXCEPTIONS.has(exception) ? exception : token.name;
}

/** `Type` */
export const typeLibrary: LibraryModule = (context) => {
    const forName = (name: string): TypeValue | null => {
        requireArguments(name);
        const token = resolveType(context, name);
        return token && typeValueOf(token);
    };
    return [
        libraryClass('Type', {
            'static Type forName(String name)': forName,
            // The source tree has no namespace: null, the empty string and the platform's own fit.
            'static Type forName(String namespace, String name)': (namespace: string | null, name: string) =>
                !namespace || /^(?:system|schema)$/i.test(namespace) ? forName(name) : null,
            'Boolean equals(Object other)': (self: TypeValue, other: Value) => self === other,
            'String getName()': (self: TypeValue) => fullName(context, self.token),
            'Integer hashCode()': (self: TypeValue) => hashCode(self.token.name),
            'Boolean isAssignableFrom(Type source)': (self: TypeValue, source: TypeValue) => {
                requireArguments(source);
                return isAssignable(context, self.token, source.token);
            },
            'Object newInstance()': (self: TypeValue) => newInstanceOf(context, self.token),
            'String toString()': (self: TypeValue) => self.token.name
        })
    ];
};
