/** The platform's own compiler of Lightning web components (npm `@lwc/sfdc-lwc-compiler`), set as a deploy sets it. */
import { createRequire } from 'node:module';

export interface Place {
    readonly line?: number;
    readonly column?: number;
}

/** Something outside of the bundle that it names. */
export interface ComponentReference {
    readonly id: string;
    readonly type: string;
    readonly file: string;
    readonly locations?: readonly Place[];
}

export interface ComponentFault {
    readonly file: string | undefined;
    readonly message: string;
    readonly at: Place | undefined;
}

export interface CompiledBundle {
    readonly faults: readonly ComponentFault[];
    readonly references: readonly ComponentReference[];
    /** True when it does not compile and the compiler does not say why. */
    readonly isSilent: boolean;
}

interface CompileReport {
    readonly success: boolean;
    readonly diagnostics: readonly {
        readonly level: number;
        readonly message: string;
        readonly filename?: string;
        readonly location?: Place;
    }[];
    readonly metadata?: { readonly references?: readonly ComponentReference[] };
}

/** Diagnostics up to this level stop a deploy: fatal and error. */
const ERROR_LEVEL = 1;

let compiler: ((config: object) => Promise<CompileReport>) | undefined;

/** @param files of the bundle by their names within it: `.js`, `.html`, `.css`, `.svg` */
export async function compileBundle(
    name: string,
    files: Readonly<Record<string, string>>,
    apiVersion: number
): Promise<CompiledBundle> {
    compiler ??= (createRequire(import.meta.url)('@lwc/sfdc-lwc-compiler') as { compile: NonNullable<typeof compiler> })
        .compile;
    const report = await compiler({
        bundle: {
            type: 'platform',
            namespace: 'c',
            name,
            files,
            options: { apiVersion, enableLightningWebSecurityTransforms: true, enableLwcOn: true }
        },
        compilerConfigs: [{ outputConfig: { minify: false, env: { NODE_ENV: 'production' } } }]
    });
    const faults = report.diagnostics
        .filter(({ level }) => level <= ERROR_LEVEL)
        .map(({ message, filename, location }) => ({ file: filename, message, at: location }));
    return {
        faults,
        references: report.metadata?.references ?? [],
        isSilent: !report.success && faults.length === 0
    };
}
