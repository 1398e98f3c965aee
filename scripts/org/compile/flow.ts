/** Whether control can get past a statement: missing returns and statements that nothing reaches. */
import type { Block, Statement } from '../syntax/ast.ts';

interface Flow {
    /** What stands behind the statement can be reached. */
    readonly completes: boolean;
    /**
     * The same, but knowing that `while (true)` does not end. Whether the platform knows that is not documented, so a
     * statement behind such a loop is no mistake, and neither is a method that ends with one.
     */
    readonly fallsThrough: boolean;
    /** Some `break` leaves the innermost loop. */
    readonly breaks: boolean;
}

const goesOn: Flow = { completes: true, fallsThrough: true, breaks: false };
const ends: Flow = { completes: false, fallsThrough: false, breaks: false };

/** Calls `unreachable` for the first statement of each block that cannot be reached. */
export function flowOf(node: Statement, unreachable: (statement: Statement) => void): Flow {
    switch (node.kind) {
        case 'block':
            return blockFlow(node, unreachable);
        case 'return':
        case 'throw':
        case 'continue':
            return ends;
        case 'break':
            return { completes: false, fallsThrough: false, breaks: true };
        case 'if': {
            const one = flowOf(node.whenTrue, unreachable);
            const other = node.whenFalse ? flowOf(node.whenFalse, unreachable) : goesOn;
            return {
                completes: one.completes || other.completes,
                fallsThrough: one.fallsThrough || other.fallsThrough,
                breaks: one.breaks || other.breaks
            };
        }
        case 'while':
        case 'doWhile':
        case 'for': {
            const body = flowOf(node.body, unreachable);
            const { condition } = node;
            const isEndless = condition === null || (condition.kind === 'literal' && condition.text === 'true');
            return isEndless && !body.breaks ? { ...goesOn, fallsThrough: false } : goesOn;
        }
        case 'forEach':
            flowOf(node.body, unreachable);
            return goesOn;
        case 'switch': {
            const flows = node.clauses.map((clause) => blockFlow(clause.body, unreachable));
            const hasElse = node.clauses.some((clause) => clause.patterns.length === 0);
            return {
                completes: !hasElse || flows.some((flow) => flow.completes),
                fallsThrough: !hasElse || flows.some((flow) => flow.fallsThrough),
                breaks: flows.some((flow) => flow.breaks)
            };
        }
        case 'try': {
            const flows = [node.body, ...node.catches.map((one) => one.body)].map((body) =>
                blockFlow(body, unreachable)
            );
            const last = node.finallyBody ? blockFlow(node.finallyBody, unreachable) : goesOn;
            return {
                completes: last.completes && flows.some((flow) => flow.completes),
                fallsThrough: last.fallsThrough && flows.some((flow) => flow.fallsThrough),
                breaks: last.breaks || flows.some((flow) => flow.breaks)
            };
        }
        case 'runAs':
            return blockFlow(node.body, unreachable);
        default:
            return goesOn;
    }
}

function blockFlow(block: Block, unreachable: (statement: Statement) => void): Flow {
    let breaks = false;
    let fallsThrough = true;
    for (const [i, statement] of block.statements.entries()) {
        const flow = flowOf(statement, unreachable);
        breaks ||= flow.breaks;
        fallsThrough &&= flow.fallsThrough;
        if (flow.completes) continue;
        const following = block.statements[i + 1];
        if (following) unreachable(following);
        return { completes: false, fallsThrough: false, breaks };
    }
    return { completes: true, fallsThrough, breaks };
}
