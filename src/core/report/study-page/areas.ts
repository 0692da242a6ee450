// What companies score in each area → the medians side by side, the lowest first.
import { said } from '../method-page/source.ts';
import type { Block, ChartBlock } from '../report.ts';
import { medians, spanOf } from './medians.ts';
import { members, type Told } from './source.ts';

export function areas(source: Told): readonly (Block | ChartBlock)[] {
	const { instrument, study, words } = source;
	const rows = instrument.areas
		.flatMap(({ id, title }) => {
			const area = study?.areas[id];
			return area === undefined ? [] : [{ label: title, ...area }];
		})
		.sort((one, other) => one.median - other.median);
	if (rows.length === 0) return [];
	return [
		said(source, 'study_areas_lead'),
		medians(source, {
			id: 'areas',
			title: words('study_areas'),
			says: spanOf(source, rows, 'study_areas_says', 'study_areas_alike'),
			head: words('study_table_area'),
			members: words('study_table_company'),
			who: members(source, 'company', Math.min(...rows.map(({ n }) => n))),
			date: study?.date,
			rows
		})
	];
}
