/** What Lightning web components may refer to, and whether a reference leads anywhere. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ComponentReference } from './componentCompiler.ts';

/** What an org, or a source tree, and the platform offer to components. */
export interface Offer {
    readonly bundles: ReadonlySet<string>;
    readonly labels: ReadonlySet<string>;
    readonly apexMethods: ReadonlySet<string>;
    /** Objects and fields: `Lead`, `Lead.Stage__c`, `Contact.Account.Name`. */
    readonly schema: { has(name: string): boolean };
    readonly customPermissions: ReadonlySet<string>;
    readonly messageChannels: ReadonlySet<string>;
    readonly staticResources: ReadonlySet<string>;
    readonly contentAssets: ReadonlySet<string>;
    /** Names of all `lightning` modules of the platform, in camel case. */
    readonly lightning: ReadonlySet<string>;
}

/** What `@salesforce/i18n` offers and the package may use. */
const I18N = new Set(['locale', 'timeZone', 'lang', 'dir', 'currency', 'firstDayOfWeek']);

/** Modules of the platform outside of its namespaces. */
const PLATFORM_MODULES = new Set(['lwc', '@lwc/state']);

/** Why a reference would not resolve in an org; undefined when it does. */
export function missingText({ type, id }: ComponentReference, offer: Offer): string | undefined {
    switch (type) {
        case 'component':
            return componentProblem(
                id.replace(/^([a-z]+)-/, '$1/').replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase()),
                offer
            );
        case 'module':
            return PLATFORM_MODULES.has(id) || id.startsWith('@salesforce/') ? undefined : componentProblem(id, offer);
        case 'label':
            return offer.labels.has(id.replace(/^c\./, '')) ? undefined : `no label ${id}`;
        case 'apexMethod':
        case 'apexClass':
            return offer.apexMethods.has(id) ? undefined : `no @AuraEnabled method ${id}`;
        case 'schema':
        case 'sobjectClass':
        case 'sobjectField':
            return offer.schema.has(id) ? undefined : `no object or field ${id} in the source tree`;
        case 'customPermission':
            return offer.customPermissions.has(id) ? undefined : `no custom permission ${id}`;
        case 'messageChannel':
            return offer.messageChannels.has(id) ? undefined : `no message channel ${id}`;
        case 'resourceUrl':
            return offer.staticResources.has(id) ? undefined : `no static resource ${id}`;
        case 'contentAssetUrl':
            return offer.contentAssets.has(id) ? undefined : `no content asset ${id}`;
        case 'user':
        case 'userPermission':
        case 'client':
            // Of the platform: the compiler knows the modules.
            return undefined;
        case 'i18n':
            return I18N.has(id) ? undefined : `no internationalisation value ${id}`;
        default:
            return `refers to ${type} ${id}, which this check does not know how to look up`;
    }
}

function componentProblem(id: string, offer: Offer): string | undefined {
    const [namespace, name = ''] = id.split('/');
    const isKnown =
        namespace === 'lightning' ? offer.lightning.has(name) : namespace === 'c' && offer.bundles.has(name);
    return isKnown ? undefined : `no component or module ${id}`;
}

interface BaseComponent {
    readonly properties?: readonly { readonly name: string }[];
}

/** Every `lightning` module of the platform, as the base components' own package lists them. */
export function baseComponents(): Readonly<Record<string, BaseComponent>> {
    const path = createRequire(import.meta.url).resolve('lightning-base-components/metadata/raptor.json');
    return JSON.parse(readFileSync(path, 'utf8')) as Record<string, BaseComponent>;
}
