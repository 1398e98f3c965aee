/** Abstract syntax of Apex: plain nodes; every node knows the line and column (from 1) where it starts. */

export interface Position {
    readonly line: number;
    readonly column: number;
}

/** `Map<Id, List<Foo.Bar>>[]`: dotted parts, each with type arguments, then a number of `[]`. */
export interface TypeRef extends Position {
    readonly parts: readonly { readonly name: string; readonly args: readonly TypeRef[] }[];
    readonly arrayDepth: number;
}

// --- Expressions ---------------------------------------------------------------------------------------------------

export type LiteralType = 'Integer' | 'Long' | 'Double' | 'Decimal' | 'String' | 'Boolean' | 'null';

export interface LiteralExpression extends Position {
    readonly kind: 'literal';
    readonly type: LiteralType;
    /** Text of numbers without suffix; unescaped text of strings; 'true' or 'false'. */
    readonly text: string;
}
export interface NameExpression extends Position {
    readonly kind: 'name';
    readonly name: string;
}
export interface ThisExpression extends Position {
    readonly kind: 'this' | 'super';
}
export interface MemberExpression extends Position {
    readonly kind: 'member';
    readonly object: Expression;
    readonly name: string;
    /** `?.` */
    readonly isSafe: boolean;
}
export interface CallExpression extends Position {
    readonly kind: 'call';
    /** Null for `foo(x)`; `this(x)` and `super(x)` have the name `this` or `super`. */
    readonly target: Expression | null;
    readonly name: string;
    readonly args: readonly Expression[];
    readonly isSafe: boolean;
}
export interface IndexExpression extends Position {
    readonly kind: 'index';
    readonly object: Expression;
    readonly index: Expression;
}
export interface NewExpression extends Position {
    readonly kind: 'new';
    readonly type: TypeRef;
    readonly args: readonly Expression[];
}
/** `new Account(Name = 'x')` */
export interface NewSObjectExpression extends Position {
    readonly kind: 'newSObject';
    readonly type: TypeRef;
    readonly fields: readonly { readonly name: string; readonly value: Expression; readonly position: Position }[];
}
/** `new List<X>{a, b}`, `new Set<X>{a}`, `new X[]{a}` (arrayDepth included in the type). */
export interface NewCollectionExpression extends Position {
    readonly kind: 'newCollection';
    readonly type: TypeRef;
    readonly elements: readonly Expression[];
}
export interface NewMapExpression extends Position {
    readonly kind: 'newMap';
    readonly type: TypeRef;
    readonly entries: readonly { readonly key: Expression; readonly value: Expression }[];
}
/** `new X[n]`; the type is the list's type. */
export interface NewArrayExpression extends Position {
    readonly kind: 'newArray';
    readonly type: TypeRef;
    readonly size: Expression;
}
export interface CastExpression extends Position {
    readonly kind: 'cast';
    readonly type: TypeRef;
    readonly operand: Expression;
}
export interface InstanceOfExpression extends Position {
    readonly kind: 'instanceof';
    readonly operand: Expression;
    readonly type: TypeRef;
}
export interface UnaryExpression extends Position {
    readonly kind: 'unary';
    readonly operator: '!' | '-' | '+' | '~' | '++' | '--';
    readonly operand: Expression;
}
export interface PostfixExpression extends Position {
    readonly kind: 'postfix';
    readonly operator: '++' | '--';
    readonly operand: Expression;
}
export interface BinaryExpression extends Position {
    readonly kind: 'binary';
    readonly operator: string;
    readonly left: Expression;
    readonly right: Expression;
}
export interface AssignExpression extends Position {
    readonly kind: 'assign';
    /** `=`, or the operator without its `=`: `+` for `+=`. */
    readonly operator: string;
    readonly target: Expression;
    readonly value: Expression;
}
export interface TernaryExpression extends Position {
    readonly kind: 'ternary';
    readonly condition: Expression;
    readonly whenTrue: Expression;
    readonly whenFalse: Expression;
}
/** Text between the brackets; comments are blanked out. */
export interface QueryExpression extends Position {
    readonly kind: 'soql' | 'sosl';
    readonly text: string;
}
/** `Foo.class` */
export interface ClassLiteralExpression extends Position {
    readonly kind: 'classLiteral';
    readonly type: TypeRef;
}

export type Expression =
    | LiteralExpression
    | NameExpression
    | ThisExpression
    | MemberExpression
    | CallExpression
    | IndexExpression
    | NewExpression
    | NewSObjectExpression
    | NewCollectionExpression
    | NewMapExpression
    | NewArrayExpression
    | CastExpression
    | InstanceOfExpression
    | UnaryExpression
    | PostfixExpression
    | BinaryExpression
    | AssignExpression
    | TernaryExpression
    | QueryExpression
    | ClassLiteralExpression;

// --- Statements ----------------------------------------------------------------------------------------------------

export interface Block extends Position {
    readonly kind: 'block';
    readonly statements: readonly Statement[];
}
export interface Declarator extends Position {
    readonly name: string;
    readonly initializer: Expression | null;
}
export interface LocalStatement extends Position {
    readonly kind: 'local';
    readonly type: TypeRef;
    readonly declarators: readonly Declarator[];
}
export interface ExpressionStatement extends Position {
    readonly kind: 'expression';
    readonly expression: Expression;
}
export interface IfStatement extends Position {
    readonly kind: 'if';
    readonly condition: Expression;
    readonly whenTrue: Statement;
    readonly whenFalse: Statement | null;
}
export interface ForStatement extends Position {
    readonly kind: 'for';
    readonly initializer: LocalStatement | readonly Expression[] | null;
    readonly condition: Expression | null;
    readonly updates: readonly Expression[];
    readonly body: Statement;
}
export interface ForEachStatement extends Position {
    readonly kind: 'forEach';
    /** Null when an existing variable is reused: `for (x : list)`. */
    readonly type: TypeRef | null;
    readonly name: string;
    readonly iterable: Expression;
    readonly body: Statement;
}
export interface WhileStatement extends Position {
    readonly kind: 'while' | 'doWhile';
    readonly condition: Expression;
    readonly body: Statement;
}
export type WhenPattern =
    | { readonly kind: 'value'; readonly value: Expression }
    | { readonly kind: 'type'; readonly type: TypeRef; readonly name: string };
export interface WhenClause extends Position {
    /** Empty for `when else`. */
    readonly patterns: readonly WhenPattern[];
    readonly body: Block;
}
export interface SwitchStatement extends Position {
    readonly kind: 'switch';
    readonly subject: Expression;
    readonly clauses: readonly WhenClause[];
}
export interface ReturnStatement extends Position {
    readonly kind: 'return';
    readonly value: Expression | null;
}
export interface JumpStatement extends Position {
    readonly kind: 'break' | 'continue' | 'empty';
}
export interface ThrowStatement extends Position {
    readonly kind: 'throw';
    readonly value: Expression;
}
export interface CatchClause extends Position {
    readonly type: TypeRef;
    readonly name: string;
    readonly body: Block;
}
export interface TryStatement extends Position {
    readonly kind: 'try';
    readonly body: Block;
    readonly catches: readonly CatchClause[];
    readonly finallyBody: Block | null;
}
export interface DmlStatement extends Position {
    readonly kind: 'dml';
    readonly verb: 'insert' | 'update' | 'upsert' | 'delete' | 'undelete' | 'merge';
    readonly access: 'user' | 'system' | null;
    readonly operand: Expression;
    /** merge: the losers. */
    readonly second: Expression | null;
    /** upsert: dotted name of the external id field, e.g. `Ext__c` or `Account.Fields.Ext__c`. */
    readonly externalIdField: string | null;
}
export interface RunAsStatement extends Position {
    readonly kind: 'runAs';
    readonly args: readonly Expression[];
    readonly body: Block;
}

export type Statement =
    | Block
    | LocalStatement
    | ExpressionStatement
    | IfStatement
    | ForStatement
    | ForEachStatement
    | WhileStatement
    | SwitchStatement
    | ReturnStatement
    | JumpStatement
    | ThrowStatement
    | TryStatement
    | DmlStatement
    | RunAsStatement;

// --- Declarations --------------------------------------------------------------------------------------------------

export interface AnnotationNode extends Position {
    readonly name: string;
    /** Lower-case keys; a lone positional value has the key `value`. */
    readonly params: Readonly<Record<string, string>>;
}
export interface Modifiers {
    readonly annotations: readonly AnnotationNode[];
    /** Lower case: `public`, `static`, `with sharing`, ... */
    readonly words: ReadonlySet<string>;
}
export interface Parameter extends Position {
    readonly type: TypeRef;
    readonly name: string;
}
export interface MethodDeclaration extends Position {
    readonly kind: 'method';
    readonly modifiers: Modifiers;
    /** Null for constructors. */
    readonly returnType: TypeRef | null;
    readonly name: string;
    readonly parameters: readonly Parameter[];
    /** Null for abstract methods and those of interfaces. */
    readonly body: Block | null;
}
export interface FieldDeclaration extends Position {
    readonly kind: 'field';
    readonly modifiers: Modifiers;
    readonly type: TypeRef;
    readonly declarators: readonly Declarator[];
}
export interface AccessorNode extends Position {
    readonly words: ReadonlySet<string>;
    /** Null for `get;`. */
    readonly body: Block | null;
}
export interface PropertyDeclaration extends Position {
    readonly kind: 'property';
    readonly modifiers: Modifiers;
    readonly type: TypeRef;
    readonly name: string;
    readonly getter: AccessorNode | null;
    readonly setter: AccessorNode | null;
}
export interface InitializerDeclaration extends Position {
    readonly kind: 'initializer';
    readonly isStatic: boolean;
    readonly body: Block;
}
export interface TypeDeclaration extends Position {
    readonly kind: 'class' | 'interface' | 'enum';
    readonly modifiers: Modifiers;
    readonly name: string;
    readonly superclass: TypeRef | null;
    /** For interfaces: what it extends. */
    readonly interfaces: readonly TypeRef[];
    readonly members: readonly MemberDeclaration[];
    readonly enumValues: readonly string[];
}
export type MemberDeclaration =
    MethodDeclaration | FieldDeclaration | PropertyDeclaration | InitializerDeclaration | TypeDeclaration;

export interface TriggerDeclaration extends Position {
    readonly kind: 'trigger';
    readonly name: string;
    readonly object: string;
    /** `before insert`, ... in lower case. */
    readonly moments: readonly string[];
    readonly members: readonly MethodDeclaration[];
    readonly body: Block;
}
