/** Type names in the scope of a class. */
import type { Position, TypeRef } from '../syntax/ast.ts';
import { nearestName } from '../types/conversions.ts';
import type { ApexType } from '../types/model.ts';
import type { TypeTable } from '../types/table.ts';
import type { Diagnostics } from './diagnostics.ts';
import { looksLikePlatform } from './platformNames.ts';
import { UserClass } from './userClass.ts';

export class Names {
    readonly table: TypeTable;
    readonly diagnostics: Diagnostics;
    /** Top-level classes by lower-case name. */
    readonly classes = new Map<string, UserClass>();

    constructor(table: TypeTable, diagnostics: Diagnostics) {
        this.table = table;
        this.diagnostics = diagnostics;
    }

    /** Inner type of the class or of its superclasses. */
    innerType(owner: UserClass, lower: string): UserClass | undefined {
        for (let at: UserClass | null = owner; at; at = at.userSuperclass) {
            const found = at.inner.get(lower);
            if (found) return found;
        }
        return undefined;
    }

    /** A user's class by its simple name as seen from `scope`. */
    userClass(lower: string, scope: UserClass | null): UserClass | undefined {
        for (let at = scope; at; at = at.outer) {
            if (at.simpleName.toLowerCase() === lower) return at;
            const inner = this.innerType(at, lower);
            if (inner) return inner;
        }
        return this.classes.get(lower);
    }

    /** The type of a dotted name without arguments; undefined when there is none. */
    typeNamed(parts: readonly string[], args: readonly ApexType[], scope: UserClass | null): ApexType | undefined {
        const [first = '', ...rest] = parts;
        if (args.length === 0) {
            const top = this.userClass(first.toLowerCase(), scope);
            if (top) {
                let found: UserClass | undefined = top;
                for (const part of rest) found = found && this.innerType(found, part.toLowerCase());
                if (found) return found.type;
            }
        }
        return this.table.builtIn(parts.join('.'), args);
    }

    /** Resolves a written type. Unknown ones are reported once and become the error type. */
    resolve(ref: TypeRef, scope: UserClass | null, path: string): ApexType {
        const parts = ref.parts.map((part) => part.name);
        const args = (ref.parts.at(-1)?.args ?? []).map((arg) => this.resolve(arg, scope, path));
        let type = this.typeNamed(parts, args, scope);
        if (!type) {
            this.reportUnknownType(parts.join('.'), ref, path);
            type = this.table.error;
        }
        for (let i = 0; i < ref.arrayDepth; i++) type = this.table.list(type);
        return type;
    }

    reportUnknownType(name: string, at: Position, path: string): void {
        if (looksLikePlatform(name)) {
            this.diagnostics.add('unsupported', path, at, `${name} is not supported`);
            return;
        }
        const known = [
            ...[...this.classes.values()].map((one) => one.name),
            ...this.table.libraryNames(),
            ...this.table.schema.objects.map((object) => object.name)
        ];
        const near = nearestName(name, known);
        this.diagnostics.add('error', path, at, `Invalid type: ${name}${near ? `. Did you mean ${near}?` : ''}`);
    }
}
