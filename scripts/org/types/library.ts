/** Library classes as the type checker sees them. Signatures are read when a class is first used. */
import { abstractMember } from './abstractMember.ts';
import type { LibraryClass, Member } from '../runtime/library.ts';
import type { ApexType, ClassInfo, FieldInfo, MethodInfo } from './model.ts';
import { readSignature } from './signatures.ts';
import type { TypeTable } from './table.ts';

/** `Map<K,V>` to its name and parameter names. */
export function splitGenericName(name: string): { base: string; parameters: string[] } {
    const open = name.indexOf('<');
    if (open < 0) return { base: name, parameters: [] };
    return {
        base: name.slice(0, open).trim(),
        parameters: name
            .slice(open + 1, name.lastIndexOf('>'))
            .split(',')
            .map((parameter) => parameter.trim())
    };
}

export class LibraryClassInfo implements ClassInfo {
    readonly name: string;
    readonly origin = 'library';
    readonly kind: 'class' | 'interface' | 'enum';
    readonly typeParameters: readonly string[];
    readonly isAbstract: boolean;
    readonly isOpen: boolean;
    readonly enumValues: readonly string[];
    readonly definition: LibraryClass;
    private readonly table: TypeTable;
    private loaded: {
        superclass: ApexType | null;
        interfaces: ApexType[];
        methods: Map<string, MethodInfo[]>;
        fields: Map<string, FieldInfo>;
        constructors: MethodInfo[];
    } | null = null;

    constructor(definition: LibraryClass, table: TypeTable) {
        const { base, parameters } = splitGenericName(definition.name);
        this.name = base;
        this.typeParameters = parameters;
        this.kind = definition.kind;
        this.isAbstract = definition.isAbstract || definition.kind === 'interface';
        this.isOpen = this.isAbstract || definition.isExtensible || base === 'Object' || base === 'Exception';
        this.enumValues = definition.enumValues;
        this.definition = definition;
        this.table = table;
    }

    get superclass(): ApexType | null {
        return this.load().superclass;
    }
    get interfaces(): readonly ApexType[] {
        return this.load().interfaces;
    }
    get methods(): ReadonlyMap<string, readonly MethodInfo[]> {
        return this.load().methods;
    }
    get fields(): ReadonlyMap<string, FieldInfo> {
        return this.load().fields;
    }
    get constructors(): readonly MethodInfo[] {
        return this.load().constructors;
    }

    /** Nothing can be an instance of it. */
    get isStaticOnly(): boolean {
        const { methods, fields, constructors } = this.load();
        if (this.kind !== 'class' || constructors.length > 0) return false;
        const members = [...[...methods.values()].flat(), ...fields.values()];
        return members.every((member) => member.isStatic);
    }

    private load(): NonNullable<LibraryClassInfo['loaded']> {
        if (this.loaded) return this.loaded;
        const loaded = {
            superclass: null as ApexType | null,
            interfaces: [] as ApexType[],
            methods: new Map<string, MethodInfo[]>(),
            fields: new Map<string, FieldInfo>(),
            constructors: [] as MethodInfo[]
        };
        // Set first: signatures may mention the class itself.
        this.loaded = loaded;
        const typeOf = (text: string): ApexType => this.table.libraryType(text, this.typeParameters);
        if (this.definition.superclass) loaded.superclass = typeOf(this.definition.superclass);
        loaded.interfaces = this.definition.interfaces.map(typeOf);
        for (const [text, member] of Object.entries(this.definition.members)) this.addMember(text, member, loaded);
        return loaded;
    }

    private addMember(text: string, member: Member, loaded: NonNullable<LibraryClassInfo['loaded']>): void {
        const signature = readSignature(text);
        const implementation = typeof member === 'function' ? member : null;
        const type = signature.type ? this.table.libraryTypeOf(signature.type, this.typeParameters) : this.table.void;
        const common = {
            name: signature.name,
            owner: this as ClassInfo,
            isStatic: signature.isStatic,
            visibility: 'global' as const,
            isTestVisible: false,
            node: null
        };
        if (signature.kind === 'property') {
            const accessors = typeof member === 'object' ? member : null;
            loaded.fields.set(signature.name.toLowerCase(), {
                ...common,
                type,
                isFinal: false,
                jsName: '',
                hasAccessors: true,
                isReadable: true,
                isWritable: signature.isWritable,
                setterVisibility: 'global',
                get: accessors?.get ?? implementation,
                set: accessors?.set ?? null
            });
            return;
        }
        const method: MethodInfo = {
            ...common,
            isAbstract: member === abstractMember,
            isVirtual: this.isOpen,
            isOverride: false,
            parameters: signature.parameters.map((parameter) =>
                this.table.libraryTypeOf(parameter.type, this.typeParameters)
            ),
            parameterNames: signature.parameters.map((parameter) => parameter.name),
            returnType: type,
            jsName: '',
            implementation
        };
        if (signature.kind === 'constructor') {
            loaded.constructors.push(method);
            return;
        }
        const key = signature.name.toLowerCase();
        const known = loaded.methods.get(key);
        if (known) known.push(method);
        else loaded.methods.set(key, [method]);
    }
}
