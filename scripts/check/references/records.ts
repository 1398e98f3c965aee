/** Custom metadata records against their type: the type and its fields exist, values are of the field's kind. */
import { childOf, childrenOf, textOf, type XmlNode } from '../../shared/xmlTree.ts';
import { breaking, type Problem, type Rule } from '../check.ts';
import { lineIn, picklistValues, type MetadataFile, type PackageModel } from '../packageModel.ts';

const REFUSED = 'an org refuses a record that does not fit its type, and with it the whole deploy';

const TYPE_RULE: Rule = {
    name: 'record-type',
    why: REFUSED,
    mend: 'name the file Type.Record.md-meta.xml, after a custom metadata type that the package has'
};
const FIELD_RULE: Rule = {
    name: 'record-field',
    why: REFUSED,
    mend: 'correct the name of the field, give it once, or add the field to the type'
};
const VALUE_RULE: Rule = {
    name: 'record-value',
    why: REFUSED,
    mend: 'give a value of the kind of the field: one of its picklist values, a number, a record that is there'
};

/** What `xsi:type` may say of a field's value. */
const XML_TYPES: Readonly<Record<string, readonly string[]>> = {
    Checkbox: ['xsd:boolean'],
    Number: ['xsd:double', 'xsd:int', 'xsd:decimal'],
    Percent: ['xsd:double', 'xsd:int', 'xsd:decimal'],
    Date: ['xsd:date'],
    DateTime: ['xsd:dateTime']
};
const TEXT_TYPES = ['xsd:string', 'xsd:picklist', 'xsd:anyType'];

export function recordProblems(model: PackageModel): Problem[] {
    const records = model.ofKind('md');
    const known = new Set(records.map(({ name }) => name.toLowerCase()));
    return records.flatMap((record) => problemsOf(record, known, model));
}

function problemsOf(record: MetadataFile, known: ReadonlySet<string>, model: PackageModel): Problem[] {
    const type = `${record.name.split('.')[0]}__mdt`;
    if (!record.name.includes('.') || !model.hasObject(type)) {
        return breaking(TYPE_RULE, [
            { path: record.path, line: 1, message: `is a record of ${type}, which is no type` }
        ]);
    }
    const problems: Problem[] = [];
    const seen = new Set<string>();
    for (const entry of childrenOf(record.document, 'values')) {
        const name = textOf(entry, 'field');
        const line = lineIn(record, childOf(entry, 'field') ?? entry);
        const field = model.field(type, name);
        if (!field || seen.has(name)) {
            const message = field ? `gives ${name} twice` : `gives ${name}, which ${type} has not`;
            problems.push({ path: record.path, line, rule: FIELD_RULE, message });
        } else {
            const fault = valueFault(childOf(entry, 'value'), field, known);
            if (fault !== undefined) {
                problems.push({ path: record.path, line, rule: VALUE_RULE, message: `${name} ${fault}` });
            }
        }
        seen.add(name);
    }
    return problems;
}

/** What is wrong with a value; undefined when nothing is. */
function valueFault(value: XmlNode | undefined, field: MetadataFile, known: ReadonlySet<string>): string | undefined {
    const type = textOf(field.document, 'type');
    const text = value?.text ?? '';
    if (!value || value.attributes['xsi:nil'] === 'true' || text === '') {
        return textOf(field.document, 'required') === 'true' ? 'is required and has no value' : undefined;
    }
    const given = value.attributes['xsi:type'] ?? '';
    const allowed = XML_TYPES[type] ?? TEXT_TYPES;
    if (!allowed.includes(given)) {
        return `is a ${type} and takes ${allowed[0]}, not ${given === '' ? 'a value without xsi:type' : given}`;
    }
    if (XML_TYPES[type]?.includes('xsd:double') && Number.isNaN(Number(text))) {
        return `takes a number, not "${text}"`;
    }
    if (type === 'Checkbox' && !/^(true|false)$/.test(text)) {
        return `takes true or false, not "${text}"`;
    }
    const values = type === 'Picklist' ? picklistValues(field) : undefined;
    if (values && !values.has(text)) {
        return `takes one of ${[...values].join(', ')}, not "${text}"`;
    }
    const target = textOf(field.document, 'referenceTo');
    const isRecordLink = type === 'MetadataRelationship' && target.endsWith('__mdt');
    return isRecordLink && !known.has(`${target.replace(/__mdt$/, '')}.${text}`.toLowerCase())
        ? `names the record ${text} of ${target}, which is not there`
        : undefined;
}
