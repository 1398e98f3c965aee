/** Whether a deploy's tests cover enough: 75 % of all Apex, or of each class and trigger of the deploy. */
import type { ClassCoverage } from '../../test/report.ts';

/** Share of lines that tests have to run, by the platform's rule. */
const ENOUGH = 0.75;

export interface CoverageWarning {
    /** Null for all Apex together. */
    readonly name: string | null;
    readonly message: string;
}

export interface LineCount {
    readonly covered: number;
    readonly total: number;
}

export function lineCount({ lines }: Pick<ClassCoverage, 'lines'>): LineCount {
    const runs = [...lines.values()];
    return { covered: runs.filter((count) => count > 0).length, total: runs.length };
}

const percent = ({ covered, total }: LineCount): number => Math.floor((100 * covered) / total);

/**
 * @param coverage of all classes and triggers that are not tests
 * @param deployed names of the classes and triggers in the deploy; null: the rule for all Apex of the org
 */
export function coverageWarnings(
    coverage: readonly ClassCoverage[],
    deployed: ReadonlySet<string> | null
): CoverageWarning[] {
    if (deployed) {
        return coverage.flatMap((unit) => {
            const count = lineCount(unit);
            if (!deployed.has(unit.name.toLowerCase()) || count.total === 0 || count.covered / count.total >= ENOUGH) {
                return [];
            }
            const what = unit.kind === 'class' ? 'Class' : 'Trigger';
            return [
                {
                    name: unit.name,
                    message: `Test coverage of selected Apex ${what} is ${percent(count)}%, at least 75% test coverage is required`
                }
            ];
        });
    }
    const counts = coverage.map(lineCount);
    const all: LineCount = {
        covered: counts.reduce((sum, { covered }) => sum + covered, 0),
        total: counts.reduce((sum, { total }) => sum + total, 0)
    };
    const warnings: CoverageWarning[] = coverage
        .filter((unit) => unit.kind === 'trigger')
        .filter((unit) => lineCount(unit).total > 0 && lineCount(unit).covered === 0)
        .map((unit) => ({
            name: unit.name,
            message: 'Test coverage of selected Apex Trigger is 0%, at least 1% test coverage is required'
        }));
    if (all.total > 0 && all.covered / all.total < ENOUGH) {
        warnings.push({
            name: null,
            message: `Average test coverage across all Apex Classes and Triggers is ${percent(all)}%, at least 75% test coverage is required.`
        });
    }
    return warnings;
}
