/**
 * `Invocable.Action` and what it answers with. Answers can be made from JSON, as tests do; there are no flows and standard
 * actions here, so that actions themselves cannot be made.
 */
import { libraryClass } from '../runtime/library.ts';
import type { LibraryModule } from '../runtime/library.ts';
import { ApexList, ApexMap } from '../values/collections.ts';
import { typeToken } from '../values/typeToken.ts';
import { readableFromJson, type JsonWritable } from './jsonForms.ts';
import type { Value } from '../runtime/program.ts';

type JsonMembers = readonly (readonly [string, Value])[];

const ERROR = 'Invocable.Action.Error';
const RESULT = 'Invocable.Action.Result';
const errorList = typeToken(`List<${ERROR}>`);
const parameterMap = typeToken('Map<String,Object>');

class ActionErrorValue implements JsonWritable {
    readonly typeName = ERROR;
    readonly code: string | null;
    readonly message: string | null;

    constructor(code: string | null, message: string | null) {
        this.code = code;
        this.message = message;
    }

    toJson(): JsonMembers {
        return [
            ['code', this.code],
            ['message', this.message]
        ];
    }
}

class ActionResultValue implements JsonWritable {
    readonly typeName = RESULT;
    readonly success: boolean;
    readonly errors: ApexList | null;
    readonly outputParameters: ApexMap | null;

    constructor(success: boolean, errors: ApexList | null, outputParameters: ApexMap | null) {
        this.success = success;
        this.errors = errors;
        this.outputParameters = outputParameters;
    }

    toJson(): JsonMembers {
        return [
            ['success', this.success],
            ['errors', this.errors],
            ['outputParameters', this.outputParameters]
        ];
    }
}

export const invocableLibrary: LibraryModule = () => {
    const text = typeToken('String');
    readableFromJson(
        ERROR,
        (member) =>
            new ActionErrorValue(member('code', text) as string | null, member('message', text) as string | null)
    );
    readableFromJson(
        RESULT,
        (member) =>
            new ActionResultValue(
                member('success', typeToken('Boolean')) === true,
                member('errors', errorList) as ApexList | null,
                member('outputParameters', parameterMap) as ApexMap | null
            )
    );
    const namespace = 'Invocable';
    return [
        libraryClass('Invocable.Action', {}, { namespace }),
        libraryClass(
            ERROR,
            {
                'String getCode()': (self: ActionErrorValue) => self.code,
                'String getMessage()': (self: ActionErrorValue) => self.message
            },
            { namespace }
        ),
        libraryClass(
            RESULT,
            {
                'Boolean isSuccess()': (self: ActionResultValue) => self.success,
                'List<Invocable.Action.Error> getErrors()': (self: ActionResultValue) => self.errors,
                'Map<String,Object> getOutputParameters()': (self: ActionResultValue) => self.outputParameters
            },
            { namespace }
        )
    ];
};
