/**
 * A few fictional people with touches of the last days, to try the app with: for an org that is not for production. Dates
 * count back from now, so that scores and clocks have something to say. Run twice, it adds nothing.
 */
import { ToolError } from '../shared/toolError.ts';
import { changed, unchanged, type Done } from './stages.ts';
import type { TargetOrg } from './target.ts';

interface Sample {
    readonly person: Readonly<Record<string, string>>;
    /** Type of touch, days ago, what it was about. */
    readonly touches: readonly (readonly [type: string, daysAgo: number, asset: string])[];
}

const SOURCE = 'sample';
const DAY_MS = 24 * 60 * 60 * 1000;

const SAMPLES: readonly Sample[] = [
    {
        person: {
            FirstName: 'Odile',
            LastName: 'Fennimore',
            Company: 'Larkhaven Surgical Center',
            Email: 'odile.fennimore@larkhaven.example',
            Title: 'Director of Perioperative Services'
        },
        touches: [
            ['demo_request', 1, 'Demo of the Alder tower'],
            ['pricing_page', 2, 'Prices'],
            ['webinar_attended', 6, 'Shorter turnover times']
        ]
    },
    {
        person: {
            FirstName: 'Tamsin',
            LastName: 'Orrery',
            Company: 'Millbrae Regional Hospital',
            Email: 'tamsin.orrery@millbrae.example',
            Title: 'Value Analysis Manager'
        },
        touches: [
            ['vac_kit', 3, 'Kit for the value analysis committee'],
            ['case_study', 9, 'Case study: two rooms, one tower']
        ]
    },
    {
        person: {
            FirstName: 'Bertrand',
            LastName: 'Quillfeather',
            Company: 'Ostermoor Clinic',
            Email: 'bertrand.quillfeather@ostermoor.example',
            Title: 'Biomedical Engineer'
        },
        touches: [['email_open', 4, 'Newsletter']]
    }
];

/** @throws ToolError in a production org */
export async function addSampleData(org: TargetOrg): Promise<Done> {
    const { isProduction, organizationName } = await org.identity();
    if (isProduction) {
        throw new ToolError('NoSampleData', `Sample data does not go into ${organizationName}: people work there.`, [
            'Leave data:sample out of --with'
        ]);
    }
    const emails = SAMPLES.map(({ person }) => `'${person['Email'] ?? ''}'`).join(', ');
    const there = await org.query<{ Email: string }>(`SELECT Email FROM Lead WHERE Email IN (${emails})`);
    const known = new Set(there.map(({ Email }) => Email.toLowerCase()));
    const missing = SAMPLES.filter(({ person }) => !known.has((person['Email'] ?? '').toLowerCase()));
    if (missing.length === 0) return unchanged('it is there already');
    for (const { person, touches } of missing) {
        await org.insert('Lead', person);
        for (const [type, daysAgo, asset] of touches) {
            await org.insert('Engagement__c', {
                External_Key__c: `${SOURCE}:${person['LastName'] ?? ''}-${type}`,
                Source_System__c: SOURCE,
                Source_Type__c: type,
                Type__c: type,
                Occurred_At__c: new Date(Date.now() - daysAgo * DAY_MS).toISOString(),
                Person_Email__c: person['Email'],
                Asset__c: asset
            });
        }
    }
    return changed(`${missing.length} fictional leads and their touches`);
}
