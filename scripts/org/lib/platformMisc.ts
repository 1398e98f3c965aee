/** Small interfaces and classes of the platform. */
import { abstractMember, libraryClass, type LibraryModule } from '../runtime/library.ts';
import { libraryEnum } from './libraryEnum.ts';

export const platformMiscLibrary: LibraryModule = () => [
    libraryClass(
        'InstallHandler',
        { 'abstract void onInstall(InstallContext context)': abstractMember },
        { kind: 'interface' }
    ),
    libraryClass(
        'UninstallHandler',
        { 'abstract void onUninstall(UninstallContext context)': abstractMember },
        { kind: 'interface' }
    ),
    libraryClass(
        'InstallContext',
        {
            'abstract String organizationId()': abstractMember,
            'abstract Id installerId()': abstractMember,
            'abstract Boolean isUpgrade()': abstractMember,
            'abstract Boolean isPush()': abstractMember,
            'abstract Version previousVersion()': abstractMember
        },
        { kind: 'interface' }
    ),
    libraryClass('UninstallContext', {}, { kind: 'interface' }),
    libraryClass(
        'Callable',
        { 'abstract Object call(String action, Map<String,Object> arguments)': abstractMember },
        { kind: 'interface' }
    ),
    libraryClass(
        'SandboxPostCopy',
        { 'abstract void runApexClass(SandboxContext context)': abstractMember },
        { kind: 'interface' }
    ),
    libraryClass(
        'SandboxContext',
        {
            'abstract Id organizationId()': abstractMember,
            'abstract Id sandboxId()': abstractMember,
            'abstract String sandboxName()': abstractMember
        },
        { kind: 'interface' }
    ),
    libraryEnum('AccessType', 'System', ['CREATABLE', 'READABLE', 'UPDATABLE', 'UPSERTABLE']).libraryClass,
    libraryClass('Site', {
        // A page of an org without sites.
        'static Id getSiteId()': () => null,
        'static String getName()': () => null,
        'static String getPathPrefix()': () => null,
        'static String getBaseUrl()': () => ''
    }),
    libraryClass('Network', { 'static Id getNetworkId()': () => null })
];
