// The scales, options, counts and anchors of an instrument → how an answer becomes points.
import type { Option, Question } from '#core/instrument/instrument.ts';
import { asked } from '../composition.ts';
import { given } from '../format.ts';
import type { Block, TableBlock } from '../report.ts';
import { asPoints, isScored, pairs, said, titled, type Source } from './source.ts';

export function points(source: Source): readonly Block[] {
	const scored = source.instrument.questions.filter(isScored);
	const scales = scalesOf(scored);
	const others = scored.filter(({ scale }) => scale === null);
	return [
		said(source, 'method_points_lead'),
		...scales.map((options) => scaleTable(source, options)),
		...(scored.some(({ reverse }) => reverse) ? [said(source, 'method_points_reverse')] : []),
		said(source, 'method_points_open'),
		...(others.length > 0 ? [titled(source, 'own-answers', 'method_points_others')] : []),
		...others.map((question) => ownTable(source, question))
	];
}

/** The options of each scale that these questions use, once. */
export function scalesOf(questions: readonly Question[]): readonly (readonly Option[])[] {
	const scales = new Map<string, readonly Option[]>();
	for (const { scale, options } of questions) if (scale !== null) scales.set(scale, options);
	return [...scales.values()];
}

export function scaleTable(source: Source, options: readonly Option[]): TableBlock {
	const caption = source.words('method_scale', {
		first: options[0]?.label ?? '',
		last: options.at(-1)?.label ?? ''
	});
	return pairs(source, caption, ['method_answer', 'report_method_points'], rowsOf(source, options));
}

const rowsOf = (source: Source, options: readonly Option[]) =>
	options.flatMap(({ label, score }) => (score === null ? [] : [[label, asPoints(source, score)] as const]));

/** A question with options of its own, with choices that are counted, or with a number between anchors. */
function ownTable(source: Source, question: Question): TableBlock {
	const { options, counts, number } = question;
	const steps = Object.entries(counts ?? {}).map(([count, score]) => [Number(count), score] as const);
	const last = Math.max(...steps.map(([count]) => count));
	const counted = steps.map(([count, score]) => {
		const chosen = source.words(count === last ? 'method_counted_more' : 'method_counted', { count });
		return [chosen, asPoints(source, score)] as const;
	});
	const anchored = (number?.anchors ?? []).map(([value, score]) => {
		const shown = given(value / 10 ** (number?.decimals ?? 0), source.locale);
		return [number?.unit ? `${shown} ${number.unit}` : shown, asPoints(source, score)] as const;
	});
	// Where choices are counted, only an option that stands alone has points of its own.
	const own = rowsOf(source, counts === null ? options : options.filter(({ exclusive }) => exclusive));
	return pairs(source, asked(question), ['method_answer', 'report_method_points'], [...own, ...counted, ...anchored]);
}
