import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { compile, evaluate, record } from './support.ts';

describe('loops', () => {
    it('counts, skips and stops', () => {
        const body = `Integer sum = 0;
            for (Integer i = 0, n = 10; i < n; i++) { if (i == 2) continue; if (i == 5) break; sum += i; }
            while (sum < 20) sum += 3;
            do { sum--; } while (sum > 18);
            return sum;`;
        assert.equal(evaluate(body), '18');
    });
    it('goes over lists, sets and map keys', () => {
        const body = `String text = '';
            for (String s : new List<String>{'a', 'b'}) text += s;
            for (Integer i : new Set<Integer>{1, 2}) text += i;
            for (String key : new Map<String, String>{'k' => 'v'}.keySet()) text += key;
            return text;`;
        assert.equal(evaluate(body), 'ab12k');
    });
    it('an endless one meets the limit of CPU time, which Apex cannot catch', () => {
        const body = 'try { while (true) { Integer i = 1; } } catch (Exception e) { return 1; }';
        assert.match(evaluate(body + ' return 2;'), /LimitException/);
    });
    it('goes over an Iterable of the user', () => {
        const iterable = `public class Upto implements Iterable<Integer>, Iterator<Integer> {
            Integer at = 0; Integer last;
            public Upto(Integer last) { this.last = last; }
            public Iterator<Integer> iterator() { return this; }
            public Boolean hasNext() { return at < last; }
            public Integer next() { return at++; }
        }`;
        assert.equal(
            evaluate('Integer sum = 0; for (Integer i : new Upto(4)) sum += i; return sum;', '', iterable),
            '6'
        );
    });
    it('raises a null pointer error for a null list', () => {
        assert.match(evaluate('List<Integer> l; for (Integer i : l) { } return 1;'), /NullPointerException/);
    });
});

describe('switch', () => {
    const choose = `static String of(Object o) {
        switch on o { when Integer i { return 'int ' + i; } when String s { return 'text ' + s; } when null { return 'null'; } when else { return 'else'; } } }`;
    it('chooses by type', () => {
        assert.equal(evaluate("of(1) + of('a') + of(null) + of(true)", choose), 'int 1text anullelse');
    });
    it('compares strings with case, several per clause', () => {
        const body = "switch on 'b' { when 'B', 'c' { return 1; } when 'a', 'b' { return 2; } } return 3;";
        assert.equal(evaluate(body), '2');
    });
    it('knows enum constants by their plain name', () => {
        const body = 'Color c = Color.GREEN; switch on c { when RED { return 1; } when GREEN { return 2; } } return 3;';
        assert.equal(evaluate(body, 'enum Color { RED, GREEN }'), '2');
    });
    it('chooses by kind of record', () => {
        const body = `SObject s = new Contact(LastName = 'x');
            switch on s { when Account a { return a.Name; } when Contact c { return c.LastName; } } return null;`;
        assert.equal(evaluate(body), 'x');
    });
});

describe('exceptions', () => {
    it('are caught by their class, the nearest clause first', () => {
        const body = `try { throw new Own('a'); } catch (Other e) { return 'other'; } catch (Own e) { return e.getMessage(); }`;
        assert.equal(evaluate(body, 'class Own extends Exception {} class Other extends Exception {}'), 'a');
    });
    it('carry a cause', () => {
        const body = `try { try { Integer i = 1 / 0; } catch (MathException e) { throw new Own('outer', e); } }
            catch (Exception e) { return e.getTypeName() + ' ' + e.getCause().getMessage(); } return null;`;
        assert.match(evaluate(body, 'class Own extends Exception {}'), /Own Divide by 0/);
    });
    it('are seen by finally, which runs also after return', () => {
        const members = `static String log = '';
            static Integer work() { try { log += 'a'; return 1; } finally { log += 'b'; } }`;
        assert.equal(evaluate('work(); return log;', members), 'ab');
    });
    it('a null dereference is a NullPointerException with its place', () => {
        const bench = compile([
            'public class T {\n static T one;\n Integer n;\n public static String run() {\n try {\n Integer i = one.n;\n } catch (NullPointerException e) {\n return e.getStackTraceString() + e.getLineNumber();\n }\n return null; } }'
        ]);
        // The trace, then the line number.
        assert.equal(bench.call('T', 'run'), 'Class.T.run: line 6, column 16');
    });
    it('a user exception may have constructors and members of its own', () => {
        const own = `public class Own extends Exception {
            public Integer code;
            public Own(Integer code) { this('code ' + code); this.code = code; }
            public override String getMessage() { return 'own ' + super.getMessage(); }
        }`;
        const body = 'try { throw new Own(7); } catch (Own e) { Exception x = e; return x.getMessage() + e.code; }';
        assert.equal(evaluate(body, '', own), 'own code 77');
    });
});

describe('data statements', () => {
    it('hand over records, access and external id field', () => {
        const bench = compile([
            `public with sharing class T { public static void run() {
                Account a = new Account(Name = 'x');
                insert a; update as user new List<Account>{ a }; upsert as system a Id; delete a; undelete a; merge a a;
            } }`
        ]);
        bench.call('T', 'run');
        assert.deepEqual(
            bench.calls.map((call) => [
                call.verb,
                call.records?.length,
                call.field ?? null,
                call.access.mode,
                call.access.withSharing
            ]),
            [
                ['insert', 1, null, 'system', true],
                ['update', 1, null, 'user', true],
                ['upsert', 1, 'Id', 'system', true],
                ['delete', 1, null, 'system', true],
                ['undelete', 1, null, 'system', true],
                ['merge', 2, null, 'system', true]
            ]
        );
    });
    it('classes without a sharing keyword take the one of their caller', () => {
        const bench = compile([
            'public without sharing class A { public static void run() { B.work(); } }',
            'public class B { public static void work() { Integer n = [SELECT COUNT() FROM Account]; } }',
            'public with sharing class C { public static void run() { B.work(); } }'
        ]);
        bench.call('A', 'run');
        bench.call('C', 'run');
        assert.deepEqual(
            bench.calls.map((call) => call.access.withSharing),
            [false, true]
        );
    });
    it('triggers and what they call see all records', () => {
        const bench = compile([
            'trigger T on Account (before insert) { B.work(); delete new List<Account>(); }',
            'public class B { public static void work() { Integer n = [SELECT COUNT() FROM Account]; } }'
        ]);
        bench.result.program?.triggers[0]?.run();
        assert.deepEqual(
            bench.calls.map((call) => call.access),
            [
                { mode: 'system', withSharing: false },
                { mode: 'system', withSharing: false }
            ]
        );
    });
    it('from API version 67 on the default is user mode with sharing', () => {
        const bench = compile(['public class T { public static void run() { delete new List<Account>(); } }'], 67);
        bench.call('T', 'run');
        assert.deepEqual(bench.calls[0]?.access, { mode: 'user', withSharing: true });
    });
});

describe('queries', () => {
    const text = `public class T {
        public static List<Account> many(Set<Id> ids) { return [SELECT Id FROM Account WHERE Id IN :ids AND Name = :'a' + 'b']; }
        public static Object run() { return many(new Set<Id>()).size(); }
        public static Object one() { Account a = [SELECT Name FROM Account]; return a.Name; }
        public static Object field() { return [SELECT Name FROM Account LIMIT 1].Name; }
        public static Object count() { return [SELECT COUNT() FROM Account]; }
        public static Object loop() { String s = ''; for (Account a : [SELECT Name FROM Account]) s += a.Name; return s; }
        public static Object chunks() { Integer n = 0; for (List<Account> l : [SELECT Name FROM Account]) n += l.size(); return n; }
        public static Object search() { List<List<SObject>> found = [FIND :'x' IN ALL FIELDS RETURNING Account(Name)]; return found[0].size(); }
    }`;
    it('evaluate their binds in order', () => {
        const bench = compile([text]);
        bench.call('T', 'run');
        assert.equal(bench.calls[0]?.binds?.[1], 'ab');
    });
    it('give lists, single records, numbers and loops', () => {
        const bench = compile([text]);
        bench.rows = [record('Account', { Name: 'x' })];
        const answers = ['run', 'one', 'field', 'count', 'loop', 'chunks', 'search'].map((name) =>
            bench.call('T', name)
        );
        assert.deepEqual(answers, [1, 'x', 'x', 1, 'x', 1, 1]);
    });
    it('complain when a single record is wanted and there are none', () => {
        const bench = compile([text]);
        assert.throws(() => bench.call('T', 'one'), /List has no rows for assignment to SObject/);
    });
});
