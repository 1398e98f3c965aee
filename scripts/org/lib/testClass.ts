/** `Test`: the running test, mocks and stubs. */
import { abstractMember, libraryClass, type LibraryModule } from '../runtime/library.ts';
import type { MethodMeta, Value } from '../runtime/program.ts';
import { ApexList } from '../values/collections.ts';
import { apexException } from '../values/exceptions.ts';
import type { ApexDatetime } from '../values/temporal.ts';
import { typeToken, type TypeToken } from '../values/typeToken.ts';
import { tokenOfTypeValue } from './typeValues.ts';
import { services, testControl, type TestControl } from './services.ts';

/** `Test.getEventBus()`. */
class TestEventBus {
    readonly typeName = 'EventBus.TestBroker';
    toText(): string {
        return 'EventBus.TestBroker';
    }
}

export const testLibrary: LibraryModule = (context) => {
    const test = (): TestControl => {
        const control = testControl(context.tx());
        if (!control) {
            throw apexException('TypeException', 'Test methods can only be called from tests');
        }
        return control;
    };
    /** All methods that a stub's handler sees; built once per call as Apex values. */
    const callHandler = (provider: Value, self: Value, method: MethodMeta, args: readonly Value[]): Value => {
        const typeOf = (token: TypeToken): Value => services(context.tx()).typeValue(token);
        return context.invoke(provider, 'handleMethodCall', [
            self,
            method.name,
            method.returnType.name === 'void' ? typeOf(typeToken('void')) : typeOf(method.returnType),
            new ApexList(
                typeToken('List<Type>'),
                method.parameters.map((parameter) => typeOf(parameter.type))
            ),
            new ApexList(
                typeToken('List<String>'),
                method.parameters.map((parameter) => parameter.name)
            ),
            new ApexList(typeToken('List<Object>'), [...args])
        ]);
    };
    return [
        libraryClass(
            'StubProvider',
            {
                'abstract Object handleMethodCall(Object stubbedObject, String stubbedMethodName, Type returnType, List<Type> listOfParamTypes, List<String> listOfParamNames, List<Object> listOfArgs)':
                    abstractMember
            },
            { kind: 'interface' }
        ),
        libraryClass('Test', {
            'static Boolean isRunningTest()': () => context.tx().isTest,
            'static void startTest()': () => test().startTest(),
            'static void stopTest()': () => test().stopTest(),
            'static Object createStub(Type parentType, StubProvider provider)': (type: Value, provider: Value) => {
                test();
                return services(context.tx()).createStub(tokenOfTypeValue(type), (self, method, args) =>
                    callHandler(provider, self, method, args)
                );
            },
            'static void setMock(Type interfaceType, Object mock)': (type: Value, mock: Value) => {
                const name = tokenOfTypeValue(type)
                    .name.toLowerCase()
                    .replace(/^system\./, '');
                test().mocks.set(name, mock);
            },
            'static void setCreatedDate(Id recordId, Datetime createdDate)': (id: string, created: ApexDatetime) =>
                setCreatedDate(id, created),
            'static void setFixedSearchResults(List<Id> ids)': (ids: ApexList) => {
                test().fixedSearchResults = ids.items.map(String);
            },
            'static void setCurrentPage(PageReference page)': (page: Value) => {
                context.tx().slot(CURRENT_PAGE, () => ({ page: null as Value })).page = page;
            },
            'static void setCurrentPageReference(PageReference page)': (page: Value) => {
                context.tx().slot(CURRENT_PAGE, () => ({ page: null as Value })).page = page;
            },
            'static EventBus.TestBroker getEventBus()': () => {
                test();
                return new TestEventBus();
            }
        }),
        libraryClass(
            'EventBus.TestBroker',
            {
                'void deliver()': () => services(context.tx()).events.deliver(context.tx()),
                'void fail()': () => services(context.tx()).events.fail(context.tx())
            },
            { namespace: 'EventBus' }
        )
    ];

    function setCreatedDate(id: string, created: ApexDatetime): void {
        test();
        const tx = context.tx();
        const def = tx.schema.objectByPrefix(id.slice(0, 3));
        if (!def) {
            throw apexException('InvalidParameterValueException', `Invalid ID: ${id}`);
        }
        tx.store.updateRow(def, id, new Map<string, Value>([['CreatedDate', created]]));
    }
};

/** The page of `ApexPages.currentPage()`. */
export const CURRENT_PAGE: unique symbol = Symbol('currentPage');
