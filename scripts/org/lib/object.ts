/** `Object` and the interface `Callable`: what every value can do. */
import { abstractMember, libraryClass, type LibraryModule } from '../runtime/library.ts';
import { collectionEquals, hashCode } from '../values/equality.ts';
import { toText } from '../values/text.ts';

/** `Object`, `Callable` */
export const objectLibrary: LibraryModule = () => [
    libraryClass(
        'Object',
        {
            'Boolean equals(Object other)': collectionEquals,
            'Integer hashCode()': hashCode,
            'String toString()': toText
        },
        { isExtensible: true }
    ),
    libraryClass(
        'Callable',
        { 'abstract Object call(String action, Map<String,Object> arguments)': abstractMember },
        { kind: 'interface' }
    )
];
