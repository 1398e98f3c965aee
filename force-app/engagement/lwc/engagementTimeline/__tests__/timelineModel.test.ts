import { NOW } from 'testing';
import { personOptions, pillsOf, weeksOf } from '../timelineModel';
import { clicked, evaluation, rows } from './data/timeline';

const none: ReadonlySet<string> = new Set();

it('puts touches into weeks, moments and sales apart from folded clicks', () => {
    const weeks = weeksOf(rows, NOW, false, none);

    expect(weeks.map((week) => [week.title, week.rows.map((row) => row.id), week.fold?.words])).toEqual([
        ['This week', ['e1'], '2 × Email click, 1 × Email open'],
        ['Last week', ['s1', 'c3'], undefined],
        ['2–8 Nov', ['c4'], undefined]
    ]);
    expect(weeks[0]?.fold?.hasInformational).toBe(true);
});

it('opens a fold', () => {
    const [week] = weeksOf(rows, NOW, false, new Set(['2026-11-23']));

    expect(week?.fold).toMatchObject({
        isOpen: true,
        expanded: 'true',
        buttonText: 'Hide 2 × Email click, 1 × Email open'
    });
    expect(week?.fold?.rows.map((row) => row.id)).toEqual(['c1', 'o1', 'c2']);
});

it('folds nothing when somebody asked for just these', () => {
    const [week] = weeksOf(rows, NOW, true, none);

    expect(week?.rows).toHaveLength(4);
    expect(week?.fold).toBeUndefined();
});

it('keeps a touch without an instant', () => {
    expect(weeksOf([{ id: 'x' }], NOW, false, none)).toMatchObject([{ key: '', title: '', rows: [{ id: 'x' }] }]);
});

it('handles thousands of clicks in a moment', () => {
    const many = Array.from({ length: 5000 }, (_, index) => clicked(`c${index}`, -index / 60));

    expect(weeksOf([evaluation, ...many], NOW, false, none)[0]?.fold?.words).toMatch(/^\d+ × Email click$/);
});

it.each([
    ['no group', [], ['true', 'false']],
    ['a group', ['Email'], ['false', 'true']]
])('shows which filter is on with %s picked', (_case, picked, pressed) => {
    const pills = pillsOf([{ code: 'Email', label: 'Email', total: 88 }], picked, 220);

    expect(pills.map((pill) => pill.words)).toEqual(['All (220)', 'Email (88)']);
    expect(pills.map((pill) => pill.pressed)).toEqual(pressed);
});

it('offers people only where there is a choice', () => {
    expect(personOptions(undefined)).toEqual([]);
    expect(personOptions([{ id: 'a', name: 'Ana', total: 3 }])).toEqual([]);
    expect(
        personOptions([
            { id: 'a', name: 'Ana', total: 3 },
            { id: 'b', name: 'Ben' }
        ])
    ).toEqual([
        { label: 'Everyone', value: '' },
        { label: 'Ana', value: 'a' },
        { label: 'Ben', value: 'b' }
    ]);
});
