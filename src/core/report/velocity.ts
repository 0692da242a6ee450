// The sales velocity equation with the reader's own numbers, and the one line of money that the summary carries.
import type { Term } from '#core/calculators/velocity.ts';
import { ofKind } from './chosen.ts';
import type { Index } from '#core/instrument/instrument.ts';
import type { Composition } from './composition.ts';
import { money } from './format.ts';
import { percent } from './numbers.ts';
import type { VelocityBlock } from './report.ts';
import type { WordKey } from './words.ts';

const termWords: readonly (readonly [Term, WordKey])[] = [
	['number', 'report_velocity_number'],
	['value', 'report_velocity_value'],
	['winRate', 'report_velocity_win_rate'],
	['cycle', 'report_velocity_cycle']
];

/** What the weakest term by 10%, and all four, are worth; what 10% means where no numbers were given. */
export const worth = (c: Composition): string | null => worthIn(c, 'report_worth_numbers');

/** The same in one line, for the summary. */
export const worthInShort = (c: Composition): string | null => worthIn(c, 'report_worth_short');

function worthIn(c: Composition, key: WordKey): string | null {
	const { numbers } = c;
	if (c.instrument.velocity === null) return null;
	if (numbers === null) return key === 'report_worth_short' ? null : c.words('report_worth_none');
	const weakest = weakestTerm(c);
	const about = (amount: number): string => money(roughly(amount), numbers.currency, c.locale);
	return c.words(key, {
		day: about(numbers.perDay),
		term: weakest.label,
		gain: about(numbers.gains[weakest.term].perYear),
		all: about(numbers.gains.all.perYear)
	});
}

/** Three significant figures: four estimates multiplied are not known to the last euro. The table has every digit. */
function roughly(amount: number): number {
	const step = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, amount))) - 2);
	return Math.round(amount / step) * step;
}

/** The velocity term that an index speaks for: the index is named like it, or ends in its name ("sales-cycle"). */
function termOf(index: string): Term | null {
	const key = (['number', 'value', 'win-rate', 'cycle'] as const).find(
		(name) => index === name || index.endsWith(`-${name}`)
	);
	return key === undefined ? null : key === 'win-rate' ? 'winRate' : key;
}

/** The parts in the order of the equation; null unless each of the four terms has its index. */
export function byTerm(parts: readonly Index[]): readonly Index[] | null {
	const ordered = termWords.flatMap(([term]) => parts.find((part) => termOf(part.id) === term) ?? []);
	return ordered.length === 4 && parts.length === 4 ? ordered : null;
}

function weakestTerm(c: Composition): { readonly term: Term; readonly label: string } {
	const term = termOf(ofKind(c.findings, 'headline')[0]?.weakest ?? '') ?? 'winRate';
	const key = termWords.find(([id]) => id === term)?.[1] ?? 'report_velocity_win_rate';
	return { term, label: c.words(key) };
}

/** Null while a number is missing. */
export function velocityBlock(c: Pick<Composition, 'words' | 'locale' | 'numbers'>): VelocityBlock | null {
	const numbers = c.numbers;
	if (numbers === null) return null;
	const inMoney = (amount: number): string => money(amount, numbers.currency, c.locale);
	const rows = [
		...termWords.map(([term, key]) => [term, c.words(key)] as const),
		['all', c.words('report_velocity_all')] as const
	];
	return {
		kind: 'velocity',
		title: c.words('report_velocity_title'),
		terms: termWords.map(([term, key]) => ({
			id: term,
			label: c.words(key),
			shown: numbers.shown[term],
			gain: c.words('report_velocity_gain', { gain: inMoney(numbers.gains[term].perYear) })
		})),
		resultLabel: c.words('report_velocity_result'),
		result: c.words('report_velocity_per_day', { amount: inMoney(numbers.perDay) }),
		notes: [c.words('report_velocity_note_ten'), c.words('report_velocity_note_pull')],
		table: {
			kind: 'table',
			caption: c.words('report_velocity_table'),
			head: [
				'report_velocity_term',
				'report_velocity_given',
				'report_velocity_better',
				'report_velocity_a_day',
				'report_velocity_a_year'
			].map((key) => c.words(key as WordKey)),
			rows: rows.map(([term, label]) => [
				label,
				term === 'all' ? '' : numbers.shown[term],
				percent(numbers.gains[term].tenthsPct, c.locale),
				inMoney(numbers.gains[term].perDay),
				inMoney(numbers.gains[term].perYear)
			]),
			numeric: [2, 3, 4]
		}
	};
}
