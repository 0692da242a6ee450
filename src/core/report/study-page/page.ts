// A benchmark's newest edition → the page of what it says as a whole; while it says nothing, when it will.
import { longDate } from '../format.ts';
import { said } from '../method-page/source.ts';
import type { Block, ChartBlock, Paper, Part } from '../report.ts';
import type { WordKey } from '../words.ts';
import { answered } from './answered.ts';
import { areas } from './areas.ts';
import { limits, quoting } from './closing.ts';
import { groups, indices } from './indices.ts';
import { likelihood } from './likelihood.ts';
import { reliability } from './reliability.ts';
import { counted, leadOf, measureOf, members, roundedDown, type Side, type Source, type Told } from './source.ts';

export type { Source } from './source.ts';

type StudyPart = Part<string, Block | ChartBlock>;

export function studyPage(source: Source): Paper<ChartBlock> {
	const { words, locale, instrument, edition } = source;
	const told = toldOf(source);
	const parts = told === null ? opening(source) : all(told);
	return {
		locale,
		cover: {
			title: words('study_title', { title: instrument.title }),
			subtitle: '',
			byline: told === null ? words('study_byline_none') : bylineOf(told),
			notice:
				edition?.demonstration === true ? { label: words('study_notice_label'), text: words('study_notice') } : null
		},
		parts: parts.filter(({ blocks }) => blocks.length > 0)
	};
}

/** Null while there is no edition in which anything of all may be told. */
export const toldOf = (source: Source): Told | null => {
	const { edition } = source;
	return edition === null || edition.cells.length === 0 ? null : { ...source, edition };
};

/** Every chart of the page. */
export const chartsOf = ({ parts }: Paper<ChartBlock>): readonly ChartBlock[] =>
	parts.flatMap(({ blocks }) => blocks.filter((block): block is ChartBlock => block.kind === 'chart'));

const all = (source: Told): readonly StudyPart[] => [
	part(source, 'companies', 'study_part_companies', indices(source, 'company')),
	part(source, 'groups', 'study_part_groups', groups(source, 'company')),
	part(source, 'areas', 'study_part_areas', areas(source)),
	part(source, 'findings', 'study_part_findings', likelihood(source)),
	part(source, 'people', 'study_part_people', [...indices(source, 'personal'), ...groups(source, 'personal')]),
	part(source, 'answered', 'study_part_answered', answered(source)),
	part(source, 'reliability', 'study_part_reliability', reliability(source)),
	part(source, 'limits', 'study_part_limits', limits(source)),
	part(source, 'quote', 'study_part_quote', quoting(source, whoIn(source)))
];

const opening = (source: Source): readonly StudyPart[] => [
	part(source, 'opens', 'study_part_opens', [
		...(roundedDown(source.study?.companies ?? 0) === 0
			? []
			: [said(source, 'study_opens_so_far', { n: counted(source, source.study?.companies ?? 0) })]),
		said(source, 'study_opens_when'),
		said(source, 'study_opens_later'),
		said(source, 'study_opens_invite', { minutes: source.instrument.minutes })
	])
];

const part = ({ words }: Source, id: string, key: WordKey, blocks: StudyPart['blocks']): StudyPart => ({
	id,
	title: words(key),
	blocks
});

function bylineOf(source: Told): string {
	const { words, locale, edition } = source;
	return words('study_byline', {
		date: longDate(edition.date, locale),
		who: whoIn(source),
		version: edition.instrument.version
	});
}

/** All companies that count; where too few of them are told of, all people. */
function whoIn(source: Told): string {
	const membersOf = (side: Side): number => {
		const lead = leadOf(source, side);
		return (lead && measureOf(source, lead)?.n) ?? 0;
	};
	const companies = source.study?.companies ?? membersOf('company');
	return roundedDown(companies) > 0
		? members(source, 'company', companies)
		: members(source, 'personal', membersOf('personal'));
}
