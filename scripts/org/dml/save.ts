/** What the rest of the local org may ask of `dml/`. */
export {
    deleteRecords,
    insertRecords,
    mergeRecords,
    undeleteRecords,
    updateRecords,
    upsertRecords
} from './statements.ts';
export { convertLeads } from './convert.ts';
export { forgetMixedDml } from './mixed.ts';
export { defaultValue } from './prepare.ts';
export { shareByCriteria, shareEverything, unknownTargets } from './sharingRules.ts';
export type { LeadConversion, LeadConversionResult } from './convert.ts';
export type { MergeOutcome } from './merge.ts';
export type { DmlOptions, RowError, RowResult } from './types.ts';
