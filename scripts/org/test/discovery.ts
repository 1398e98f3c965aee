/** Finds test classes and test methods in a program. */
import type { ClassMeta, MethodMeta, Program } from '../runtime/program.ts';

export interface TestClass {
    readonly meta: ClassMeta;
    readonly setups: readonly MethodMeta[];
    readonly tests: readonly MethodMeta[];
}

/** `Class` or `Class.method`, as given on a command line; ignores case. */
export interface TestFilter {
    readonly names: readonly string[];
}

const has = (method: MethodMeta, annotation: string): boolean =>
    method.annotations.some((one) => one.name === annotation);

/** `@IsTest` and the older `testMethod` keyword, which the compiler reports as the annotation. */
function isTestMethod(method: MethodMeta): boolean {
    return method.isStatic && method.parameters.length === 0 && has(method, 'istest');
}

/**
 * Test classes in alphabetical order, with the methods that the filter leaves.
 * A filter name that fits nothing is returned in `unknown`.
 */
export function discoverTests(
    program: Program,
    filter: TestFilter | null
): { classes: TestClass[]; unknown: string[] } {
    const wanted = filter?.names.map((name) => name.toLowerCase()) ?? null;
    const used = new Set<string>();
    const isWanted = (meta: ClassMeta, method: MethodMeta): boolean => {
        if (wanted === null) {
            return true;
        }
        const className = meta.name.toLowerCase();
        const match = [className, `${className}.${method.name.toLowerCase()}`].find((name) => wanted.includes(name));
        if (match !== undefined) {
            used.add(match);
        }
        return match !== undefined;
    };
    const classes = program.classes
        .filter((meta) => meta.isTest && meta.kind === 'class' && !meta.name.includes('.'))
        .map((meta) => ({
            meta,
            setups: meta.methods.filter((method) => method.isStatic && has(method, 'testsetup')),
            tests: meta.methods.filter((method) => isTestMethod(method) && isWanted(meta, method))
        }))
        .filter((testClass) => testClass.tests.length > 0)
        .sort((a, b) => a.meta.name.localeCompare(b.meta.name));
    return { classes, unknown: (filter?.names ?? []).filter((name) => !used.has(name.toLowerCase())) };
}

/** `@IsTest(SeeAllData=true)` on the method, or on its class: the class rules over a method that says false. */
function seesAllData(testClass: TestClass, method: MethodMeta): boolean {
    return [...testClass.meta.annotations, ...method.annotations].some(
        (one) => one.name === 'istest' && one.params.seealldata?.toLowerCase() === 'true'
    );
}

/** Test classes by the data that their methods see: only what tests make, or the org's own data too. */
export function byVisibleData(classes: readonly TestClass[]): {
    isolated: readonly TestClass[];
    seeingAll: readonly TestClass[];
} {
    const only = (isWanted: (testClass: TestClass, method: MethodMeta) => boolean): TestClass[] =>
        classes
            .map((one) => ({ ...one, tests: one.tests.filter((method) => isWanted(one, method)) }))
            .filter((one) => one.tests.length > 0);
    return {
        isolated: only((testClass, method) => !seesAllData(testClass, method)),
        seeingAll: only(seesAllData)
    };
}
