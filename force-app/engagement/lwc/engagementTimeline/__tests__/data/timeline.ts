import { NOW, NOW_ISO } from 'testing';

const iso = (hours: number): string => new Date(NOW + hours * 3_600_000).toISOString();
const DAY = 24;

export const evaluation: Apex.TimelineRow = {
    id: 'e1',
    typeCode: 'evaluation_request',
    typeLabel: 'Evaluation requested',
    groupCode: 'Form',
    icon: 'favorite',
    isMoment: true,
    asset: 'Lumenpath',
    campaignName: 'Q4 ablation',
    url: 'https://example.com/form',
    source: 'Website',
    occurredAt: iso(-1),
    points: 40,
    personName: 'Ana Ruiz',
    personId: '00Q1'
};

export const clicked = (id: string, hours: number): Apex.TimelineRow => ({
    id,
    typeCode: 'email_click',
    typeLabel: 'Email click',
    groupCode: 'Email',
    icon: 'email',
    occurredAt: iso(hours),
    points: 5
});

export const opened = (id: string, hours: number): Apex.TimelineRow => ({
    ...clicked(id, hours),
    typeCode: 'email_open',
    typeLabel: 'Email open',
    isInformational: true,
    points: 0
});

export const call: Apex.TimelineRow = {
    id: 's1',
    typeCode: 'call',
    typeLabel: 'Call',
    groupCode: 'Sales',
    icon: 'call',
    isSales: true,
    personName: 'Dana Reyes',
    occurredAt: iso(-8 * DAY),
    points: 0
};

export const rows: readonly Apex.TimelineRow[] = [
    evaluation,
    clicked('c1', -2),
    opened('o1', -3),
    clicked('c2', -4),
    call,
    clicked('c3', -9 * DAY),
    clicked('c4', -20 * DAY)
];

export const weeks: readonly Apex.WeekCount[] = Array.from({ length: 13 }, (_, index) => ({
    weekStart: new Date(Date.parse('2026-08-31T00:00:00Z') + index * 7 * DAY * 3_600_000).toISOString().slice(0, 10),
    total: index,
    moments: index === 12 ? 3 : 0
}));

export const page: Apex.TimelinePage = {
    rows,
    nextCursor: 'next',
    shown: 7,
    total: 220,
    grandTotal: 220,
    weeks,
    groups: [
        { code: 'Email', label: 'Email', total: 88 },
        { code: 'Page', label: 'Page', total: 132 }
    ],
    people: [
        { id: '00Q1', name: 'Ana Ruiz', total: 200 },
        { id: '0031', name: 'Ben Okafor', total: 20 }
    ],
    providers: [
        { code: 'Touch', label: 'Marketing and sales touches', total: 218, isReadable: true },
        { code: 'Task', label: 'Calls and tasks', total: 2, isReadable: true },
        { code: 'CampaignMember', label: 'Campaign responses', total: 0, isReadable: false }
    ],
    consent: { people: 1, optedOutOfEmail: 0, doNotCall: 0 },
    isAccount: false,
    hasAccount: true,
    isCut: false,
    serverNow: NOW_ISO
};
