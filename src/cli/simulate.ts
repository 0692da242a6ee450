// An instrument → what ten thousand simulated respondents were told, as a page of text or as JSON.
import type { Instrument } from '#core/instrument/instrument.ts';
import { answersOf, simulate } from '#core/simulation/simulate.ts';
import type { Summary, Times } from '#core/simulation/summary.ts';
import { wordsFor } from '#lib/words.ts';
import { day } from './date.ts';
import { writeEdition } from './edition.ts';
import { usage } from './output.ts';

export type SimulateOptions = {
	readonly respondents: string;
	readonly seed: string;
	readonly json?: boolean;
	readonly answers?: string;
	readonly edition?: string;
	readonly date: string;
};

/**
 * Prints the summary or, with `answers`, what that one respondent answered, ready for `bellwether report`. With `edition`
 * the respondents become a benchmark edition in that file.
 */
export function simulateResponses(instrument: Instrument, options: SimulateOptions): void {
	const seed = whole('--seed', options.seed, 0);
	if (options.answers !== undefined) {
		const number = whole('--answers', options.answers, 1);
		const answers = answersOf(instrument, seed, number);
		process.stdout.write(`${JSON.stringify({ id: `simulated-${seed}-${number}`, answers }, null, '\t')}\n`);
		return;
	}
	const respondents = whole('--respondents', options.respondents, 1);
	if (options.edition !== undefined)
		return writeEdition(instrument, options.edition, { respondents, seed }, day(options.date));
	const summary = simulate(instrument, wordsFor('en'), { respondents, seed });
	process.stdout.write(options.json ? `${JSON.stringify(summary)}\n` : said(summary));
}

const MOST = 1_000_000;

function whole(option: string, text: string, least: number): number {
	const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
	if (number >= least && number <= MOST) return number;
	return usage(`${option} takes a whole number from ${least} to ${MOST}, and "${text}" is none.`);
}

function said(summary: Summary): string {
	const { respondents, seed, shortest, longest, grade } = summary;
	const share = (times: number): string => `${((100 * times) / respondents).toFixed(1).padStart(5)}%`;
	const timed = ({ text, times }: Times): string => `  ${share(times)}  ${text}`;
	const replay = (respondent: number): string =>
		`bellwether simulate ${summary.instrument} --seed ${seed} --answers ${respondent}`;
	const sections: readonly (readonly [title: string, lines: readonly string[]])[] = [
		[`Texts that nobody was shown, of ${summary.texts}`, summary.never.map((text) => `  ${text}`)],
		['Texts that everybody was shown', summary.always.map((text) => `  ${text}`)],
		['Texts that need several respondents, not simulated', summary.needSeveral.map((text) => `  ${text}`)],
		[
			'Key areas: keep, change, stop',
			summary.keyAreas
				.toSorted((a, b) => sum(b.times) - sum(a.times))
				.map(({ area, times }) => `  ${share(times.keep)} ${share(times.change)} ${share(times.stop)}  ${area}`)
		],
		['Reports that name an area twice', summary.areaTwice > 0 ? [`  ${summary.areaTwice}`] : []],
		[
			'Patterns, and the texts beside them',
			summary.patterns.flatMap(({ pattern, times, beside }) => [`${share(times)}  ${pattern}`, ...beside.map(timed)])
		],
		[
			'Praise beside a pattern that takes it back',
			summary.unguarded.map((each) => `  ${share(each.times)}  ${each.pattern}: ${each.text}`)
		],
		[
			'Areas to keep with a stopped question and no "## But"',
			summary.withoutBut.map(({ area, times }) => `  ${share(times)}  ${area}`)
		],
		[
			'Neighbouring texts that begin with the same two words',
			summary.alike.map(({ opening, texts, times }) => `  ${share(times)}  “${opening} …”: ${texts.join(' | ')}`)
		],
		[
			'Length of the report in words',
			[
				`  shortest ${shortest.words}: ${replay(shortest.respondent)}`,
				`  longest ${longest.words}: ${replay(longest.respondent)}`
			]
		],
		[
			'Reading level of the narratives, Flesch-Kincaid grade; 8 to 11 reads well',
			Number.isNaN(grade.median)
				? []
				: [
						`  ${[grade.lowest, grade.median, grade.highest].map((each) => each.toFixed(1)).join(', ')} (lowest, median, highest)`
					]
		],
		[
			'Indices: respondents, mean, spread, least, most',
			summary.indices.map(
				({ index, n, mean, spread, least, most }) =>
					`  ${index}: ${n}, ${[mean, spread, least, most].map((each) => each.toFixed(1)).join(', ')}`
			)
		],
		[
			'Correlation of the indices',
			summary.correlations.map(({ indices: [a, b], r }) => `  ${r.toFixed(2).padStart(5)}  ${a}, ${b}`)
		]
	];
	const head = `${summary.instrument} ${summary.version}, ${respondents} respondents, seed ${seed}`;
	return [head, ...sections.map(([title, lines]) => [title, ...(lines.length > 0 ? lines : ['  none'])].join('\n')), '']
		.join('\n\n')
		.trimEnd()
		.concat('\n');
}

const sum = (times: Readonly<Record<string, number>>): number =>
	Object.values(times).reduce((all, one) => all + one, 0);
