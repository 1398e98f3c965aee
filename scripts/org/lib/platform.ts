/** All library modules that talk to the running org. */
import type { LibraryModule } from '../runtime/library.ts';
import { asyncTypesLibrary } from './asyncTypes.ts';
import { cacheLibrary } from './cache.ts';
import { describeLibrary } from './describe.ts';
import { eventBusLibrary } from './eventBus.ts';
import { featureManagementLibrary } from './featureManagement.ts';
import { httpLibrary } from './http.ts';
import { inboundEmailLibrary } from './inboundEmail.ts';
import { invocableLibrary } from './invocable.ts';
import { limitsLibrary } from './limitsClass.ts';
import { messagingLibrary } from './messaging.ts';
import { pagesLibrary } from './pages.ts';
import { platformMiscLibrary } from './platformMisc.ts';
import { restLibrary } from './rest.ts';
import { systemPlatformLibrary } from './systemClass.ts';
import { testLibrary } from './testClass.ts';
import { triggerLibrary } from './triggerContext.ts';
import { userInfoLibrary } from './userInfo.ts';

export const platformLibraries: readonly LibraryModule[] = [
    systemPlatformLibrary,
    asyncTypesLibrary,
    testLibrary,
    triggerLibrary,
    limitsLibrary,
    userInfoLibrary,
    describeLibrary,
    messagingLibrary,
    inboundEmailLibrary,
    invocableLibrary,
    eventBusLibrary,
    featureManagementLibrary,
    httpLibrary,
    restLibrary,
    pagesLibrary,
    cacheLibrary,
    platformMiscLibrary
];
