/** Source tracking as queries of the Tooling API have it. */
import type { SourceTracking } from '../../metadata/sourceTracking.ts';
import type { Table } from './testTables.ts';

/** No table in an org that keeps no track: that is how tools find out. */
export function trackingTables(tracking: SourceTracking | null): Table[] {
    if (!tracking) return [];
    return [
        {
            name: 'SourceMember',
            fields: [
                'MemberIdOrName',
                'MemberType',
                'MemberName',
                'IsNameObsolete',
                'RevisionCounter',
                'IsNewMember',
                'ChangedBy',
                'LastModifiedDate'
            ],
            rows: () => tracking.members().map((member) => ({ ...member }))
        }
    ];
}
