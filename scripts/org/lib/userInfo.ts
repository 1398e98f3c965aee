/** `UserInfo`: who runs the code. */
import { libraryClass, type LibraryModule } from '../runtime/library.ts';
import type { Value } from '../runtime/program.ts';
import type { RunningUser } from '../runtime/transaction.ts';
import { Unsupported } from '../values/exceptions.ts';
import { services } from './services.ts';
import { TimeZoneValue } from './time.ts';

export const userInfoLibrary: LibraryModule = (context) => {
    const user = (): RunningUser => context.tx().user;
    const organization = () => services(context.tx()).organization;
    /** A column of the running user's own row. */
    const column = (name: string): Value => {
        const tx = context.tx();
        const def = tx.schema.object('User');
        const row = def && tx.store.row(def, user().id);
        return row?.isSet(name) === true ? row.get(name) : null;
    };
    return [
        libraryClass('UserInfo', {
            'static Id getUserId()': () => user().id,
            'static String getName()': () => user().name,
            'static String getFirstName()': () => column('FirstName'),
            'static String getLastName()': () => column('LastName'),
            'static String getUserName()': () => user().userName,
            'static String getUserEmail()': () => user().email,
            'static Id getProfileId()': () => user().profileId,
            'static Id getUserRoleId()': () => user().roleId,
            'static String getUserType()': () => 'Standard',
            'static String getLocale()': () => user().locale,
            'static String getLanguage()': () => user().language,
            'static Id getOrganizationId()': () => organization().id,
            'static String getOrganizationName()': () => organization().name,
            'static String getDefaultCurrency()': () => organization().currency,
            'static Boolean isMultiCurrencyOrganization()': () => false,
            'static Boolean isCurrentUserLicensed(String namespace)': () => true,
            'static String getSessionId()': () => {
                // A test has no session; a host that needs one for callouts cannot make callouts.
                if (context.tx().isTest) {
                    return null;
                }
                throw new Unsupported('UserInfo.getSessionId');
            },
            'static String getUiTheme()': () => 'Theme4d',
            'static String getUiThemeDisplayed()': () => 'Theme4d',
            'static TimeZone getTimeZone()': () => new TimeZoneValue(user().timeZone)
        })
    ];
};
