/** Rules about declarations that the platform enforces when code is deployed. */
import type { MethodInfo } from '../types/model.ts';
import type { Names } from './names.ts';
import { UserClass } from './userClass.ts';

type Report = (at: { line: number; column: number }, message: string) => void;

/** Checks headers and methods of one class; bodies are not looked at. */
export function checkClass(one: UserClass, names: Names): void {
    const report: Report = (at, message) => names.diagnostics.add('error', one.source.path, at, message);
    if (one.kind !== 'class' || one.record.kind !== 'class') return;
    checkSuperclass(one, report);
    for (const method of [...one.methods.values()].flat()) checkOverride(one, method, names, report);
}

function checkSuperclass(one: UserClass, report: Report): void {
    const parent = one.userSuperclass;
    if (!parent) return;
    const { words } = parent.node.modifiers;
    const isExtensible = words.has('virtual') || words.has('abstract') || parent.isException;
    if (!isExtensible) report(one.node, `Non-virtual and non-abstract type cannot be extended: ${parent.name}`);
}

function checkOverride(one: UserClass, method: MethodInfo, names: Names, report: Report): void {
    const { node } = method;
    if (!node || method.isStatic) return;
    const parent = one.userSuperclass;
    const same = (other: MethodInfo): boolean =>
        other.parameters.length === method.parameters.length &&
        other.parameters.every((type, i) => type === method.parameters[i]);
    let overridden: MethodInfo | undefined;
    for (let at = parent; at && !overridden; at = at.userSuperclass) {
        overridden = at.methods
            .get(method.name.toLowerCase())
            ?.find((other) => same(other) && other.visibility !== 'private');
    }
    if (overridden && !overridden.isStatic) {
        if (!overridden.isVirtual && !overridden.isAbstract) {
            report(
                node,
                `Non-virtual, non-abstract methods cannot be overridden: ${method.name} of ${overridden.owner.name}`
            );
        } else if (!method.isOverride) {
            report(node, `Method must use the override keyword: ${method.name}`);
        }
        return;
    }
    if (method.isOverride && !overridden) {
        const superclass = one.superclass ?? names.table.primitive('Object');
        const known = [
            ...names.table.methodsNamed(superclass, method.name.toLowerCase()),
            ...names.table
                .interfacesOf(one.type)
                .flatMap((type) => names.table.methodsNamed(type, method.name.toLowerCase()))
        ];
        const fits = known.some((other) => other.parameters.length === method.parameters.length);
        const isFromMissingClass = one.node.superclass !== null && one.superclass === null;
        if (!fits && !isFromMissingClass) report(node, `Method does not override an ancestor method: ${method.name}`);
    }
}
