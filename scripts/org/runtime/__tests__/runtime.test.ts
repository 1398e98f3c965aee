import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile } from '../../compile/__tests__/support.ts';
import { ApexList } from '../../values/collections.ts';
import { ApexException, LimitException } from '../../values/exceptions.ts';
import { typeToken } from '../../values/typeToken.ts';
import { mergeLibraryClasses } from '../libraryIndex.ts';
import { libraryClass } from '../library.ts';
import { isWithSharing } from '../dollar.ts';

describe('errors', () => {
    const bench = compile([
        `public class T {
            Integer n;
            public static Object deref() { T t; return t.n; }
            public static Object forever() { return forever(); }
            public static Object caught() { try { return forever(); } catch (Exception e) { return 'caught'; } }
        }`
    ]);
    it('a null dereference in compiled code becomes a NullPointerException', () => {
        assert.throws(
            () => bench.call('T', 'deref'),
            (error) => {
                const seen = bench.runtime.normalizeError(error);
                assert.ok(seen instanceof ApexException);
                assert.equal(seen.typeName, 'System.NullPointerException');
                assert.equal(bench.runtime.stackTraceOf(seen), 'Class.T.deref: line 3, column 1');
                return true;
            }
        );
    });
    it('a TypeError of the runtime itself stays what it is', () => {
        const internal = new TypeError("Cannot read properties of null (reading 'x')");
        assert.equal(bench.runtime.normalizeError(internal), internal);
    });
    it('endless recursion is a limit that Apex cannot catch', () => {
        for (const method of ['forever', 'caught']) {
            assert.throws(
                () => bench.call('T', method),
                (error) => bench.runtime.normalizeError(error) instanceof LimitException
            );
        }
    });
});

describe('context', () => {
    const bench = compile([
        `public class T implements Comparable {
            public Integer compareTo(Object o) { return 5; }
            public virtual class Base { public virtual String name(Object o) { return 'object'; } public virtual String name(Integer i) { return 'integer'; } }
            public class Sub extends Base { public override String name(Integer i) { return 'sub'; } }
            public static Object make() { return new Sub(); }
            public static Object self() { return new T(); }
        }`
    ]);
    const { context } = bench.runtime;
    it('calls methods of user objects with virtual dispatch; types choose among overloads', () => {
        const sub = bench.call('T', 'make');
        assert.equal(context.invoke(sub, 'NAME', [1]), 'sub');
        assert.equal(context.invoke(sub, 'name', ['x']), 'object');
    });
    it('calls methods of library objects by name', () => {
        assert.equal(context.invoke(new ApexList(typeToken('List<Integer>'), [1, 2]), 'size', []), 2);
    });
    it('knows classes, superclasses and interfaces of an object', () => {
        const sub = bench.call('T', 'make');
        assert.ok(context.isInstance(sub, typeToken('T.Base')));
        assert.ok(!context.isInstance(sub, typeToken('T')));
        assert.ok(context.isInstance(bench.call('T', 'self'), typeToken('Comparable')));
        assert.ok(context.isInstance(new ApexList(typeToken('List<Account>')), typeToken('List<SObject>')));
        assert.ok(!context.isInstance(new ApexList(typeToken('List<Object>')), typeToken('List<String>')));
    });
});

describe('library', () => {
    it('classes that several modules contribute to are one class', () => {
        const [merged, ...others] = mergeLibraryClasses([
            libraryClass('System', { 'static void debug(Object o)': () => null }),
            libraryClass('System', { 'static Datetime now()': () => null })
        ]);
        assert.equal(others.length, 0);
        assert.equal(Object.keys(merged?.members ?? {}).length, 2);
    });
});

describe('sharing', () => {
    it('is off outside of any Apex', () => assert.equal(isWithSharing(null), false));
});
