/** All library modules that need no records: values, collections, text, dates, JSON, assertions, exceptions. */
import type { LibraryModule } from '../runtime/library.ts';
import { assertLibrary } from './asserts.ts';
import { cryptoLibrary } from './crypto.ts';
import { dateLibrary } from './date.ts';
import { datetimeLibrary } from './datetime.ts';
import { encodingLibrary } from './encoding.ts';
import { enumLibrary } from './enums.ts';
import { exceptionLibrary } from './exceptions.ts';
import { idLibrary } from './id.ts';
import { iteratorLibrary } from './iterators.ts';
import { jsonLibrary } from './json.ts';
import { listLibrary } from './list.ts';
import { mapLibrary } from './map.ts';
import { mathLibrary } from './math.ts';
import { numberLibrary } from './numbers.ts';
import { objectLibrary } from './object.ts';
import { patternLibrary } from './pattern.ts';
import { setLibrary } from './set.ts';
import { stringLibrary } from './string.ts';
import { timeLibrary } from './time.ts';
import { typeLibrary } from './type.ts';

export const pureLibraries: readonly LibraryModule[] = [
    objectLibrary,
    stringLibrary,
    numberLibrary,
    mathLibrary,
    idLibrary,
    dateLibrary,
    datetimeLibrary,
    timeLibrary,
    iteratorLibrary,
    listLibrary,
    setLibrary,
    mapLibrary,
    patternLibrary,
    enumLibrary,
    exceptionLibrary,
    assertLibrary,
    typeLibrary,
    jsonLibrary,
    encodingLibrary,
    cryptoLibrary
];
