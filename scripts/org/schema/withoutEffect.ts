/** Metadata that changes what saving, sharing or automation does in an org, and that the local org does not run. */

/** Feature by file suffix. What only shows in Setup or on pages is not here: nothing breaks silently without it. */
const FEATURES: Readonly<Record<string, string>> = {
    '.approvalProcess-meta.xml': 'Approval process',
    '.assignmentRules-meta.xml': 'Assignment rules',
    '.autoResponseRules-meta.xml': 'Auto-response rules',
    '.duplicateRule-meta.xml': 'Duplicate rule',
    '.escalationRules-meta.xml': 'Escalation rules',
    '.flow-meta.xml': 'Flow',
    '.matchingRule-meta.xml': 'Matching rule',
    '.restrictionRule-meta.xml': 'Restriction rule',
    '.territory2Model-meta.xml': 'Territory model',
    '.workflow-meta.xml': 'Workflow rules'
};

/** Name of the feature that a file configures and that has no effect here; null for every other file. */
export function featureWithoutEffect(path: string): string | null {
    const suffix = Object.keys(FEATURES).find((each) => path.endsWith(each));
    return suffix === undefined ? null : (FEATURES[suffix] ?? null);
}
