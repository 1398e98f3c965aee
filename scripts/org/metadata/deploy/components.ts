/** Compiles Lightning web components as a deploy does: with the platform's compiler, every reference looked up in the org. */
import { compileBundle, type Place } from '../../../shared/componentCompiler.ts';
import { baseComponents, missingText, type Offer } from '../../../shared/componentOffer.ts';
import { API_VERSION } from '../../runtime/apiVersion.ts';
import type { Program } from '../../runtime/program.ts';
import type { Schema } from '../../schema/model.ts';
import { textOfFile, type Member, type Members } from '../members.ts';
import type { ComponentProblem } from './messages.ts';

/** What the org offers to components. */
export function offerOfOrg(members: Members, schema: Schema, program: Program): Offer {
    const names = (type: string): string[] =>
        [...members.values()].filter((member) => member.type === type).map((member) => member.fullName);
    return {
        bundles: new Set(names('LightningComponentBundle')),
        labels: new Set([...schema.labels.values()].map((label) => label.name)),
        apexMethods: new Set(
            program.classes.flatMap((each) =>
                each.methods
                    .filter((method) => method.annotations.some(({ name }) => name === 'auraenabled'))
                    .map((method) => `${each.name}.${method.name}`)
            )
        ),
        schema: new Set(schemaNames(schema)),
        customPermissions: new Set(names('CustomPermission')),
        messageChannels: new Set(names('LightningMessageChannel').map((name) => `${name}__c`)),
        staticResources: new Set(names('StaticResource')),
        contentAssets: new Set(names('ContentAsset')),
        lightning: new Set(Object.keys(baseComponents()))
    };
}

/** `Lead`, `Lead.Status` and, one relationship away, `Lead.Owner.Name`. */
function* schemaNames(schema: Schema): Generator<string> {
    for (const object of schema.objects) {
        yield object.name;
        for (const field of object.fields.values()) {
            yield `${object.name}.${field.name}`;
            const parent = schema.object(field.referenceTo?.[0] ?? '');
            if (!parent || !field.relationshipName) continue;
            for (const far of parent.fields.values()) yield `${object.name}.${field.relationshipName}.${far.name}`;
        }
    }
}

export class ComponentCompiler {
    private readonly offer: Offer;

    constructor(offer: Offer) {
        this.offer = offer;
    }

    /** What is wrong with a bundle, one problem a place. */
    async problemsOf(bundle: Member): Promise<ComponentProblem[]> {
        const name = bundle.fullName;
        const root = `lwc/${name}/`;
        const files: Record<string, string> = {};
        for (const file of bundle.files) {
            if (/\.(js|html|css|svg)$/.test(file.path)) files[file.path.slice(root.length)] = textOfFile(file);
        }
        const problem = (file: string, message: string, place?: Place): ComponentProblem => ({
            type: bundle.type,
            fullName: name,
            fileName: `${root}${file.split('/').pop() ?? ''}`,
            message:
                place?.line === undefined
                    ? oneLine(message)
                    : `[Line: ${place.line}, Col: ${(place.column ?? 0) + 1}] ${oneLine(message)}`,
            severity: 'Error'
        });
        const meta = bundle.files.find((file) => file.path === `${root}${name}.js-meta.xml`);
        if (!meta) return [problem(`${name}.js-meta.xml`, `Cannot find the configuration file ${name}.js-meta.xml`)];
        if (!(`${name}.js` in files) && !(`${name}.html` in files) && !(`${name}.css` in files)) {
            return [problem(`${name}.js`, `Cannot find Lightning Component Bundle ${name}: it has no ${name}.js`)];
        }
        const apiVersion = /<apiVersion>\s*([\d.]+)\s*</.exec(textOfFile(meta))?.[1];
        const { faults, references, isSilent } = await compileBundle(name, files, Number(apiVersion ?? API_VERSION));
        const missing = references.flatMap((reference) => {
            const text = missingText(reference, this.offer);
            return text === undefined ? [] : [problem(reference.file, text, reference.locations?.[0])];
        });
        if (isSilent) return [problem(`${name}.js`, 'does not compile')];
        return [...faults.map(({ file, message, at }) => problem(file ?? `${name}.js`, message, at)), ...missing];
    }
}

const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
