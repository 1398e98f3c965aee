/** `FeatureManagement`: custom permissions of the running user. */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import { Unsupported } from '../values/exceptions.ts';

export const featureManagementLibrary: LibraryModule = (context) => {
    const noPackages = (method: string) => () => {
        throw new Unsupported(`FeatureManagement.${method} (managed packages)`);
    };
    return [
        libraryClass('FeatureManagement', {
            'static Boolean checkPermission(String apiName)': (apiName: string) =>
                context.tx().user.access.hasCustomPermission(apiName),
            'static Boolean checkPackageBooleanValue(String name)': noPackages('checkPackageBooleanValue'),
            'static Integer checkPackageIntegerValue(String name)': noPackages('checkPackageIntegerValue'),
            'static Date checkPackageDateValue(String name)': noPackages('checkPackageDateValue')
        })
    ];
};
