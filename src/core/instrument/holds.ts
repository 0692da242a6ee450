// Condition + facts → does it hold? Small and free of libraries: the survey in the browser asks this at every answer.
import type { Condition } from './condition.ts';
import type { Verdict } from './instrument.ts';
import type { Value } from './value.ts';

/** What is known about one respondent or, with the last three, about several. `value` gives `ns` and `na` like option ids, and nothing for off-path questions. */
export type Facts = {
	value(question: string): Value | undefined;
	/** Tenths, 0 to 1000; null while there is no score. */
	index?(id: string): number | null;
	/** Tenths, 0 to 1000; null while there is no score. */
	area?(id: string): number | null;
	verdict?(question: string): Verdict | null;
	/** Tenths: the mean of a group on a question; null while too few answered. */
	group?(group: string, question: string): number | null;
	/** Tenths: between the first two groups; null while either has too few. */
	gap?(question: string): number | null;
	/** Per cent: the largest share of "don't know" that every group reaches on one question; null without groups. */
	unknown?(): number | null;
};

/**
 * Whether the condition holds; null always does. A comparison with something that is not there is false, so only
 * `not` can turn a missing answer into true. Don't know and does not apply match only where they are named.
 */
export function holds(condition: Condition | null, facts: Facts): boolean {
	if (condition === null) return true;
	switch (condition.kind) {
		case 'is':
			return chosen(facts.value(condition.question)).some((option) => condition.options.includes(option));
		case 'below':
		case 'from': {
			const value = facts.value(condition.question);
			return typeof value === 'number' && compare(value, condition.kind, condition.value);
		}
		case 'answered':
			return isAnswered(facts.value(condition.question));
		case 'index': {
			const tenths = facts.index?.(condition.index) ?? null;
			return tenths !== null && compare(Math.floor((tenths + 5) / 10), condition.test, condition.value);
		}
		case 'area':
			return within(facts.area?.(condition.area), condition, 10);
		case 'verdict': {
			const verdict = facts.verdict?.(condition.question) ?? null;
			return verdict !== null && condition.verdicts.includes(verdict);
		}
		case 'group':
			return within(facts.group?.(condition.group, condition.question), condition, 10);
		case 'gap':
			return within(facts.gap?.(condition.question), condition, 10);
		case 'unknown':
			return within(facts.unknown?.(), condition, 1);
		case 'all':
			return condition.of.every((part) => holds(part, facts));
		case 'any':
			return condition.of.some((part) => holds(part, facts));
		case 'not':
			return !holds(condition.of, facts);
	}
}

/** Compares in units of which `units` make one of the condition's own; false for what is not there. */
function within(
	found: number | null | undefined,
	{ test, value }: { readonly test: 'below' | 'from'; readonly value: number },
	units: number
): boolean {
	return found != null && compare(found, test, Math.round(value * units));
}

const compare = (value: number, test: 'below' | 'from', bound: number): boolean =>
	test === 'below' ? value < bound : value >= bound;

/** The option ids that an answer names; none for numbers and splits. */
function chosen(value: Value | undefined): readonly string[] {
	if (typeof value === 'string') return [value];
	if (isList(value)) return value;
	return isOther(value) ? [value.option] : [];
}

/** `Array.isArray` alone forgets what the items are. */
const isList = (value: Value | undefined): value is readonly string[] => Array.isArray(value);

const isOther = (value: Value | undefined): value is { readonly option: string; readonly text: string } =>
	typeof value === 'object' && 'option' in value && typeof value.option === 'string';

function isAnswered(value: Value | undefined): boolean {
	if (value === undefined || value === '' || value === 'ns' || value === 'na') return false;
	return !isList(value) || value.length > 0;
}
