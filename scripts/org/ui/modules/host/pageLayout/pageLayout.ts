/** Which region goes where, by the template of the page. */
import type { PageDefinition, PageItem } from 'host/pageTypes';

export interface LayoutColumn {
    readonly name: string;
    readonly items: readonly PageItem[];
    readonly className: string;
    /** What `flexipageRegionWidth` tells a component. */
    readonly width: 'SMALL' | 'MEDIUM' | 'LARGE';
}
export interface LayoutRow {
    readonly key: string;
    readonly columns: readonly LayoutColumn[];
}

type Share = readonly [region: string, twelfths: number];

/** Rows of known templates. A template that is not listed puts `sidebar` regions at the side and all others on top of each other. */
const ROWS: Readonly<Record<string, readonly (readonly Share[])[]>> = {
    'home:desktopTemplate': [
        [
            ['top', 8],
            ['sidebar', 4]
        ],
        [
            ['bottomLeft', 4],
            ['bottomRight', 4]
        ]
    ],
    'flexipage:appHomeTemplateTwoColumns': [
        [
            ['left', 8],
            ['right', 4]
        ]
    ],
    'flexipage:appHomeTemplateTwoColumnsStacked': [
        [['header', 12]],
        [
            ['left', 6],
            ['right', 6]
        ]
    ],
    'flexipage:appHomeTemplateThreeColumns': [
        [
            ['left', 3],
            ['center', 6],
            ['right', 3]
        ]
    ],
    'flexipage:appHomeTemplateHeaderTwoColumnsLeftSidebar': [
        [['header', 12]],
        [
            ['sidebar', 4],
            ['main', 8]
        ]
    ],
    'flexipage:recordHomeThreeColTemplateDesktop': [
        [['header', 12]],
        [['subheader', 12]],
        [
            ['leftsidebar', 3],
            ['main', 6],
            ['rightsidebar', 3]
        ]
    ],
    'flexipage:recordHomeLeftSidebarTemplateDesktop': [
        [['header', 12]],
        [
            ['sidebar', 4],
            ['main', 8]
        ]
    ],
    'flexipage:recordHomeTwoColEqualHeaderTemplateDesktop': [
        [['header', 12]],
        [
            ['leftcol', 6],
            ['rightcol', 6]
        ]
    ],
    'flexipage:recordHomeTwoColEqualTemplateDesktop': [
        [
            ['leftcol', 6],
            ['rightcol', 6]
        ]
    ]
};
const GENERIC: readonly (readonly Share[])[] = [
    [['header', 12]],
    [['subheader', 12]],
    [
        ['main', 8],
        ['sidebar', 4]
    ]
];

export function columnsOf(page: PageDefinition, hidden: ReadonlySet<string>): LayoutRow[] {
    const visible = new Map(
        page.regions
            .filter((region) => !region.isFacet)
            .map((region) => [region.name, region.items.filter((item) => !hidden.has(item.key))] as const)
    );
    const rows = page.template === 'home:desktopTemplate' ? homeRows(visible) : (ROWS[page.template] ?? GENERIC);
    const placed = new Set(rows.flat().map(([name]) => name));
    const rest = [...visible.keys()].filter((name) => !placed.has(name)).map((name): Share[] => [[name, 12]]);
    return [...rows, ...rest].flatMap((shares, index) => {
        const present = shares.filter(([name]) => (visible.get(name)?.length ?? 0) > 0);
        if (present.length === 0) return [];
        // A region without visible components gives its width to its neighbours.
        const total = present.reduce((sum, [, twelfths]) => sum + twelfths, 0);
        return [
            {
                key: String(index),
                columns: present.map(([name, twelfths]) =>
                    column(name, visible.get(name) ?? [], Math.round((twelfths * 12) / total))
                )
            }
        ];
    });
}

/** The home template stacks three regions at the left of a sidebar that runs along all of them. */
function homeRows(visible: ReadonlyMap<string, readonly PageItem[]>): readonly (readonly Share[])[] {
    const hasSidebar = (visible.get('sidebar')?.length ?? 0) > 0;
    const hasBottom = ['bottomLeft', 'bottomRight'].some((name) => (visible.get(name)?.length ?? 0) > 0);
    if (hasSidebar && hasBottom) return ROWS['home:desktopTemplate'] ?? [];
    return [
        [
            ['top', 8],
            ['sidebar', 4]
        ],
        [
            ['bottomLeft', 6],
            ['bottomRight', 6]
        ]
    ];
}

function column(name: string, items: readonly PageItem[], twelfths: number): LayoutColumn {
    return {
        name,
        items,
        className: `column slds-col slds-size_1-of-1 slds-large-size_${twelfths}-of-12`,
        width: twelfths <= 4 ? 'SMALL' : twelfths <= 8 ? 'MEDIUM' : 'LARGE'
    };
}
