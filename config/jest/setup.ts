/** Runs before every test file of the components. */
import { registerSa11yMatcher } from '@sa11y/jest';
import { resetServerTime } from 'c/clockSource';
import { NOW } from 'testing';

registerSa11yMatcher();

// axe reads properties of every element to tell radio buttons from others; LWC warns about each of them.
const warn = console.warn.bind(console);
console.warn = (...parts: unknown[]): void => {
    if (!String(parts[0]).includes('is not publicly accessible')) {
        warn(...parts);
    }
};

beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
    resetServerTime();
});

afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
    jest.useRealTimers();
});
