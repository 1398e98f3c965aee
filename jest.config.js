import { createRequire } from 'node:module';
import { APEX_FOLDER, buildTypings, LABEL_FOLDER } from './scripts/build/typings.ts';

const { jestConfig } = createRequire(import.meta.url)('@salesforce/sfdx-lwc-jest/config');

// Tests read the labels of the source tree, as people do, and mock the Apex methods that are really there.
buildTypings(import.meta.dirname);

export default {
    ...jestConfig,
    roots: ['<rootDir>/force-app'],
    testMatch: ['**/lwc/**/__tests__/**/*.test.ts'],
    clearMocks: true,
    moduleNameMapper: {
        ...jestConfig.moduleNameMapper,
        '^@salesforce/label/c\\.(.+)$': `<rootDir>/${LABEL_FOLDER}/$1.js`,
        '^@salesforce/apex/(.+)$': `<rootDir>/${APEX_FOLDER}/$1.js`,
        '^@salesforce/apex$': '<rootDir>/config/jest/apex.ts',
        '^@salesforce/i18n/timeZone$': '<rootDir>/config/jest/timeZone.ts',
        '^@salesforce/i18n/locale$': '<rootDir>/config/jest/locale.ts',
        '^lightning/modal$': '<rootDir>/config/jest/modal.ts',
        '^testing$': '<rootDir>/config/jest/testing.ts'
    },
    setupFilesAfterEnv: [...jestConfig.setupFilesAfterEnv, '<rootDir>/config/jest/setup.ts'],
    coverageProvider: 'v8',
    collectCoverageFrom: ['force-app/**/lwc/**/*.ts', '!**/__tests__/**']
};
