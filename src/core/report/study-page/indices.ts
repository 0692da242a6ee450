// The indices of companies, or of people → their distributions, one beside the other, and by the groups that may be told.
import type { Index } from '#core/instrument/instrument.ts';
import { asked } from '../composition.ts';
import { said } from '../method-page/source.ts';
import type { Block, ChartBlock } from '../report.ts';
import { distribution } from './distribution.ts';
import { medians, spanOf } from './medians.ts';
import { groupsBy, indicesOf, leadOf, measureOf, members, questionsOf, type Side, type Told } from './source.ts';

type Blocks = readonly (Block | ChartBlock)[];

/** The index of all, its parts at one glance, then each of them; empty where too few answered. */
export function indices(source: Told, side: Side): Blocks {
	const all = indicesOf(source, side).flatMap((index) => {
		const measure = measureOf(source, index);
		return measure === undefined ? [] : [{ index, measure }];
	});
	const [first, ...others] = all;
	if (first === undefined) return [];
	return [
		said(source, `study_index_${side}`),
		distribution(source, first.index, first.measure),
		...(others.length > 1 ? [glance(source, first.index, others)] : []),
		...others.map(({ index, measure }) => distribution(source, index, measure))
	];
}

type Measured = { readonly index: { readonly title: string }; readonly measure: Parameters<typeof distribution>[2] };

function glance(source: Told, { about: side, title }: Index, parts: readonly Measured[]): ChartBlock {
	const { words } = source;
	const rows = parts.map(({ index, measure }) => ({ label: index.title, ...measure }));
	return medians(source, {
		id: `${side}-parts`,
		title: words(`study_parts_${side}`, { index: title }),
		says: spanOf(source, rows, 'study_parts_says', 'study_parts_alike'),
		head: words('study_table_index_name'),
		members: words(`study_table_${side}`),
		who: members(source, side, Math.min(...rows.map(({ n }) => n))),
		rows
	});
}

/** The lead index by each question that groups are made of: industry, size, role. */
export function groups(source: Told, side: Side): Blocks {
	const { words, instrument } = source;
	const lead = leadOf(source, side);
	if (lead === undefined) return [];
	return questionsOf(source, side).flatMap((id): Blocks => {
		const question = instrument.questions.find((each) => each.id === id);
		const rows = groupsBy(source, id, lead).map(({ label, measure }) => ({ label, ...measure }));
		if (question === undefined || rows.length === 0) return [];
		const withheld = question.options.filter(({ label }) => !rows.some((row) => row.label === label));
		return [
			medians(source, {
				id: side === 'company' ? `by-${id}` : `people-by-${id}`,
				title: words('study_groups', { index: lead.title, question: asked(question) }),
				says: spanOf(source, rows, 'study_groups_says', 'study_groups_alike'),
				head: words('study_table_group'),
				members: words(`study_table_${side}`),
				who: members(
					source,
					side,
					rows.reduce((sum, { n }) => sum + n, 0)
				),
				rows
			}),
			...(withheld.length === 0
				? []
				: [said(source, 'study_groups_withheld', { groups: withheld.map(({ label }) => label).join(' · ') })])
		];
	});
}
