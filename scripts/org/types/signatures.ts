/** Reads the signature texts of library classes (forms: see runtime/library.ts). */
import type { TypeRef } from '../syntax/ast.ts';
import { Cursor } from '../syntax/cursor.ts';

export interface Signature {
    readonly kind: 'method' | 'constructor' | 'property';
    readonly isStatic: boolean;
    readonly isAbstract: boolean;
    readonly isWritable: boolean;
    /** Null for constructors. */
    readonly type: TypeRef | null;
    readonly name: string;
    readonly parameters: readonly { readonly type: TypeRef; readonly name: string }[];
}

class SignatureParser extends Cursor {
    read(): Signature {
        let isStatic = false;
        let isAbstract = false;
        for (;;) {
            if (this.is('static') && this.accept('static')) isStatic = true;
            else if (this.is('abstract') && this.accept('abstract')) isAbstract = true;
            else break;
        }
        if (this.is('new') && this.peekIs(1, '(')) {
            this.next();
            const parameters = this.parameters();
            return {
                kind: 'constructor',
                isStatic: false,
                isAbstract: false,
                isWritable: false,
                type: null,
                name: 'new',
                parameters
            };
        }
        const type = this.parseType();
        const name = this.expectName().text;
        if (this.is('(')) {
            return {
                kind: 'method',
                isStatic,
                isAbstract,
                isWritable: false,
                type,
                name,
                parameters: this.parameters()
            };
        }
        let isWritable = false;
        if (this.accept('{')) {
            while (!this.is('}') && !this.isAtEnd) {
                if (this.is('set')) isWritable = true;
                this.next();
            }
        }
        return { kind: 'property', isStatic, isAbstract, isWritable, type, name, parameters: [] };
    }

    private parameters(): { type: TypeRef; name: string }[] {
        this.expect('(');
        const parameters: { type: TypeRef; name: string }[] = [];
        if (!this.is(')')) {
            do {
                const type = this.parseType();
                parameters.push({ type, name: this.token.kind === 'name' ? this.next().text : '' });
            } while (this.accept(','));
        }
        this.expect(')');
        return parameters;
    }
}

/** @throws ApexSyntaxError when the text is no signature: a mistake in the library. */
export function readSignature(text: string): Signature {
    return new SignatureParser(text).read();
}
