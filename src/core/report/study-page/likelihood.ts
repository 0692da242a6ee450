// What goes with an outcome → one sentence for each practice that holds up, drawn, and why the others are not told.
import type { Option, Question } from '#core/instrument/instrument.ts';
import type { StudyFinding } from '#core/study/study.ts';
import { decimal, listed } from '../format.ts';
import { quoted, said, titled } from '../method-page/source.ts';
import type { Block, ChartBlock } from '../report.ts';
import type { WordKey } from '../words.ts';
import { counted, members, sourceLine, type Told } from './source.ts';

type Finding = Omit<StudyFinding, 'told'> & { readonly told: NonNullable<StudyFinding['told']> };

/** Companies at or above this, in tenths, have the practice; see `study_findings_how`. */
const EXPOSED = 750;

export function likelihood(source: Told): readonly (Block | ChartBlock)[] {
	const all = source.study?.findings ?? [];
	if (all.length === 0) return [];
	const told = all.filter((each): each is Finding => each.told !== null);
	const withheld = all.filter(({ told }) => told === null);
	return [
		said(source, told.length === 0 ? 'study_findings_none' : 'study_findings_lead'),
		...told.map((each) => chartOf(source, each)),
		...(withheld.length === 0
			? []
			: [
					titled(source, 'findings-withheld', 'study_findings_withheld'),
					said(source, 'study_findings_withheld_lead', { all: all.length }),
					reasonsOf(source, withheld)
				]),
		said(source, 'study_findings_how')
	];
}

const reasons: Readonly<Record<NonNullable<StudyFinding['withheld']>, WordKey>> = {
	'few-responses': 'study_withheld_few_responses',
	'few-companies': 'study_withheld_few_companies',
	'few-events': 'study_withheld_few_events',
	'not-significant': 'study_withheld_not_significant',
	'range-holds-1': 'study_withheld_range'
};

/** Each reason, and the practices that it holds for. */
function reasonsOf(source: Told, withheld: readonly StudyFinding[]): Block {
	const told = Object.entries(reasons).flatMap(([reason, key]) => {
		const all = withheld.filter((each) => (each.withheld ?? 'few-responses') === reason);
		return all.length === 0 ? [] : [{ key, all }];
	});
	return {
		kind: 'list',
		items: told.map(({ key, all }) => ({
			text: [{ kind: 'text', text: source.words(key) }],
			detail: all.map(({ exposure }) => nameOf(source, exposure)).join(' ')
		}))
	};
}

/** The sentence that can be quoted: "Companies that … were 58% more likely …: 63% against 40%." */
function sentenceOf(source: Told, { exposure, outcome, told }: Finding): string {
	const { words, locale, instrument } = source;
	const question = instrument.questions.find(({ id }) => id === exposure);
	return words(told.morePercent < 0 ? 'study_finding_less' : 'study_finding_more', {
		answers:
			question === undefined
				? ''
				: choice(
						source,
						question.options.filter(has(question)).map(({ label }) => label)
					),
		exposure: inSentence(source, exposure),
		outcomes: choice(source, yesOf(source)),
		outcome: inSentence(source, outcome),
		percent: decimal(Math.abs(told.morePercent), locale, 0),
		exposed: told.exposed.percent,
		others: told.others.percent
	});
}

/** Whether somebody who gave this answer has the practice. */
const has =
	({ reverse }: Question) =>
	({ score }: Option): boolean =>
		score !== null && (reverse ? 1000 - score : score) >= EXPOSED;

const choice = ({ locale, words }: Told, labels: readonly string[]): string =>
	listed(
		labels.map((row) => words('report_importance_row', { row })),
		locale,
		'disjunction'
	);

const yesOf = ({ instrument: { outcome, questions } }: Told): readonly string[] =>
	(questions.find(({ id }) => id === outcome?.question)?.options ?? []).flatMap(({ id, label }) =>
		outcome?.yes.includes(id) ? [label] : []
	);

/** “We coach every week.” */
function nameOf(source: Told, id: string): string {
	const question = source.instrument.questions.find((each) => each.id === id);
	return question === undefined ? id : quoted(source, question);
}

/** The same where the sentence goes on: without its full stop. */
const inSentence = (source: Told, id: string): string => nameOf(source, id).replace(/\.(?=\P{L}?$)/u, '');

function chartOf(source: Told, finding: Finding): ChartBlock {
	const { words, locale } = source;
	const { exposure, told } = finding;
	const { exposed, others, low, high, q, rr } = told;
	const says = sentenceOf(source, finding);
	const bar = (key: WordKey, { companies, percent }: typeof exposed, isQuiet: boolean) => ({
		label: words(key, { n: counted(source, companies) }),
		shown: words('study_percent', { percent }),
		mark: { kind: 'bar' as const, length: 10 * percent, isQuiet }
	});
	const rows = [bar('study_exposed', exposed, false), bar('study_not_exposed', others, true)];
	const figure = (value: number): string => decimal(value, locale, 2);
	return {
		kind: 'chart',
		id: `finding-${exposure}`,
		title: words('study_finding_title'),
		says,
		drawn: { shape: 'rows', rows },
		ticks: [0, 500, 1000].map((at) => ({ at, label: words('study_percent', { percent: at / 10 }) })),
		legend: words('study_legend_finding', {
			rr: figure(rr),
			low: figure(low),
			high: figure(high),
			q: tinyOr(source, q)
		}),
		source: sourceLine(source, members(source, 'company', exposed.companies + others.companies), source.study?.date),
		table: {
			kind: 'table',
			caption: nameOf(source, exposure),
			head: [words('study_table_group'), words('study_table_share')],
			rows: rows.map(({ label, shown }) => [label, shown]),
			numeric: [1]
		}
	};
}

/** "0.012", "under 0.001" */
const tinyOr = ({ words, locale }: Told, q: number): string =>
	q < 0.001 ? words('study_under', { limit: decimal(0.001, locale, 3) }) : decimal(q, locale, 3);
