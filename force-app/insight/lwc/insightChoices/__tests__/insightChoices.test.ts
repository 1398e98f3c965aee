import InsightChoices, { type Choice, type Chosen } from 'c/insightChoices';
import { change, find, findAll, listen, mount, part } from 'testing';

const CHOICES: readonly Choice[] = [
    { key: 'level', label: 'Split by', value: 'campaign', options: [{ value: 'campaign', label: 'Campaign' }] },
    { key: 'model', label: 'Model', value: 'Linear', options: [{ value: 'Linear', label: 'Linear' }] }
];

it('shows what there is to choose, with what is chosen, and room for more', async () => {
    const element = await mount('c-insight-choices', InsightChoices, { choices: CHOICES });

    expect(findAll(element, 'lightning-combobox')).toMatchObject([
        { label: 'Split by', value: 'campaign' },
        { label: 'Model', value: 'Linear' }
    ]);
    expect(find(element, 'slot')).not.toBeNull();
    await expect(element).toBeAccessible();
});

it('says what was chosen, and of what', async () => {
    const element = await mount('c-insight-choices', InsightChoices, { choices: CHOICES });
    const chosen = listen<Chosen>(element, 'chosen');

    await change(part(element, 'model'), { value: 'Last_Touch' });

    expect(chosen).toEqual([{ key: 'model', value: 'Last_Touch' }]);
});
