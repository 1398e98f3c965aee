/** `Id` and `Blob` */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import { Blob } from '../values/blob.ts';
import { toId } from '../values/convert.ts';
import { apexException } from '../values/exceptions.ts';
import { sobjectTypeOf } from './describeTokens.ts';
import { requireArguments } from './support.ts';

function idOf(text: string): string {
    requireArguments(text);
    return toId(text);
}

/** `Id`, `Blob` */
export const idLibrary: LibraryModule = (context) => [
    libraryClass('Id', {
        'static Id valueOf(String text)': idOf,
        'static Id valueOf(String text, Boolean restoreCasing)': idOf,
        'SObjectType getSobjectType()': (self: string) => {
            const def = context.tx().schema.objectByPrefix(self.slice(0, 3));
            if (!def) throw apexException('SObjectException', `Cannot locate Apex Type for ID: ${self}`);
            return sobjectTypeOf(def);
        },
        'String to15()': (self: string) => self.slice(0, 15),
        'String toString()': (self: string) => self
    }),
    libraryClass('Blob', {
        'static Blob valueOf(String text)': (text: string) => {
            requireArguments(text);
            return Blob.ofText(text);
        },
        'Integer size()': (self: Blob) => self.bytes.length,
        'String toString()': (self: Blob) => {
            const text = self.toUtf8();
            if (text === null) throw apexException('StringException', 'BLOB is not a valid UTF-8 string');
            return text;
        }
    })
];
