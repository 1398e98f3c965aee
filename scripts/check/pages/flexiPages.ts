/** Rules of Lightning pages: regions, identifiers, facets, and components that may stand there with what is set on them. */
import { childOf, childrenOf, descendantsOf, textOf, type XmlNode } from '../../shared/xmlTree.ts';
import type { Problem, Rule } from '../check.ts';
import { lineIn, type MetadataFile, type PackageModel } from '../packageModel.ts';
import { designOf, valueFault } from './design.ts';

const REFUSED = 'an org refuses the page, and with it the whole deploy';

const RULES = {
    region: {
        name: 'page-region',
        why: `each region is one of the template, once, and holds one thing per item: ${REFUSED}`,
        mend: 'use the regions of the template, and one component or field in each itemInstances'
    },
    identifier: {
        name: 'page-identifier',
        why: `an org tells the components of a page apart by their identifiers: ${REFUSED}`,
        mend: 'give every component and field an identifier of its own, at most 120 characters'
    },
    facet: {
        name: 'page-facet',
        why: `a facet that nothing shows, or a reference to none: ${REFUSED}`,
        mend: 'let a property of a component name the facet, or take it out'
    },
    type: {
        name: 'page-type',
        why: `a record page belongs to an object, and other pages to none: ${REFUSED}`,
        mend: 'give a record page its sobjectType, and a page a name without __c'
    },
    placement: {
        name: 'page-component',
        why: `a component stands only where its js-meta.xml allows it: ${REFUSED}`,
        mend: 'expose the component for this kind of page and object, or take it out'
    },
    property: {
        name: 'page-property',
        why: `what is set on a component must be a property that its js-meta.xml declares for this kind of page: ${REFUSED}`,
        mend: 'correct the name or the value, or declare the property'
    }
} as const satisfies Readonly<Record<string, Rule>>;

const LONGEST_IDENTIFIER = 120;

/** Regions of the templates that public pages show; a page of another template is not judged by its regions. */
const REGIONS: Readonly<Record<string, readonly string[]>> = {
    'flexipage:defaultAppHomeTemplate': ['main'],
    'flexipage:appHomeTemplateTwoColumns': ['column1', 'column2'],
    'flexipage:appHomeTemplateTwoColumnsStacked': ['region1', 'region2', 'region3'],
    'flexipage:appHomeTemplateThreeColumns': ['region1', 'region2', 'region3'],
    'flexipage:appHomeTemplateHeaderTwoColumnsEqualWidth': ['region1', 'region2', 'region3'],
    'flexipage:appHomeTemplateHeaderThreeColumns': ['region1', 'region2', 'region3', 'region4'],
    'flexipage:recordHomeTemplateDesktop': ['header', 'main', 'sidebar'],
    'home:desktopTemplate': ['top', 'bottomLeft', 'bottomRight', 'sidebar'],
    'one:utilityBarTemplateDesktop': ['utilityItems']
};

/** Kind of page to the target of a component. */
const TARGETS: Readonly<Record<string, string>> = {
    RecordPage: 'lightning__RecordPage',
    HomePage: 'lightning__HomePage',
    AppPage: 'lightning__AppPage',
    UtilityBar: 'lightning__UtilityBar'
};
/** Properties that the platform itself sets on a component in a utility bar, in the form `lightning__UtilityBar.icon`. */
const OF_PLATFORM = /^(lightning__\w+\.)?(icon|label|height|width|scrollable|eager|hidden|labelvisible)$|decorator/i;
const OURS = /^(?:c:)?(\w+)$/;

type Report = (rule: keyof typeof RULES, node: XmlNode | undefined, message: string) => void;

export function flexiPageProblems(model: PackageModel): Problem[] {
    return model.ofKind('flexipage').flatMap((page) => {
        const problems: Problem[] = [];
        const report: Report = (rule, node, message) => {
            problems.push({ path: page.path, line: lineIn(page, node), rule: RULES[rule], message });
        };
        checkType(page, report);
        checkRegions(page, report);
        checkIdentifiers(page, report);
        checkFacets(page, report);
        checkComponents(page, model, report);
        return problems;
    });
}

function checkType({ name, document }: MetadataFile, report: Report): void {
    const type = textOf(document, 'type');
    const object = childOf(document, 'sobjectType');
    if (type === 'RecordPage' && !object) {
        report('type', document, 'is a record page of no object: <sobjectType> is missing');
    }
    if (object && ['AppPage', 'HomePage', 'UtilityBar'].includes(type)) {
        report('type', object, `is a page of type ${type}, which belongs to no object`);
    }
    if (/__c/i.test(name)) {
        report('type', document, `is named ${name}: a page has no __c in its name`);
    }
}

function checkRegions({ document }: MetadataFile, report: Report): void {
    const template = textOf(childOf(document, 'template'), 'name');
    const known = REGIONS[template];
    const seen = new Set<string>();
    for (const region of childrenOf(document, 'flexiPageRegions')) {
        const name = textOf(region, 'name');
        if (seen.has(name)) {
            report('region', region, `has the region ${name} twice`);
        }
        seen.add(name);
        if (known && textOf(region, 'type') === 'Region' && !known.includes(name)) {
            report('region', region, `has the region ${name}; ${template} has ${known.join(', ')}`);
        }
        for (const item of childrenOf(region, 'itemInstances')) {
            const held = item.children.filter(({ name: kind }) => /^(component|field)Instance$/.test(kind));
            if (held.length !== 1) {
                report('region', item, `holds ${held.length} components in one itemInstances`);
            }
        }
    }
}

function instancesOf(document: XmlNode | undefined): XmlNode[] {
    return document
        ? [...descendantsOf(document)].filter(({ name }) => name === 'componentInstance' || name === 'fieldInstance')
        : [];
}

function checkIdentifiers({ document }: MetadataFile, report: Report): void {
    const seen = new Set<string>();
    for (const instance of instancesOf(document)) {
        const node = childOf(instance, 'identifier');
        const identifier = node?.text ?? '';
        if (identifier === '') {
            report('identifier', instance, 'has a component without <identifier>');
        } else if (seen.has(identifier)) {
            report('identifier', node, `has the identifier ${identifier} twice`);
        } else if (identifier.length > LONGEST_IDENTIFIER) {
            report('identifier', node, `has an identifier of ${identifier.length} characters`);
        }
        seen.add(identifier);
    }
}

function checkFacets({ document }: MetadataFile, report: Report): void {
    const facets = childrenOf(document, 'flexiPageRegions').filter((region) => textOf(region, 'type') === 'Facet');
    const names = new Set(facets.map((facet) => textOf(facet, 'name')));
    const properties = document
        ? [...descendantsOf(document)].filter(({ name }) => name === 'componentInstanceProperties')
        : [];
    const shown = new Set(properties.map((property) => textOf(property, 'value')));
    for (const facet of facets) {
        const name = textOf(facet, 'name');
        if (!shown.has(name)) {
            report('facet', facet, `has the facet ${name}, which nothing shows`);
        }
    }
    for (const property of properties) {
        const value = textOf(property, 'value');
        if (/^Facet-/.test(value) && !names.has(value)) {
            report('facet', property, `shows the facet ${value}, which is not there`);
        }
    }
}

function checkComponents(page: MetadataFile, model: PackageModel, report: Report): void {
    const target = TARGETS[textOf(page.document, 'type')];
    const object = textOf(page.document, 'sobjectType');
    for (const instance of instancesOf(page.document)) {
        const node = childOf(instance, 'componentName');
        const bundle = OURS.exec(node?.text ?? '')?.[1]?.toLowerCase();
        const file = model.ofKind('js').find((candidate) => candidate.name.toLowerCase() === bundle);
        if (!file || target === undefined) {
            continue;
        }
        const design = designOf(file);
        const configs = design.configs.filter((config) => config.target === target);
        if (!design.isExposed || !design.targets.some(({ name }) => name === target)) {
            report('placement', node, `holds ${file.name}, which is not exposed for ${target}`);
            continue;
        }
        const objects = configs.flatMap((config) => config.objects);
        if (object !== '' && objects.length > 0 && !objects.includes(object)) {
            report('placement', node, `holds ${file.name} for ${object}; it is made for ${objects.join(', ')}`);
        }
        checkProperties(instance, node, configs, file.name, report);
    }
}

function checkProperties(
    instance: XmlNode,
    component: XmlNode | undefined,
    configs: readonly ReturnType<typeof designOf>['configs'][number][],
    name: string,
    report: Report
): void {
    const declared = new Map(
        configs.flatMap((config) => config.properties.map((property) => [property.name, property]))
    );
    const given = new Set<string>();
    for (const node of childrenOf(instance, 'componentInstanceProperties')) {
        const key = textOf(node, 'name');
        const property = declared.get(key);
        given.add(key);
        if (!property) {
            if (!OF_PLATFORM.test(key)) {
                report('property', node, `sets ${key} on ${name}, which declares no such property here`);
            }
            continue;
        }
        const fault = valueFault(property, textOf(node, 'value'));
        if (fault !== undefined) {
            report('property', node, `sets ${key} on ${name}, which ${fault}`);
        }
    }
    for (const property of declared.values()) {
        if (property.isRequired && property.attributes['default'] === undefined && !given.has(property.name)) {
            report('property', component, `leaves out ${property.name}, which ${name} requires`);
        }
    }
}
