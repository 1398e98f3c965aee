/**
 * The Metadata API as a table, read from `@salesforce/types`, which is generated from the API's own WSDL:
 * type name to its elements with type, multiplicity and whether they must be there.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import ts from 'typescript';

export interface ElementType {
    /** `string`, `boolean`, `number`, `any`, an enumeration or another type. */
    readonly type: string;
    readonly isMany: boolean;
    readonly isRequired: boolean;
}

export interface MetadataTypes {
    /** Elements of a complex type, inherited ones included; undefined when the name is no complex type. */
    elements(type: string): ReadonlyMap<string, ElementType> | undefined;
    /** Allowed values of an enumeration; undefined when the name is none. */
    values(type: string): ReadonlySet<string> | undefined;
}

interface ComplexType {
    readonly bases: readonly string[];
    readonly own: ReadonlyMap<string, ElementType>;
}

/** Reads the types once; takes about half a second. */
export function readMetadataTypes(): MetadataTypes {
    const entry = createRequire(import.meta.url).resolve('@salesforce/types/metadata');
    const path = join(dirname(entry), 'metadata.d.ts');
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
    const complexTypes = new Map<string, ComplexType>();
    const enumerations = new Map<string, ReadonlySet<string>>();
    for (const statement of source.statements) {
        if (!ts.isTypeAliasDeclaration(statement)) {
            continue;
        }
        const name = statement.name.text;
        const values = literalValues(statement.type);
        if (values) {
            enumerations.set(name, values);
        } else {
            complexTypes.set(name, complexType(statement.type));
        }
    }
    const flattened = new Map<string, ReadonlyMap<string, ElementType>>();
    const elements = (type: string): ReadonlyMap<string, ElementType> | undefined => {
        const known = flattened.get(type);
        const declared = complexTypes.get(type);
        if (known || !declared) {
            return known;
        }
        const all = new Map([...declared.bases.flatMap((base) => [...(elements(base) ?? [])]), ...declared.own]);
        flattened.set(type, all);
        return all;
    };
    return { elements, values: (type) => enumerations.get(type) };
}

function literalValues(node: ts.TypeNode): ReadonlySet<string> | undefined {
    const members = ts.isUnionTypeNode(node) ? node.types : [node];
    const values = new Set<string>();
    for (const member of members) {
        if (!ts.isLiteralTypeNode(member) || !ts.isStringLiteral(member.literal)) {
            return undefined;
        }
        values.add(member.literal.text);
    }
    return values;
}

function complexType(node: ts.TypeNode): ComplexType {
    const parts = ts.isIntersectionTypeNode(node) ? node.types : [node];
    const bases: string[] = [];
    const own = new Map<string, ElementType>();
    for (const part of parts) {
        if (ts.isTypeReferenceNode(part) && ts.isIdentifier(part.typeName)) {
            bases.push(part.typeName.text);
        } else if (ts.isTypeLiteralNode(part)) {
            for (const member of part.members) {
                if (ts.isPropertySignature(member) && ts.isIdentifier(member.name) && member.type) {
                    own.set(member.name.text, elementType(member.type, member.questionToken !== undefined));
                }
            }
        }
    }
    return { bases, own };
}

function elementType(node: ts.TypeNode, isOptional: boolean): ElementType {
    if (ts.isArrayTypeNode(node)) {
        return { type: typeName(node.elementType), isMany: true, isRequired: false };
    }
    return { type: typeName(node), isMany: false, isRequired: !isOptional };
}

function typeName(node: ts.TypeNode): string {
    if (ts.isTypeReferenceNode(node) && ts.isIdentifier(node.typeName)) {
        return node.typeName.text;
    }
    const keywords: Partial<Record<ts.SyntaxKind, string>> = {
        [ts.SyntaxKind.StringKeyword]: 'string',
        [ts.SyntaxKind.BooleanKeyword]: 'boolean',
        [ts.SyntaxKind.NumberKeyword]: 'number'
    };
    return keywords[node.kind] ?? 'any';
}
