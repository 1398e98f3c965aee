/** Invented names. No person, hospital or company of these lists exists; `demo` stands in every description. */
import type { Random } from '../shared/random.ts';

const FIRST = [
    'Ala',
    'Bre',
    'Cori',
    'Dema',
    'Elo',
    'Fen',
    'Gali',
    'Hest',
    'Ila',
    'Jora',
    'Kem',
    'Lio',
    'Mave',
    'Nori',
    'Osk',
    'Pell',
    'Quin',
    'Rosa',
    'Sel',
    'Tam',
    'Uli',
    'Vero',
    'Wren',
    'Yso',
    'Zan'
];
const FIRST_END = ['', 'n', 'ra', 'lin', 'dor', 'wyn', 'a', 'ell', 'is', 'mar'];
const LAST = [
    'Ard',
    'Bex',
    'Cald',
    'Dren',
    'Ever',
    'Fald',
    'Gorm',
    'Holt',
    'Ister',
    'Jarr',
    'Kest',
    'Lorn',
    'Mard',
    'Nev',
    'Ostr',
    'Penh',
    'Quar',
    'Rud',
    'Strel',
    'Thorn',
    'Ulm',
    'Varn',
    'Wex',
    'Yarl',
    'Zell'
];
const LAST_END = [
    'aby',
    'brook',
    'cott',
    'dene',
    'ergast',
    'field',
    'gate',
    'holm',
    'ingway',
    'kirk',
    'low',
    'mere',
    'nock',
    'over',
    'quist',
    'rane',
    'stead',
    'thwaite',
    'vale',
    'wick'
];
const PLACE = [
    'Amberlow',
    'Birchfen',
    'Copperdale',
    'Dunmarrow',
    'Eastermere',
    'Fallowbrook',
    'Greywater',
    'Hollinscar',
    'Ironvale',
    'Junipere',
    'Kestrelmoor',
    'Larkhollow',
    'Mossgate',
    'Northwillow',
    'Oldmere',
    'Pinefall',
    'Quillbridge',
    'Ravenslea',
    'Silverfen',
    'Thistledown',
    'Umberhill',
    'Velden Cross',
    'Westmarrow',
    'Yarrowby',
    'Zephyr Point'
];

export interface PersonName {
    readonly first: string;
    readonly last: string;
}

/** Gives out names without repeating a full name. */
export function personNames(random: Random): () => PersonName {
    const used = new Set<string>();
    return () => {
        for (;;) {
            const name = {
                first: random.pick(FIRST) + random.pick(FIRST_END),
                last: random.pick(LAST) + random.pick(LAST_END)
            };
            const full = `${name.first} ${name.last}`;
            if (!used.has(full)) {
                used.add(full);
                return name;
            }
        }
    };
}

export interface InstitutionKind {
    readonly type: string;
    readonly suffixes: readonly string[];
}

export const INSTITUTION_KINDS: Readonly<Record<string, InstitutionKind>> = {
    idn: { type: 'IDN', suffixes: ['Health System', 'Care Network'] },
    hospital: {
        type: 'Hospital',
        suffixes: [
            'Regional Hospital',
            'General Hospital',
            'Medical Center',
            'University Hospital',
            'Community Hospital'
        ]
    },
    group: { type: 'Group practice', suffixes: ['Cardiology Group', 'Surgical Associates', 'Specialty Partners'] },
    ambulatory: { type: 'Ambulatory centre', suffixes: ['Ambulatory Centre', 'Day Surgery Centre'] }
};

/** Gives out institution names without repeating one. */
export function institutionNames(random: Random): (kind: InstitutionKind) => string {
    const used = new Set<string>();
    return (kind) => {
        for (;;) {
            const name = `${random.pick(PLACE)} ${random.pick(kind.suffixes)}`;
            if (!used.has(name)) {
                used.add(name);
                return name;
            }
        }
    };
}

export interface Territory {
    /** Developer name of its routing rule. */
    readonly rule: string;
    readonly country: string;
    readonly states: readonly string[];
    readonly zone: string;
    /** Aliases of its representatives. */
    readonly reps: readonly string[];
}

export const TERRITORIES: readonly Territory[] = [
    {
        rule: 'US_Northeast',
        country: 'US',
        states: ['NY', 'MA', 'CT', 'NJ', 'PA'],
        zone: 'America/New_York',
        reps: ['priya', 'dana']
    },
    {
        rule: 'US_Southeast',
        country: 'US',
        states: ['FL', 'GA', 'NC', 'VA'],
        zone: 'America/New_York',
        reps: ['cole', 'imani']
    },
    {
        rule: 'US_Central',
        country: 'US',
        states: ['IL', 'TX', 'MN', 'MO'],
        zone: 'America/Chicago',
        reps: ['luis', 'hana']
    },
    {
        rule: 'US_West',
        country: 'US',
        states: ['CA', 'WA', 'OR'],
        zone: 'America/Los_Angeles',
        reps: ['nico', 'june']
    },
    { rule: 'Canada', country: 'CA', states: ['ON', 'QC'], zone: 'America/Toronto', reps: ['remy', 'ada'] },
    { rule: 'DACH', country: 'DE', states: ['BY', 'BE', 'HH'], zone: 'Europe/Berlin', reps: ['jonas', 'mila'] },
    { rule: 'UK_IE', country: 'GB', states: ['LND', 'MAN'], zone: 'Europe/London', reps: ['owen', 'niamh'] },
    { rule: 'Nordics', country: 'SE', states: ['AB', 'M'], zone: 'Europe/Stockholm', reps: ['elsa', 'mats'] }
];

/** Role, its share among personas, and the specialties it goes with. */
export const PERSONAS: readonly (readonly [role: string, weight: number, specialties: readonly string[]])[] = [
    ['Surgeon or physician', 38, ['Electrophysiology', 'Cardiology', 'Orthopaedic surgery']],
    ['Department head', 12, ['Electrophysiology', 'Cardiology', 'Orthopaedic surgery']],
    ['Nurse or OR director', 14, ['Wound care nursing', 'Cardiology']],
    ['Supply chain', 12, ['Supply chain']],
    ['Biomedical engineer', 8, ['Biomedical engineering']],
    ['Administrator or CFO', 9, ['Administration']],
    ['Laboratory', 7, ['Laboratory medicine']]
];

export const INTERESTS: Readonly<Record<string, readonly string[]>> = {
    Electrophysiology: ['Lumenpath console', 'Lumenpath catheters'],
    Cardiology: ['Lumenpath console', 'Hemaquick analyser'],
    'Orthopaedic surgery': ['Ossara fixation set'],
    'Wound care nursing': ['Dermalock dressing'],
    'Supply chain': ['Lumenpath catheters', 'Dermalock dressing'],
    'Biomedical engineering': ['Lumenpath console', 'Hemaquick analyser'],
    Administration: ['Lumenpath console', 'Ossara fixation set'],
    'Laboratory medicine': ['Hemaquick analyser']
};
