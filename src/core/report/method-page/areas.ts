// The areas of an instrument → the limits of the verdicts, what each area rests on, and how the key areas are chosen.
import type { Area } from '#core/instrument/instrument.ts';
import { KEY_AREAS } from '#core/scores/areas.ts';
import { KEEP_FROM, STOP_TO } from '#core/scores/bands.ts';
import { decimal } from '../format.ts';
import type { Block } from '../report.ts';
import { scalesOf, scaleTable } from './points.ts';
import { all, asPoints, inWords, isScored, quoted, said, titled, type Source } from './source.ts';

export function areas(source: Source): readonly Block[] {
	const { instrument, locale, words } = source;
	const limits = { keep: decimal(KEEP_FROM / 10, locale, 1), stop: decimal(STOP_TO / 10, locale, 1) };
	const rating = instrument.questions.filter(({ importanceOf }) => importanceOf.length > 0);
	return [
		said(source, 'method_verdicts', limits),
		...(instrument.areas.length === 0
			? []
			: [
					titled(source, 'areas', 'method_areas_title'),
					said(source, 'method_areas_lead'),
					{
						kind: 'list' as const,
						items: instrument.areas.map((area) => ({
							text: [{ kind: 'text' as const, text: area.title }],
							detail: detailOf(source, area)
						}))
					},
					...scalesOf(rating).map((options) => ({
						...scaleTable(source, options),
						caption: words('method_importance_table')
					})),
					titled(source, 'key-areas', 'method_key_title'),
					said(source, 'method_key_rank', limits),
					said(source, 'method_key_choice', {
						mend: inWords(source, KEY_AREAS.mend),
						keep: inWords(source, KEY_AREAS.keep),
						ofOne: inWords(source, KEY_AREAS.ofOne),
						all: inWords(source, KEY_AREAS.all)
					})
				])
	];
}

function detailOf(source: Source, { id, index, importance }: Area): string {
	const { instrument, words } = source;
	const home = instrument.indices.find((each) => each.id === index)?.title ?? index;
	const raters = instrument.questions.filter(({ importanceOf }) => importanceOf.includes(id));
	const questions = instrument.questions.filter((question) => question.area === id && isScored(question));
	const points = asPoints(source, importance);
	return [
		words('method_area_home', { index: home }),
		raters.length === 0
			? words('method_area_importance', { points })
			: words('method_area_rated', {
					points,
					rows: all(
						source,
						raters.map((each) => quoted(source, each))
					)
				}),
		...(questions.length === 0
			? []
			: [
					words('method_area_questions', {
						questions: all(
							source,
							questions.map((each) => quoted(source, each))
						)
					})
				])
	].join(' ');
}
