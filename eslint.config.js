import lwcPlugin from '@lwc/eslint-plugin-lwc';
import lwcTypeScript from '@salesforce/eslint-config-lwc/recommended-ts.js';
import { defineConfig } from 'eslint/config';
import jest from 'eslint-plugin-jest';
import tseslint from 'typescript-eslint';

const RESOLVABLE = '^(?!(\\./|lwc$|c/|lightning/|@salesforce/))';

/** Syntax that TypeScript takes and the platform's compiler or a reader does not. */
const UNBUILDABLE = [
    {
        selector: 'MethodDefinition > PrivateIdentifier',
        message: 'The platform compiler refuses #methods: use TypeScript private.'
    },
    { selector: 'StaticBlock', message: 'The platform compiler refuses static blocks.' },
    { selector: 'ImportExpression', message: 'The platform compiler refuses dynamic imports.' },
    { selector: 'MetaProperty', message: 'import.meta means nothing in an org.' },
    { selector: 'TSEnumDeclaration', message: 'Enums are not erasable: use a union, or an object as const.' },
    { selector: 'ExportAllDeclaration', message: 'Name what is exported.' }
];

export default defineConfig([
    {
        ignores: [
            '**/node_modules/**',
            '.cache/**',
            '.local-org/**',
            'config/types/generated/**',
            'force-app/**/lwc/**/*.js',
            'force-app/**/staticresources/**',
            '**/fixture/**',
            '**/fixtures/**'
        ]
    },
    {
        files: ['force-app/**/lwc/**/*.ts', 'config/jest/**/*.ts'],
        extends: [lwcTypeScript, tseslint.configs.recommendedTypeChecked],
        languageOptions: {
            parser: tseslint.parser,
            parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname }
        },
        rules: {
            // TypeScript knows these better.
            'no-undef': 'off',
            'no-unused-vars': 'off',
            'import/no-unresolved': 'off',
            'import/named': 'off',
            'import/namespace': 'off',
            'import/default': 'off',
            // Prettier decides about parentheses.
            'no-confusing-arrow': 'off',
            'no-void': ['error', { allowAsStatement: true }],
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/explicit-module-boundary-types': 'error',
            'no-restricted-imports': [
                'error',
                { patterns: [{ regex: RESOLVABLE, message: 'An org cannot resolve this.' }] }
            ],
            'no-restricted-syntax': ['error', ...UNBUILDABLE]
        }
    },
    {
        files: ['force-app/**/__tests__/**/*.ts', 'config/jest/**/*.ts'],
        extends: [jest.configs['flat/recommended']],
        rules: {
            '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
            '@lwc/lwc/no-async-operation': 'off',
            'no-restricted-imports': 'off',
            'no-restricted-syntax': 'off',
            // `toBeAccessible` and helpers assert, too.
            'jest/expect-expect': 'off',
            '@typescript-eslint/unbound-method': 'off',
            '@typescript-eslint/no-unsafe-assignment': 'off'
        }
    },
    {
        files: ['scripts/**/*.ts'],
        ignores: ['scripts/org/ui/modules/**'],
        extends: [tseslint.configs.recommendedTypeChecked],
        languageOptions: {
            parserOptions: { project: './scripts/tsconfig.json', tsconfigRootDir: import.meta.dirname }
        },
        rules: {
            'no-restricted-syntax': ['error', UNBUILDABLE[4]],
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
            '@typescript-eslint/only-throw-error': 'off',
            // node:test reports a test's own promise.
            '@typescript-eslint/no-floating-promises': [
                'error',
                {
                    allowForKnownSafeCalls: [
                        { from: 'package', name: ['test', 'describe', 'it', 'suite'], package: 'node:test' }
                    ]
                }
            ]
        }
    },
    {
        // An Apex value is `any` here by nature: its static type was checked by the Apex compiler, not by TypeScript's.
        files: ['scripts/org/**/*.ts'],
        ignores: ['scripts/org/ui/modules/**'],
        rules: {
            // The local org runs any package: it asks no tool of this one.
            'no-restricted-imports': [
                'error',
                {
                    patterns: [
                        {
                            regex: '^(\\.\\./)+(bench|build|check|cli|data|mutation)/',
                            message: 'The local org knows scripts/shared only.'
                        }
                    ]
                }
            ],
            '@typescript-eslint/no-redundant-type-constituents': 'off',
            '@typescript-eslint/no-unsafe-argument': 'off',
            '@typescript-eslint/no-unsafe-assignment': 'off',
            '@typescript-eslint/no-unsafe-call': 'off',
            '@typescript-eslint/no-unsafe-member-access': 'off',
            '@typescript-eslint/no-unsafe-return': 'off'
        }
    },
    {
        // Components of the browser host.
        files: ['scripts/org/ui/modules/**/*.ts'],
        extends: [tseslint.configs.recommendedTypeChecked],
        plugins: { '@lwc/lwc': lwcPlugin },
        languageOptions: {
            parserOptions: { project: './scripts/org/ui/modules/tsconfig.json', tsconfigRootDir: import.meta.dirname }
        },
        rules: {
            '@lwc/lwc/no-async-operation': 'error',
            '@typescript-eslint/no-explicit-any': 'error',
            '@typescript-eslint/explicit-module-boundary-types': 'error',
            // Requests fail with the plain objects of the platform.
            '@typescript-eslint/only-throw-error': 'off'
        }
    }
]);
