// The last part of a report → the same with how several answers became one, before the tables.
import { line } from '#core/brief/blocks.ts';
import { leastOf } from '#core/group/circle.ts';
import type { Block, Part } from '#core/report/report.ts';
import type { CompanyReportInput } from './input.ts';

export function withSeveral(part: Part, input: CompanyReportInput): Part {
	const tables = part.blocks.findIndex(({ kind }) => kind === 'heading');
	const at = tables < 0 ? part.blocks.length : tables;
	return { ...part, blocks: [...part.blocks.slice(0, at), ...several(input), ...part.blocks.slice(at)] };
}

function several({ words, instrument, several: { n, isAnonymous, withheld } }: CompanyReportInput): readonly Block[] {
	const isPersonal = instrument.sections.some(({ about }) => about === 'personal');
	const personal = isPersonal ? [words('company_report_method_personal')] : [];
	if (n === 1) return personal.map((each) => line(each));
	const said = [
		words('company_report_method_indices'),
		words('company_report_method_texts'),
		...(n < 3 ? [] : [words('company_report_method_agreement')]),
		...(Object.keys(instrument.groups).length < 2
			? []
			: [words('company_report_method_groups', { least: leastOf(isAnonymous) })]),
		...(isAnonymous ? [words('company_report_method_anonymous')] : []),
		...(withheld.length > 0 ? [words('company_report_method_withheld')] : []),
		...personal
	];
	return [
		{ kind: 'heading', id: 'several', level: 3, text: words('company_report_method') },
		...said.map((each) => line(each))
	];
}
