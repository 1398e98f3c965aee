/** Runs before every test file of the components. */
import { registerSa11yMatcher } from '@sa11y/jest';
import { resetServerTime } from 'c/clockSource';
import { NOW } from 'testing';

registerSa11yMatcher();

beforeEach(() => {
    jest.spyOn(Date, 'now').mockReturnValue(NOW);
    resetServerTime();
});

afterEach(() => {
    document.body.replaceChildren();
    sessionStorage.clear();
    jest.useRealTimers();
});
