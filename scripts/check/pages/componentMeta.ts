/** Rules of `js-meta.xml`: where a component may stand, and what an admin may set there. */
import ts from 'typescript';
import { findBundles, type Bundle } from '../../build/bundles.ts';
import { childOf, textOf } from '../../shared/xmlTree.ts';
import { breaking, type Finding, type Problem, type Rule } from '../check.ts';
import { lineIn, type PackageModel } from '../packageModel.ts';
import { designOf, valueFault, type Design, type DesignProperty } from './design.ts';

const REFUSED = 'an org refuses the bundle, and with it the whole deploy';

const FILE_RULE: Rule = {
    name: 'component-meta-missing',
    why: 'without its js-meta.xml an org takes no bundle',
    mend: 'add name.js-meta.xml with apiVersion and isExposed'
};
const TARGET_RULE: Rule = {
    name: 'component-target',
    why: `a target that the platform has not, or a configuration of one that is not listed: ${REFUSED}; an exposed bundle without any can be placed nowhere`,
    mend: 'list in <targets> every place that the component is made for, and configure only those'
};
const PROPERTY_RULE: Rule = {
    name: 'component-property',
    why: `design attributes are checked against the class and the types of their target: ${REFUSED}`,
    mend: 'give the property a name that the class exposes with @api, a type of its target, and a default of that type'
};

/** Targets that the platform knows; those of one industry or product start alike. */
const TARGETS =
    /^(lightning__(AppPage|HomePage|RecordPage|RecordAction|UtilityBar|FlowScreen|FlowAction|Tab|Inbox|ComposerAction|UrlAddressable|VoiceExtension|EnablementProgram|GlobalAction|Dashboard|AgentforceInput|AgentforceOutput|ServiceDocument|ChannelHeader|Chat|AttachmentUpload|AccountEngagementEmail|PropertyEditor|PageTemplate|SalesforceMobile\w*|Web\w*)|lightningCommunity__(Page|Default|Page_Layout|Theme_Layout)|lightningSnapin__(PreChat|Minimized|ChatMessage|ChatHeader|MessagingHeader|MessagingPreChat)|lightningStatic__Email|analytics__Dashboard|industries__\w+)$/;
/** Types of properties on pages; flows have more. */
const PAGE_TYPES = new Set(['String', 'Integer', 'Boolean', 'Color', 'ContentReference', 'Picklist']);
const PAGE_TARGET = /^lightning__(AppPage|HomePage|RecordPage|UtilityBar)$/;
const FLOW_TARGET = 'lightning__FlowScreen';

export function componentMetaProblems(model: PackageModel): Problem[] {
    return findBundles(model.root)
        .filter((bundle) => bundle.files.some((file) => /\.(js|ts|html|css)$/.test(file)))
        .flatMap((bundle) => {
            const path = `${bundle.folder.replaceAll('\\', '/')}/${bundle.name}.js-meta.xml`;
            const file = model.metadata.find((candidate) => candidate.path === path);
            if (!file) {
                return breaking(FILE_RULE, [{ path, line: 1, message: 'is missing' }]);
            }
            const design = designOf(file);
            const exposed = exposedMembers(model, bundle);
            return [
                ...breaking(TARGET_RULE, targetFindings(design)),
                ...breaking(PROPERTY_RULE, propertyFindings(design, exposed))
            ];
        });
}

function targetFindings({ file, isExposed, targets, configs }: Design): Finding[] {
    const at = (line: number, message: string): Finding => ({ path: file.path, line, message });
    const names = targets.map(({ name }) => name);
    const version = Number(textOf(file.document, 'apiVersion'));
    return [
        ...(isExposed && targets.length === 0
            ? [at(lineIn(file, childOf(file.document, 'isExposed')), 'is exposed and has no <targets>')]
            : []),
        ...(Number.isInteger(version) && version > 0
            ? []
            : [
                  at(
                      lineIn(file, childOf(file.document, 'apiVersion')),
                      `has the API version "${textOf(file.document, 'apiVersion')}", which is none`
                  )
              ]),
        ...targets
            .filter(({ name }) => !TARGETS.test(name))
            .map(({ name, line }) => at(line, `names the target ${name}, which the platform has not`)),
        ...targets
            .filter(({ name }, index) => names.indexOf(name) !== index)
            .map(({ name, line }) => at(line, `names the target ${name} twice`)),
        ...configs
            .filter(({ target }) => !names.includes(target))
            .map(({ target, line }) => at(line, `configures ${target}, which is not among its <targets>`)),
        ...configs
            .filter(({ target, objects }) => objects.length > 0 && !/Record(Page|Action)$/.test(target))
            .map(({ target, line }) => at(line, `lists objects for ${target}, which shows no record`))
    ];
}

function propertyFindings({ file, configs }: Design, exposed: ReadonlySet<string> | undefined): Finding[] {
    const told = new Set<DesignProperty>();
    return configs.flatMap(({ target, properties }) => {
        const names = properties.map(({ name }) => name);
        return properties.flatMap((property, index) => {
            const fault =
                names.indexOf(property.name) === index
                    ? propertyFault(property, target, exposed)
                    : `is declared twice for ${target}`;
            if (fault === undefined || told.has(property)) {
                return [];
            }
            told.add(property);
            return [{ path: file.path, line: property.line, message: `the property ${property.name} ${fault}` }];
        });
    });
}

function propertyFault(
    property: DesignProperty,
    target: string,
    exposed: ReadonlySet<string> | undefined
): string | undefined {
    const { name, type, attributes } = property;
    if (name === '' || type === '') {
        return 'has no name or no type';
    }
    if (PAGE_TARGET.test(target) && !PAGE_TYPES.has(type)) {
        return `has the type ${type}, which a page has not: ${[...PAGE_TYPES].join(', ')}`;
    }
    if (exposed && !exposed.has(name) && target !== 'lightning__PropertyEditor') {
        return 'is no @api member of the class';
    }
    if ((attributes['min'] ?? attributes['max']) !== undefined && type !== 'Integer') {
        return `has min or max, which only Integer has, not ${type}`;
    }
    if (attributes['datasource'] !== undefined && !['String', 'Picklist'].includes(type)) {
        return `has a datasource, which only String has, not ${type}`;
    }
    if (attributes['role'] !== undefined && target !== FLOW_TARGET) {
        return `has a role, which only a flow screen knows, not ${target}`;
    }
    const value = attributes['default'];
    const fault = value === undefined || target === FLOW_TARGET ? undefined : valueFault(property, value);
    return fault === undefined ? undefined : `has a default that does not fit: it ${fault}`;
}

/** Members with `@api`; undefined when the class inherits from another, whose members are not read here. */
function exposedMembers(model: PackageModel, bundle: Bundle): ReadonlySet<string> | undefined {
    const file = [`${bundle.name}.ts`, `${bundle.name}.js`].find((name) => bundle.files.includes(name));
    if (file === undefined) {
        return new Set();
    }
    const path = `${bundle.folder.replaceAll('\\', '/')}/${file}`;
    const source = ts.createSourceFile(path, model.text(path), ts.ScriptTarget.Latest, true);
    const declaration = source.statements.find(
        (statement): statement is ts.ClassDeclaration =>
            ts.isClassDeclaration(statement) &&
            (statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword) ?? false)
    );
    const base = declaration?.heritageClauses?.[0]?.types[0]?.expression.getText(source) ?? '';
    if (!declaration || !/LightningElement|Modal|Element\b/.test(base)) {
        return undefined;
    }
    const decorated = declaration.members.filter(
        (member) =>
            ts.canHaveDecorators(member) &&
            ts.getDecorators(member)?.some(({ expression }) => expression.getText(source) === 'api')
    );
    return new Set(decorated.map((member) => member.name?.getText(source) ?? ''));
}
