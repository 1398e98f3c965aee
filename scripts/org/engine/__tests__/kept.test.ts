/** What an org keeps for its next start: the same program, until anything that it is made of changes. */
import assert from 'node:assert/strict';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { partsOf } from '../../compile/program.ts';
import { runOrgTests } from '../../test/orgTests.ts';
import { lookUpOrg } from '../keptOrg.ts';
import { openOrg, type Org } from '../org.ts';
import { tinyTree, type TinyTree } from './tinyTree.ts';

const FILES = {
    'Shape.cls': `public abstract class Shape {
    public enum Colour { RED, GREEN }
    public static final List<String> LOG = new List<String>();
    public Decimal size { get; private set; }
    protected Shape(Decimal size) { this.size = size; LOG.add('made'); }
    public abstract Decimal area();
    public static Colour colourNamed(String name) { return Colour.valueOf(name); }
}`,
    'Square.cls': `public class Square extends Shape implements Comparable {
    private static Integer made = 0;
    public class TooBig extends Exception {}
    public Square(Decimal size) {
        super(size);
        made++;
        if (size > 100.50) { throw new TooBig('too big'); }
    }
    public override Decimal area() { return size * size; }
    public Integer compareTo(Object other) { return (Integer) (size - ((Square) other).size); }
    @AuraEnabled public static String counts() {
        new Square(2);
        List<Account> found = [SELECT Id, Name FROM Account WHERE Name LIKE 'tri%' ORDER BY Name];
        return made + ' ' + Shape.LOG.size() + ' ' + Shape.colourNamed('GREEN') + ' ' + found.size() + ' ' +
            Account.Name.getDescribe().getLabel() + ' ' + new Square(3).area();
    }
    @AuraEnabled public static void fails() {
        new Square(101);
    }
}`,
    'AccountTrigger.trigger': `trigger AccountTrigger on Account (before insert) {
    for (Account one : Trigger.new) { one.Name = 'tri ' + one.Name; }
}`,
    'SquareTest.cls': `@IsTest private class SquareTest {
    @IsTest static void sorts() {
        List<Square> all = new List<Square>{ new Square(3), new Square(1) };
        all.sort();
        Assert.areEqual(1, all[0].size);
        Assert.areEqual(true, all[0] instanceof Shape);
        insert new Account(Name = 'x');
        Assert.areEqual('tri x', [SELECT Name FROM Account].Name);
    }
}`
};

describe('an org that is opened again', () => {
    let tree: TinyTree;
    let place: TinyTree;
    const opened: Org[] = [];

    beforeEach(() => {
        tree = tinyTree(FILES);
        place = tinyTree({});
    });
    afterEach(() => {
        opened.splice(0).forEach((org) => org.close());
        tree.remove();
        place.remove();
    });
    const inputs = () => ({ sourceDirs: [tree.dir], keepIn: place.dir });
    const open = (): Org => {
        const org = openOrg({ ...inputs(), dataFile: join(place.dir, 'org.sqlite') });
        opened.push(org);
        return org;
    };
    const wasCompiled = (org: Org): boolean => partsOf(org.program) !== undefined;
    const call = (org: Org, method: string) => org.callController(org.administratorId, 'Square', method, {});

    it('runs the program of the last time, and gives the same answers', () => {
        const first = open();
        const expected = call(first, 'counts');
        const again = open();

        assert.deepEqual([wasCompiled(first), wasCompiled(again)], [true, false]);
        assert.deepEqual(call(again, 'counts'), expected);
        assert.deepEqual(expected, { state: 'SUCCESS', returnValue: '1 1 GREEN 0 Account Name 9' });
        assert.deepEqual(call(again, 'counts'), expected, 'static variables start anew in each transaction');
        assert.deepEqual(call(again, 'fails'), call(first, 'fails'));
    });

    it('passes its tests and counts statements as a compiled one does', () => {
        const compiled = runOrgTests(open(), null);
        const kept = runOrgTests(open(), null);

        assert.deepEqual(
            kept.tests.map(({ method, outcome }) => [method, outcome]),
            [['sorts', 'pass']]
        );
        assert.deepEqual(kept.coverage, compiled.coverage);
        assert.ok(kept.coverage.some(({ lines }) => lines.size > 0));
    });

    it('shows lines of Apex in stack traces', () => {
        open();
        const result = open().executeAnonymous(opened[1]?.administratorId ?? '', 'new Square(101);');

        assert.match(result.exceptionStackTrace ?? '', /^Class\.Square\.<init>: line 7, column 1\nAnonymousBlock/);
    });

    it('compiles anonymous Apex against the classes that run', () => {
        open();
        const org = open();
        const text = `insert new Account(Name = 'y');
            Assert.areEqual('tri y', [SELECT Name FROM Account].Name);
            Shape one = new Square(4);
            Assert.areEqual(16, one.area());
            Assert.areEqual(Shape.Colour.RED, Shape.colourNamed('RED'));`;

        assert.equal(org.executeAnonymous(org.administratorId, text).exceptionMessage, null);
    });

    it('notices metadata that came, and Apex that went', () => {
        open();
        writeFileSync(
            join(tree.dir, 'CustomLabels.labels-meta.xml'),
            '<CustomLabels><labels><fullName>Hello</fullName><value>Hello</value></labels></CustomLabels>'
        );
        const withLabel = open();
        rmSync(join(tree.dir, 'triggers', 'AccountTrigger.trigger'));
        const withoutTrigger = open();

        assert.deepEqual([wasCompiled(withLabel), withLabel.schema.labels.size], [true, 1]);
        assert.deepEqual([wasCompiled(withoutTrigger), withoutTrigger.program.triggers.length], [true, 0]);
    });

    it('notices a file that was edited to the same length within the same second', () => {
        open();
        const path = join(tree.dir, 'classes', 'Square.cls');
        writeFileSync(path, readFileSync(path, 'utf8').replace('size * size', 'size + size'));

        const again = open();

        assert.equal(wasCompiled(again), true);
        assert.deepEqual(call(again, 'counts'), { state: 'SUCCESS', returnValue: '1 1 GREEN 0 Account Name 6' });
    });

    it('keeps what people changed in the data, also of rows that came from metadata', () => {
        const first = open();
        first.executeAnonymous(
            first.administratorId,
            "User one = [SELECT Id FROM User WHERE Id = :UserInfo.getUserId()]; one.Title = 'Chief'; update one;"
        );

        const org = open();
        const check = "Assert.areEqual('Chief', [SELECT Title FROM User WHERE Id = :UserInfo.getUserId()].Title);";

        assert.equal(org.executeAnonymous(org.administratorId, check).exceptionMessage, null);
    });

    it('makes anew what is damaged', () => {
        open();
        writeFileSync(join(place.dir, 'org'), 'neither whole nor right');

        assert.equal(lookUpOrg(inputs())?.file.read(), undefined);
        assert.equal(wasCompiled(open()), true);
        assert.equal(wasCompiled(open()), false);
    });
});
