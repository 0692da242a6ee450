// Who answered → how many stand behind the report, how far they agree on each index, and where their roles see it differently.
import { agreementWords, toldIn, writingOf } from '#core/brief/basis.ts';
import { gapsOf, pairOf } from '#core/brief/disagree.ts';
import { dotsOf } from '#core/brief/dots.ts';
import { line, lines, part } from '#core/brief/blocks.ts';
import type { Gap } from '#core/group/gap.ts';
import type { Block, Figure, Part, Report, TableBlock } from '#core/report/report.ts';
import type { CompanyReportInput } from './input.ts';

const MOST_GAPS = 5;

export function voicesPart(input: CompanyReportInput, report: Report): Part {
	const { words, several } = input;
	const blocks = several.n === 1 ? [] : [...table(input, figuresOf(report)), ...gaps(input)];
	const said = line([voices(input), ...agreed(input)].join(' '));
	return { ...part('voices', words('company_report_part_voices'), [said, ...blocks]), id: 'voices' };
}

const voices = ({ words, several: { n, voices: many } }: CompanyReportInput): string =>
	words(`company_report_voices_${many}`, { people: n });

function agreed({ words: say, several: { n, agreed: all } }: CompanyReportInput): readonly string[] {
	if (all === null) return n > 1 && n < 3 ? [say('company_report_agreed_unknown')] : [];
	const label = agreementWords({ say }, all.label);
	return [say('company_report_agreed', { label }), ...(all.isWide ? [say('company_report_agreed_wide')] : [])];
}

/** As the picture of the summary shows them. */
const figuresOf = ({ parts }: Report): readonly Figure[] =>
	parts.flatMap(({ blocks }) =>
		blocks.flatMap((block) => (block.kind === 'panel' ? [block.total, ...block.figures] : []))
	);

function table({ words: say, several, instrument, locale }: CompanyReportInput, figures: readonly Figure[]) {
	const { Group, score } = writingOf(locale);
	const rows = figures.filter(({ id }) => several.indices[id] !== undefined);
	const shown = Object.keys(instrument.groups).filter((name) =>
		rows.some(({ id }) => several.indices[id]?.groups[name] !== undefined)
	);
	const isApart = rows.some(({ id }) => several.indices[id]?.gap != null);
	const agreement = (id: string): string => {
		const known = several.agreement[id] === undefined ? several.agreed : several.agreement[id];
		return known === null ? '' : agreementWords({ say }, known.label);
	};
	const head = ['report_table_index', 'report_table_score', 'company_report_table_voices'] as const;
	const hasAgreement = several.agreed !== null;
	const block: TableBlock = {
		kind: 'table',
		caption: say('company_report_table'),
		head: [
			...head.map((key) => say(key)),
			...(hasAgreement ? [say('company_report_table_agreement')] : []),
			...shown.map(Group),
			...(isApart ? [say('company_report_table_apart')] : [])
		],
		rows: rows.map(({ id, label, shown: scored }) => {
			const parts = several.indices[id];
			const of = (name: string): string => {
				const tenths = parts?.groups[name]?.tenths;
				return tenths === undefined ? '' : score(tenths);
			};
			return [
				...[label, scored ?? say('report_no_score'), String(parts?.all.n ?? '')],
				...(hasAgreement ? [agreement(id)] : []),
				...shown.map(of),
				...(isApart ? [parts?.gap ? apart(say, score, parts.gap) : ''] : [])
			];
		}),
		numeric: [1, 2, ...shown.map((_, at) => at + (hasAgreement ? 4 : 3))]
	};
	return rows.length === 0 ? [] : [block];
}

const apart = (say: CompanyReportInput['words'], score: (tenths: number) => string, { gap, label }: Gap): string =>
	say(`company_report_apart_${label}`, { points: score(Math.abs(gap)) });

/** Nothing where the instrument knows no groups. */
function gaps(input: CompanyReportInput): readonly Block[] {
	const { words: say, several, instrument, locale } = input;
	const pair = pairOf({ instrument });
	if (pair === null) return [];
	const told = toldIn(instrument, several);
	const found = gapsOf({ told }).slice(0, MOST_GAPS);
	const { group, Group, score } = writingOf(locale);
	const isTold = told.some(({ spread }) => spread.gap !== null);
	const lead = isTold
		? say(found.length > 0 ? 'company_report_gaps_lead' : 'company_report_gaps_alike', {
				one: Group(pair[0]),
				other: group(pair[1])
			})
		: say('company_report_gaps_hidden');
	return [
		{ kind: 'heading', id: 'gaps', level: 2, text: say('company_report_gaps') },
		...lines([lead]),
		...(found.length === 0 ? [] : [dotsOf({ instrument, say, score, Group }, found, () => [])])
	];
}
