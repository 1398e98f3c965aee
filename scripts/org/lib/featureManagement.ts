/** `FeatureManagement`: custom permissions of the running user. */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';

export const featureManagementLibrary: LibraryModule = (context) => [
    libraryClass('FeatureManagement', {
        'static Boolean checkPermission(String apiName)': (apiName: string) =>
            context.tx().user.access.hasCustomPermission(apiName)
    })
];
