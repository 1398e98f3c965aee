/** The members of a package, by kind and name, as the checks between members look them up. */
import { basename } from 'node:path';
import { filesBelow, packageDirectories, positionAt, readText } from '../shared/sourceFiles.ts';
import { childrenOf, childOf, documentOf, textOf, type XmlNode } from '../shared/xmlTree.ts';
import { readStandardObjects, type StandardObjects } from './standardObjects.ts';

/** One `-meta.xml`. */
export interface MetadataFile {
    readonly path: string;
    readonly text: string;
    /** Document element; undefined when the file is no well-formed XML, which another check reports. */
    readonly document: XmlNode | undefined;
    /** `field` of `Stage__c.field-meta.xml`. */
    readonly kind: string;
    /** `Stage__c` of `Stage__c.field-meta.xml`. */
    readonly name: string;
    /** Folder below `objects`; empty elsewhere. */
    readonly object: string;
}

export interface PackageModel {
    readonly root: string;
    readonly files: readonly string[];
    readonly metadata: readonly MetadataFile[];
    readonly standard: StandardObjects;
    /** Text of one file of the package. */
    readonly text: (path: string) => string;
    ofKind(kind: string): readonly MetadataFile[];
    /** Names of the members of a kind, in lower case; for `class`, `lwc` and `aura` those of the code, too. */
    names(kind: string): ReadonlySet<string>;
    /** Whether the package brings it, or the platform has it. */
    hasObject(name: string): boolean;
    /** The field's own file, where the package brings it. */
    field(object: string, field: string): MetadataFile | undefined;
    /** False only when it is certain: a standard field of an object whose fields are known, or any custom one. */
    hasField(object: string, field: string): boolean;
    /** Object that a lookup points to, by the name of the field or its `__r` form. */
    targetOf(object: string, relationship: string): string | undefined;
    /** Names of the lists of children, `Handoffs__r`, in lower case, of one object. */
    childLists(object: string): ReadonlySet<string>;
}

/** Suffixes of names that the platform gives by itself beside an object that is there. */
const DERIVED = /__(share|history|changeevent|feed|tag)$/i;
const LOOKUPS = new Set(['Lookup', 'MasterDetail', 'MetadataRelationship', 'ExternalLookup']);
/** The platform shares the fields of Activity between Task and Event. */
const PARENTS: Readonly<Record<string, string>> = { task: 'Activity', event: 'Activity' };

export async function readPackageModel(root: string): Promise<PackageModel> {
    const files = packageDirectories(root)
        .flatMap((directory) => filesBelow(root, directory))
        .map((path) => path.replaceAll('\\', '/'));
    const texts = new Map<string, string>();
    const text = (path: string): string => {
        const known = texts.get(path) ?? readText(root, path);
        texts.set(path, known);
        return known;
    };
    const metadata = files.filter((path) => path.endsWith('-meta.xml')).map((path) => metadataFile(path, text(path)));
    const components = files.filter((path) => /\/lwc\/.*\.(ts|js)$/.test(path)).map(text);
    const standard = await readStandardObjects(objectsNamed(metadata, components));
    return new Model(root, files, metadata, standard, text);
}

function metadataFile(path: string, text: string): MetadataFile {
    const [, name = '', kind = ''] = /^(.*)\.(\w+)-meta\.xml$/.exec(basename(path)) ?? [];
    return {
        path,
        text,
        document: documentOf(text),
        kind,
        name: decodeURIComponent(name.replace(/%(?![0-9A-Fa-f]{2})/g, '%25')),
        object: /(?:^|\/)objects\/([^/]+)\//.exec(path)?.[1] ?? ''
    };
}

/** Standard objects whose fields may be asked for: those that metadata or an import of a component names anywhere. */
function objectsNamed(metadata: readonly MetadataFile[], components: readonly string[]): Set<string> {
    const names = new Set<string>(['Activity']);
    for (const { object, text } of metadata) {
        names.add(object);
        for (const [, name = ''] of text.matchAll(/>([A-Z]\w+)(?:[.-][\w .%-]+)?</g)) {
            names.add(name);
        }
    }
    for (const text of components) {
        for (const [, name = ''] of text.matchAll(/@salesforce\/schema\/(\w+)/g)) {
            names.add(name);
        }
    }
    return names;
}

class Model implements PackageModel {
    readonly root: string;
    readonly files: readonly string[];
    readonly metadata: readonly MetadataFile[];
    readonly standard: StandardObjects;
    readonly text: (path: string) => string;
    private readonly kinds = new Map<string, MetadataFile[]>();
    private readonly nameSets = new Map<string, Set<string>>();
    private readonly fields = new Map<string, MetadataFile>();
    private readonly targets = new Map<string, string>();
    private readonly lists = new Map<string, Set<string>>();
    private readonly objects = new Set<string>();

    constructor(
        root: string,
        files: readonly string[],
        metadata: readonly MetadataFile[],
        standard: StandardObjects,
        text: (path: string) => string
    ) {
        this.root = root;
        this.files = files;
        this.metadata = metadata;
        this.standard = standard;
        this.text = text;
        for (const file of metadata) {
            this.kinds.set(file.kind, [...(this.kinds.get(file.kind) ?? []), file]);
            this.add(file.kind, file.name);
            if (file.object !== '') {
                this.objects.add(file.object.toLowerCase());
            }
            if (file.kind === 'field') {
                this.addField(file);
            }
        }
        for (const path of files) {
            const folder = /\/(lwc|aura)\/([^/]+)\/[^/]+$/.exec(path);
            if (folder) {
                this.add(folder[1] ?? '', folder[2] ?? '');
            }
            const apex = /([^/]+)\.cls$/.exec(path);
            if (apex) {
                this.add('class', apex[1] ?? '');
            }
        }
        for (const file of this.ofKind('labels')) {
            childrenOf(file.document, 'labels').forEach((label) => this.add('label', textOf(label, 'fullName')));
        }
    }

    ofKind(kind: string): readonly MetadataFile[] {
        return this.kinds.get(kind) ?? [];
    }

    names(kind: string): ReadonlySet<string> {
        return this.nameSets.get(kind) ?? new Set();
    }

    hasObject(name: string): boolean {
        const key = name.toLowerCase();
        const owner = DERIVED.test(key) ? key.replace(DERIVED, '__c') : key;
        return this.objects.has(key) || this.objects.has(owner) || this.standard.has(key) || !isCustom(key);
    }

    field(object: string, field: string): MetadataFile | undefined {
        const key = `${object}.${field}`.toLowerCase();
        const parent = PARENTS[object.toLowerCase()];
        return (
            this.fields.get(key) ??
            (parent === undefined ? undefined : this.fields.get(`${parent}.${field}`.toLowerCase()))
        );
    }

    hasField(object: string, field: string): boolean {
        if (this.field(object, field)) {
            return true;
        }
        // A name with a namespace is that of a package which the org has and the source tree has not.
        if (/^\w+?__\w+__c$/i.test(field)) {
            return true;
        }
        const known = this.standard.fields(object);
        return (
            !isCustom(field) &&
            (isCustom(object) || known === undefined || known.has(field.toLowerCase()) || !known.has('id'))
        );
    }

    targetOf(object: string, relationship: string): string | undefined {
        return this.targets.get(`${object}.${relationship}`.toLowerCase());
    }

    childLists(object: string): ReadonlySet<string> {
        return this.lists.get(object.toLowerCase()) ?? new Set();
    }

    private add(kind: string, name: string): void {
        this.nameSets.set(kind, (this.nameSets.get(kind) ?? new Set()).add(name.toLowerCase()));
    }

    private addField(file: MetadataFile): void {
        this.fields.set(`${file.object}.${file.name}`.toLowerCase(), file);
        const target = textOf(file.document, 'referenceTo');
        if (!LOOKUPS.has(textOf(file.document, 'type')) || target === '') {
            return;
        }
        this.targets.set(`${file.object}.${file.name}`.toLowerCase(), target);
        this.targets.set(`${file.object}.${file.name.replace(/__c$/i, '__r')}`.toLowerCase(), target);
        const list = textOf(file.document, 'relationshipName');
        if (list !== '') {
            const key = target.toLowerCase();
            this.lists.set(key, (this.lists.get(key) ?? new Set()).add(`${list}__r`.toLowerCase()));
        }
    }
}

/** Whether a name is one that an org gives, and the platform never. */
export function isCustom(name: string): boolean {
    return /__(c|mdt|e|b|x|kav|r)$/i.test(name);
}

/** Line of an element of a metadata file. */
export function lineIn(file: MetadataFile, node: XmlNode | undefined): number {
    return positionAt(file.text, node?.offset ?? 0).line;
}

/** Values of a picklist that the field itself lists; undefined when it lists none. */
export function picklistValues(field: MetadataFile): ReadonlySet<string> | undefined {
    const values = childrenOf(childOf(childOf(field.document, 'valueSet'), 'valueSetDefinition'), 'value');
    return values.length === 0 ? undefined : new Set(values.map((value) => textOf(value, 'fullName')));
}
