/** `AccessLevel`: the mode that a call of `Database` names. */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryModule, RuntimeContext } from '../runtime/library.ts';
import type { AccessMode } from '../runtime/transaction.ts';

/** A value of type `AccessLevel`. */
export class AccessLevelValue {
    readonly typeName = 'AccessLevel';
    readonly mode: 'user' | 'system';

    constructor(mode: 'user' | 'system') {
        this.mode = mode;
    }

    toText(): string {
        return this.mode === 'user' ? 'USER_MODE' : 'SYSTEM_MODE';
    }
}

const userMode = new AccessLevelValue('user');
const systemMode = new AccessLevelValue('system');

/** The mode of a call: what it names, else the default of the calling class; sharing is always the caller's. */
export function accessOfCall(context: RuntimeContext, level: AccessLevelValue | null | undefined): AccessMode {
    const caller = context.callerAccess();
    return { mode: level?.mode ?? caller.defaultMode, withSharing: caller.withSharing };
}

export const accessLevelLibrary: LibraryModule = () => [
    libraryClass('AccessLevel', {
        'static AccessLevel USER_MODE': () => userMode,
        'static AccessLevel SYSTEM_MODE': () => systemMode
    })
];
