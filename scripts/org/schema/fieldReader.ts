/** `X.field-meta.xml` to a field definition. */
import { labelFromName, makeField } from './fieldDefaults.ts';
import { child, children, flagOf, numberOf, textOf } from './xml.ts';
import { formulaPlace, type Diagnostics } from './source.ts';
import { allOf, parseFilterLogic } from './filterLogic.ts';
import type { DeleteConstraint, FieldDef, FieldType, LookupFilterDef, PicklistValue, RollupDef } from './model.ts';
import type { XmlElement } from './xml.ts';

const TYPES: Readonly<Record<string, FieldType>> = {
    Text: 'string',
    EncryptedText: 'string',
    AutoNumber: 'string',
    TextArea: 'textarea',
    LongTextArea: 'textarea',
    Html: 'textarea',
    Email: 'email',
    Phone: 'phone',
    Url: 'url',
    Number: 'double',
    Currency: 'currency',
    Percent: 'percent',
    Checkbox: 'boolean',
    Date: 'date',
    DateTime: 'datetime',
    Time: 'time',
    Picklist: 'picklist',
    MultiselectPicklist: 'multipicklist',
    Lookup: 'reference',
    MasterDetail: 'reference',
    Hierarchy: 'reference',
    MetadataRelationship: 'reference',
    Summary: 'double',
    Location: 'location'
};

const LENGTHS: Readonly<Record<string, number>> = {
    Email: 80,
    Phone: 40,
    Url: 255,
    TextArea: 255,
    Picklist: 255,
    AutoNumber: 30
};

export interface FieldSource {
    readonly path: string;
    readonly element: XmlElement;
    /** API name according to the file's name; null for fields inside an object file. */
    readonly fileName: string | null;
}

/** Named value sets of the package. */
export type ValueSets = ReadonlyMap<string, readonly PicklistValue[]>;

/** Values of a `<valueSetDefinition>`, `<GlobalValueSet>` or `<StandardValueSet>` element. */
export function readValues(element: XmlElement, valueName: string): PicklistValue[] {
    return children(element, valueName).map((each) => {
        const value = textOf(each, 'fullName') ?? '';
        const flags: Record<string, boolean | number | string> = {};
        for (const name of ['converted', 'won', 'closed', 'highPriority', 'reviewed'] as const) {
            const flag = flagOf(each, name);
            if (flag !== undefined) flags[name] = flag;
        }
        const probability = numberOf(each, 'probability');
        if (probability !== undefined) flags['probability'] = probability;
        const forecast = textOf(each, 'forecastCategory');
        if (forecast !== undefined) flags['forecastCategory'] = forecast;
        return {
            value,
            label: textOf(each, 'label') ?? value,
            isDefault: flagOf(each, 'default') ?? false,
            isActive: flagOf(each, 'isActive') ?? true,
            ...(Object.keys(flags).length > 0 ? { flags } : {})
        };
    });
}

function readPicklist(source: FieldSource, sets: ValueSets, diagnostics: Diagnostics): Partial<FieldDef> {
    const valueSet = child(source.element, 'valueSet');
    if (!valueSet) {
        diagnostics.error(source.path, 'A picklist needs <valueSet>.', source.element);
        return {};
    }
    const isRestrictedPicklist = flagOf(valueSet, 'restricted') ?? false;
    const definition = child(valueSet, 'valueSetDefinition');
    if (definition) {
        const picklistValues = readValues(definition, 'value');
        const seen = new Set<string>();
        for (const [index, value] of picklistValues.entries()) {
            const at = children(definition, 'value')[index];
            if (value.value === '') diagnostics.error(source.path, 'A picklist value needs <fullName>.', at);
            else if (seen.has(value.value.toLowerCase())) {
                diagnostics.error(source.path, `The picklist value "${value.value}" stands there twice.`, at);
            }
            seen.add(value.value.toLowerCase());
        }
        return { picklistValues, isRestrictedPicklist };
    }
    const name = textOf(valueSet, 'valueSetName');
    const picklistValues = name === undefined ? undefined : sets.get(name.toLowerCase());
    if (picklistValues) return { picklistValues, isRestrictedPicklist: true };
    const message = name
        ? `There is no value set ${name}.`
        : '<valueSet> has neither values nor the name of a value set.';
    diagnostics.error(source.path, message, valueSet);
    return {};
}

function readReference(source: FieldSource, name: string, type: string, diagnostics: Diagnostics): Partial<FieldDef> {
    const { element } = source;
    const target = type === 'Hierarchy' ? 'User' : textOf(element, 'referenceTo');
    if (!target) diagnostics.error(source.path, `${name} needs <referenceTo>.`, element);
    const child = textOf(element, 'relationshipName');
    const isMasterDetail = type === 'MasterDetail';
    const constraint = (textOf(element, 'deleteConstraint') ?? 'SetNull') as DeleteConstraint;
    if (!['SetNull', 'Restrict', 'Cascade'].includes(constraint)) {
        diagnostics.error(
            source.path,
            `deleteConstraint "${constraint}" is none of SetNull, Restrict, Cascade.`,
            element
        );
    }
    const isRequired = isMasterDetail || (flagOf(element, 'required') ?? false);
    if (!isMasterDetail && isRequired && constraint === 'SetNull' && textOf(element, 'deleteConstraint')) {
        diagnostics.error(source.path, 'A required lookup cannot have the deleteConstraint SetNull.', element);
    }
    const isReparentable = flagOf(element, 'reparentableMasterDetail') ?? false;
    return {
        length: 18,
        referenceTo: target ? [target] : [],
        relationshipName: name.replace(/__c$/, '__r'),
        ...(child ? { childRelationshipName: `${child}__r` } : {}),
        deleteConstraint: isMasterDetail ? 'Cascade' : constraint,
        isMasterDetail,
        ...(isMasterDetail
            ? {
                  masterDetailOrder: numberOf(element, 'relationshipOrder') === 1 ? (1 as const) : (0 as const),
                  isReparentable,
                  isUpdateable: isReparentable
              }
            : {}),
        isRequired
    };
}

function readRollup(source: FieldSource, diagnostics: Diagnostics): RollupDef | undefined {
    const [childObject = '', childField = ''] = (textOf(source.element, 'summaryForeignKey') ?? '').split('.');
    const operation = textOf(source.element, 'summaryOperation') ?? '';
    if (!childField) diagnostics.error(source.path, 'A roll-up summary needs <summaryForeignKey>.', source.element);
    if (!['count', 'sum', 'min', 'max'].includes(operation)) {
        diagnostics.error(
            source.path,
            `summaryOperation "${operation}" is none of count, sum, min, max.`,
            source.element
        );
        return undefined;
    }
    const summarized = textOf(source.element, 'summarizedField')?.split('.').at(-1);
    return {
        operation: operation as RollupDef['operation'],
        childObject,
        childField,
        ...(summarized ? { summarizedField: summarized } : {}),
        filters: children(source.element, 'summaryFilterItems').map((each) => ({
            field: textOf(each, 'field')?.split('.').at(-1) ?? '',
            operation: textOf(each, 'operation') ?? 'equals',
            value: textOf(each, 'value') ?? ''
        }))
    };
}

/** What a lookup filter says when the metadata has no message. */
const FILTER_MESSAGE = 'Value does not exist or does not match filter criteria.';

/** A required lookup filter; optional ones bind nobody outside of pages. */
function readLookupFilter(source: FieldSource, name: string, diagnostics: Diagnostics): LookupFilterDef | undefined {
    const element = child(source.element, 'lookupFilter');
    if (!element || flagOf(element, 'active') !== true || flagOf(element, 'isOptional') === true) return undefined;
    const filters = children(element, 'filterItems').map((each) => {
        const valueField = textOf(each, 'valueField');
        return {
            field: textOf(each, 'field') ?? '',
            operation: textOf(each, 'operation') ?? 'equals',
            value: textOf(each, 'value') ?? '',
            ...(valueField === undefined ? {} : { valueField })
        };
    });
    const text = textOf(element, 'booleanFilter');
    const logic = text === undefined ? allOf(filters.length) : parseFilterLogic(text, filters.length);
    if (logic === undefined) {
        diagnostics.error(source.path, `The filter logic "${text}" of ${name} cannot be read.`, element);
        return undefined;
    }
    const paths = filters.flatMap(({ field, valueField }) => [field, valueField ?? field]);
    const strange = paths.find((path) => !/^(\$(Source|User|Profile|UserRole)|\w+)(\.\w+)+$/.test(path));
    if (strange !== undefined) {
        diagnostics.unsupported(source.path, `Lookup filter of ${name} with ${strange}`, element);
        return undefined;
    }
    return { filters, logic, message: textOf(element, 'errorMessage') ?? FILTER_MESSAGE };
}

function checkedNumber(source: FieldSource, name: string, diagnostics: Diagnostics): number | undefined {
    const value = numberOf(source.element, name);
    if (value === undefined || Number.isInteger(value)) return value;
    diagnostics.error(source.path, `<${name}> must be a whole number.`, child(source.element, name));
    return undefined;
}

/** A location is stored in two number fields, `X__Latitude__s` and `X__Longitude__s`. */
function locationParts(name: string, label: string): FieldDef[] {
    const stem = name.replace(/__c$/, '');
    return ['Latitude', 'Longitude'].map((part) =>
        makeField({
            name: `${stem}__${part}__s`,
            label: `${label} (${part})`,
            type: 'double',
            precision: 18,
            scale: 15
        })
    );
}

/**
 * Reads one custom field. Returns an empty list when it cannot be used at all (diagnostics say why), several fields for
 * a location.
 */
export function readField(source: FieldSource, sets: ValueSets, diagnostics: Diagnostics): FieldDef[] {
    const { element, path } = source;
    const name = textOf(element, 'fullName') ?? source.fileName ?? '';
    if (source.fileName !== null && name.toLowerCase() !== source.fileName.toLowerCase()) {
        diagnostics.error(
            path,
            `fullName is ${name}, the file is named ${source.fileName}.`,
            child(element, 'fullName')
        );
    }
    const typeName = textOf(element, 'type');
    if (!typeName) {
        diagnostics.error(path, `${name} needs <type>.`, element);
        return [];
    }
    const type = TYPES[typeName];
    if (!type) {
        const at = child(element, 'type');
        if (/^(ExternalLookup|IndirectLookup|File|Array)$/.test(typeName)) {
            diagnostics.unsupported(path, `Field type ${typeName}`, at);
        } else diagnostics.error(path, `"${typeName}" is no field type.`, at);
        return [];
    }
    const lookupFilter = readLookupFilter(source, name, diagnostics);
    const label = textOf(element, 'label') ?? labelFromName(name);
    const formula = textOf(element, 'formula');
    const isNumber = ['double', 'currency', 'percent'].includes(type);
    const rollup = typeName === 'Summary' ? readRollup(source, diagnostics) : undefined;
    const isPicklist = (type === 'picklist' || type === 'multipicklist') && formula === undefined;
    const reference = type === 'reference' ? readReference(source, name, typeName, diagnostics) : {};
    const isAutoNumber = typeName === 'AutoNumber';
    const length =
        isNumber || type === 'reference'
            ? undefined
            : (checkedNumber(source, 'length', diagnostics) ?? LENGTHS[typeName]);
    const isRequired = reference.isRequired ?? flagOf(element, 'required') ?? false;
    const defaultFormula = isPicklist ? undefined : textOf(element, 'defaultValue');
    const help = textOf(element, 'inlineHelpText');
    const description = textOf(element, 'description');
    const field = makeField({
        name,
        label,
        type,
        isCustom: true,
        ...(length === undefined ? {} : { length }),
        ...(isNumber
            ? {
                  precision: checkedNumber(source, 'precision', diagnostics) ?? 18,
                  scale: checkedNumber(source, 'scale', diagnostics) ?? 0
              }
            : {}),
        ...(type === 'string' && length === undefined ? { length: formula === undefined ? 255 : 1300 } : {}),
        isRequired,
        isUnique: flagOf(element, 'unique') ?? false,
        isCaseSensitive: flagOf(element, 'caseSensitive') ?? false,
        isExternalId: flagOf(element, 'externalId') ?? false,
        isAutoNumber,
        ...(isAutoNumber ? { autoNumberFormat: textOf(element, 'displayFormat') ?? '{0}' } : {}),
        ...(formula === undefined
            ? {}
            : { formula, formulaTreatsBlankAsZero: textOf(element, 'formulaTreatBlanksAs') !== 'BlankAsBlank' }),
        ...formulaPlace(path, child(element, formula === undefined ? 'defaultValue' : 'formula')),
        ...(rollup ? { rollup } : {}),
        ...(defaultFormula === undefined ? {} : { defaultFormula }),
        ...(isPicklist ? readPicklist(source, sets, diagnostics) : {}),
        ...reference,
        ...(lookupFilter ? { lookupFilter } : {}),
        ...(help === undefined ? {} : { inlineHelpText: help }),
        ...(description === undefined ? {} : { description })
    });
    return type === 'location' ? [field, ...locationParts(name, label)] : [field];
}
