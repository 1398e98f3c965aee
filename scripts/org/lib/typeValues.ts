/** The `Type` value behind `Foo.class`, as far as platform classes look into it. */
import type { Value } from '../runtime/program.ts';
import type { TypeToken } from '../values/typeToken.ts';
import type { TypeValue } from './type.ts';

/** The token of a `Type` value. */
export function tokenOfTypeValue(type: Value): TypeToken {
    return (type as TypeValue).token;
}
