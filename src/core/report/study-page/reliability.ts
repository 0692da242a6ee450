// How exactly each index measures, and how far people of one company agree → words, and the statistics as tables.
import type { IndexStudy } from '#core/study/study.ts';
import { asked } from '../composition.ts';
import { decimal } from '../format.ts';
import { said, titled } from '../method-page/source.ts';
import type { Block, TableBlock } from '../report.ts';
import type { WordKey } from '../words.ts';
import { counted, roundedDown, type Told } from './source.ts';

type Named = IndexStudy & { readonly title: string };

export function reliability(source: Told): readonly Block[] {
	const { study, instrument } = source;
	const all = (study?.indices ?? []).flatMap((each): readonly Named[] => {
		const index = instrument.indices.find(({ id }) => id === each.index);
		return index === undefined ? [] : [{ ...each, title: index.title }];
	});
	if (all.length === 0) return [];
	const told = all.filter(({ reliability }) => reliability !== null);
	return [
		said(source, 'study_reliability_lead'),
		listOf(all.map((each) => [each.title, exactly(source, each)])),
		...(told.length === 0 ? [] : [tableOf(source, told)]),
		titled(source, 'agreement', 'study_agreement'),
		said(source, 'study_agreement_lead'),
		listOf(all.map((each) => [each.title, agreeing(source, each)]))
	];
}

const listOf = (items: readonly (readonly [title: string, detail: string])[]): Block => ({
	kind: 'list',
	items: items.map(([title, detail]) => ({ text: [{ kind: 'text', text: title }], detail }))
});

/** How large alpha is, by what is common in research on groups of people. */
function clingOf(alpha: number): WordKey {
	if (alpha >= 0.9) return 'study_cling_very_well';
	if (alpha >= 0.8) return 'study_cling_well';
	return alpha >= 0.7 ? 'study_cling_enough' : 'study_cling_loosely';
}

function exactly(source: Told, { reliability, answered }: IndexStudy): string {
	const { words, locale } = source;
	if (reliability === null)
		return roundedDown(answered) === 0
			? words('study_reliability_none')
			: words('study_reliability_open', { n: counted(source, answered) });
	return [
		words(clingOf(reliability.alpha)),
		words('study_reliability_points', { points: decimal(reliability.sem / 10, locale, 0) }),
		...weakest(source, reliability.itemRest)
	].join(' ');
}

/** The question that goes least with the others, where there is one. */
function weakest({ instrument, words, locale }: Told, itemRest: Readonly<Record<string, number>>): readonly string[] {
	const [least] = Object.entries(itemRest).sort(([, one], [, other]) => one - other);
	const question = instrument.questions.find(({ id }) => id === least?.[0]);
	if (least === undefined || question === undefined) return [];
	return [words('study_reliability_weakest', { question: asked(question), r: decimal(least[1], locale, 2) })];
}

function tableOf(source: Told, told: readonly Named[]): TableBlock {
	const { words, locale } = source;
	return {
		kind: 'table',
		caption: words('study_reliability_table'),
		head: [
			words('study_table_index_name'),
			words('study_table_questions'),
			words('study_table_answered'),
			words('study_table_alpha'),
			words('study_table_omega'),
			words('study_table_sem')
		],
		rows: told.flatMap(({ title, answered, reliability }) =>
			reliability === null
				? []
				: [
						[
							title,
							String(reliability.items.length),
							counted(source, answered),
							decimal(reliability.alpha, locale, 2),
							reliability.omega === null ? words('study_untold') : decimal(reliability.omega, locale, 2),
							decimal(reliability.sem / 10, locale, 1)
						]
					]
		),
		numeric: [1, 2, 3, 4, 5]
	};
}

function agreeing(source: Told, { intraclass }: IndexStudy): string {
	const { words, locale } = source;
	if (intraclass === null) return words('study_agreement_open');
	const { icc1, icc2, companies } = intraclass;
	// No minus before a zero.
	const inputs = { icc1: decimal(Math.round(100 * icc1) / 100 + 0, locale, 2), n: counted(source, companies) };
	if (icc1 < 0.005) return words('study_agreement_alike', inputs);
	return words('study_agreement_told', {
		...inputs,
		percent: Math.round(100 * icc1),
		icc2: decimal(icc2, locale, 2)
	});
}
