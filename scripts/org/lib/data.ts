/** All library modules that read and save records. */
import type { LibraryModule } from '../runtime/library.ts';
import { accessLevelLibrary } from './accessLevels.ts';
import { businessHoursLibrary } from './businessHours.ts';
import { databaseLibrary } from './database.ts';
import { queryLocatorLibrary } from './databaseQueries.ts';
import { databaseResultsLibrary } from './databaseResults.ts';
import { dmlOptionsLibrary } from './dmlOptions.ts';
import { securityLibrary } from './security.ts';
import { sobjectLibrary } from './sobjectMethods.ts';

export const dataLibraries: readonly LibraryModule[] = [
    accessLevelLibrary,
    databaseLibrary,
    databaseResultsLibrary,
    dmlOptionsLibrary,
    queryLocatorLibrary,
    sobjectLibrary,
    securityLibrary,
    businessHoursLibrary
];
