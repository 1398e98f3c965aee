/** Runs before every test file of the components. */
import { registerSa11yMatcher } from '@sa11y/jest';

registerSa11yMatcher();

afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
});
