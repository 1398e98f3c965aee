/** Which properties a component offers on which pages: what its js-meta.xml says. */
import { childOf, childrenOf, textOf } from '../../shared/xmlTree.ts';
import { lineIn, type MetadataFile } from '../packageModel.ts';

export interface DesignProperty {
    readonly name: string;
    readonly type: string;
    readonly isRequired: boolean;
    /** Attributes as written: `default`, `min`, `max`, `datasource`, ... */
    readonly attributes: Readonly<Record<string, string>>;
    readonly line: number;
}

export interface DesignTarget {
    /** `lightning__RecordPage` */
    readonly target: string;
    readonly properties: readonly DesignProperty[];
    /** Objects whose pages may hold it; empty: all. */
    readonly objects: readonly string[];
}

export interface Design {
    readonly file: MetadataFile;
    readonly isExposed: boolean;
    readonly targets: readonly { readonly name: string; readonly line: number }[];
    /** One entry for each target that a `<targetConfig>` names. */
    readonly configs: readonly (DesignTarget & { readonly line: number })[];
}

export function designOf(file: MetadataFile): Design {
    const configs = childrenOf(childOf(file.document, 'targetConfigs'), 'targetConfig').flatMap((config) => {
        const properties = childrenOf(config, 'property').map((property) => ({
            name: property.attributes['name'] ?? '',
            type: property.attributes['type'] ?? '',
            isRequired: property.attributes['required'] === 'true',
            attributes: property.attributes,
            line: lineIn(file, property)
        }));
        const objects = childrenOf(childOf(config, 'objects'), 'object').map((object) => object.text);
        return (config.attributes['targets'] ?? '')
            .split(',')
            .map((target) => target.trim())
            .filter((target) => target !== '')
            .map((target) => ({ target, properties, objects, line: lineIn(file, config) }));
    });
    return {
        file,
        isExposed: textOf(file.document, 'isExposed') === 'true',
        targets: childrenOf(childOf(file.document, 'targets'), 'target').map((target) => ({
            name: target.text,
            line: lineIn(file, target)
        })),
        configs
    };
}

/** What is wrong with a value for a property; undefined when nothing is. */
export function valueFault({ type, attributes }: DesignProperty, value: string): string | undefined {
    const choices = (attributes['datasource'] ?? '').split(',').map((choice) => choice.trim());
    switch (type) {
        case 'Integer': {
            const number = Number(value);
            if (!/^-?\d+$/.test(value)) {
                return `takes a whole number, not "${value}"`;
            }
            const isOutside =
                number < Number(attributes['min'] ?? -Infinity) || number > Number(attributes['max'] ?? Infinity);
            return isOutside
                ? `takes ${attributes['min'] ?? 'any'} to ${attributes['max'] ?? 'any'}, not ${value}`
                : undefined;
        }
        case 'Boolean':
            return /^(true|false)$/.test(value) ? undefined : `takes true or false, not "${value}"`;
        case 'String': {
            const isOpen = choices[0] === '' || /^apex:\/\//.test(choices[0] ?? '');
            return isOpen || choices.includes(value) || value === ''
                ? undefined
                : `takes one of ${choices.join(', ')}, not "${value}"`;
        }
        default:
            return undefined;
    }
}
