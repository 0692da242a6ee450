// A trial → what a person reads of it: the faults by kind, the figures, and the lines that show what was wrong.
import type { Outage } from './history.ts';
import type { Trial } from './trial.ts';
import type { Violation } from './violation.ts';

const LOSS = ['lost', 'stale', 'completion'];
const DOUBLE = ['double', 'stranger', 'forged'];

export function said({ plan, seconds, history, outages, violations }: Trial): string {
	const counted = (rules: readonly string[]): number => violations.filter(({ rule }) => rules.includes(rule)).length;
	const acknowledged = history
		.filter(({ kind, status }) => (kind === 'save' || kind === 'complete') && status === 200)
		.reduce((sum, { sent }) => sum + Object.keys(sent).length, 0);
	const longest = Math.max(0, ...outages.map(({ from, to, servers }) => (servers.length === 0 ? 0 : to - from))) / 1000;
	const figures: readonly (readonly [string, string | number])[] = [
		['database', plan.database === 'sqlite' ? 'SQLite' : `PostgreSQL, ${plan.servers} servers`],
		['seed', plan.seed],
		['seconds', Math.round(seconds)],
		['faults', outages.length],
		['requests', history.length],
		['without a reply', history.filter(({ status }) => status === 0).length],
		['503 during outages', history.filter(({ status }) => status === 503).length - counted(['unavailable'])],
		['responses', new Set(history.map(({ response }) => response)).size],
		['acknowledged answers', acknowledged],
		['losses', counted(LOSS)],
		['duplicates and strangers', counted(DOUBLE)],
		['failures outside an outage', counted(['unavailable'])],
		['other violations', violations.length - counted([...LOSS, ...DOUBLE, 'unavailable'])],
		['longest outage', `${longest.toFixed(1)} s`]
	];
	const width = Math.max(...figures.map(([name]) => name.length));
	return [...byKind(outages), '', ...figures.map(([name, figure]) => `${name.padEnd(width)}  ${figure}`)].join('\n');
}

function byKind(outages: readonly Outage[]): string[] {
	const kinds = [...new Set(outages.map(({ fault }) => fault))].sort();
	const width = Math.max(...kinds.map((kind) => kind.length), 5);
	return [
		`${'fault'.padEnd(width)}  times  longest outage`,
		...kinds.map((kind) => {
			const same = outages.filter(({ fault }) => fault === kind);
			const longest = Math.max(...same.map(({ from, to, servers }) => (servers.length === 0 ? 0 : to - from))) / 1000;
			return `${kind.padEnd(width)}  ${String(same.length).padStart(5)}  ${longest.toFixed(1).padStart(12)} s`;
		})
	];
}

/** One broken promise with its lines of the history. */
export const accused = ({ rule, said: why, entries }: Violation): string =>
	[`${rule}: ${why}`, ...entries.map((entry) => `    ${JSON.stringify(entry)}`)].join('\n');
