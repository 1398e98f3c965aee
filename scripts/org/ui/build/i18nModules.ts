/**
 * `@salesforce/i18n/*`, `@salesforce/client/*` and `@salesforce/user/*` depend on who is looking, not on the source tree:
 * they read the page's settings, which the server writes into the page before any module runs.
 */

const SETTINGS = 'globalThis.localOrg';

/** Expression over the page's settings, by module name. Everything else of i18n is npm's en-US data. */
const EXPRESSIONS: Readonly<Record<string, string>> = {
    '@salesforce/i18n/timeZone': `${SETTINGS}.i18n.timeZone`,
    '@salesforce/i18n/locale': `${SETTINGS}.i18n.locale`,
    '@salesforce/i18n/lang': `${SETTINGS}.i18n.lang`,
    '@salesforce/i18n/currency': `${SETTINGS}.i18n.currency`,
    '@salesforce/client/formFactor': `${SETTINGS}.formFactor`,
    '@salesforce/user/Id': `${SETTINGS}.user.id`,
    '@salesforce/user/isGuest': 'false',
    '@salesforce/community/Id': 'undefined',
    '@salesforce/community/basePath': `''`,
    '@salesforce/site/Id': 'undefined',
    '@salesforce/site/activeLanguages': '[]'
};

/** Source of such a module; undefined when the name is not one of them. */
export function i18nModule(specifier: string): string | undefined {
    const expression = EXPRESSIONS[specifier];
    return expression === undefined ? undefined : `export default ${expression};`;
}
