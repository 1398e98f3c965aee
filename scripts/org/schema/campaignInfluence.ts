/**
 * Customizable campaign influence: its two objects are there only where the settings of campaigns switch it on; its models
 * are metadata, besides the one that every such org has.
 */
import { flagOf, textOf } from './xml.ts';
import type { InfluenceModelDef } from './model.ts';
import type { Diagnostics, MetadataFile } from './source.ts';

const OBJECTS = new Set(['CampaignInfluence', 'CampaignInfluenceModel']);

/** The model that takes the primary campaign of an opportunity; nobody writes its rows. */
const PRIMARY: InfluenceModelDef = {
    developerName: 'Primary_Campaign_Source_Model',
    label: 'Primary Campaign Source Model',
    description: null,
    isDefault: true,
    isLocked: true
};

export function isOfCampaignInfluence(objectName: string): boolean {
    return OBJECTS.has(objectName);
}

/** @param settings files of campaign settings */
export function hasCampaignInfluence(settings: readonly MetadataFile[]): boolean {
    return settings.some((file) => flagOf(file.root, 'enableCampaignInfluence2') === true);
}

/** Models of an org; one at most is the default, and a model without the feature is an error as in a deployment. */
export function influenceModels(
    settings: readonly MetadataFile[],
    files: readonly MetadataFile[],
    diagnostics: Diagnostics
): readonly InfluenceModelDef[] {
    if (!hasCampaignInfluence(settings)) {
        for (const file of files) {
            diagnostics.error(file.path, 'Customizable campaign influence is not switched on.', file.root);
        }
        return [];
    }
    const own = files.map((file) => ({
        developerName: file.name,
        label: textOf(file.root, 'name') ?? file.name,
        description: textOf(file.root, 'modelDescription') ?? null,
        isDefault: flagOf(file.root, 'isDefaultModel') ?? false,
        isLocked: flagOf(file.root, 'isModelLocked') ?? false
    }));
    return [{ ...PRIMARY, isDefault: !own.some((model) => model.isDefault) }, ...own];
}
