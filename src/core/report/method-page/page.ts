// An instrument → its method page: how answers become numbers and numbers become words, with nothing that is not in either.
import type { Terms } from '#core/calculators/velocity.ts';
import { longDate } from '../format.ts';
import { numbersFrom } from '../numbers.ts';
import type { Block, Paper, Part } from '../report.ts';
import { velocityBlock } from '../velocity.ts';
import type { WordKey } from '../words.ts';
import { areas } from './areas.ts';
import { findings } from './findings.ts';
import { indices } from './indices.ts';
import { points } from './points.ts';
import { questions } from './questions.ts';
import { said, type Source } from './source.ts';

export type { Source } from './source.ts';

/** Round numbers that nobody gave, for the worked example of sales velocity. */
export const EXAMPLE: Terms = {
	number: { units: 40, decimals: 0 },
	value: { units: 50_000, decimals: 0 },
	winRate: { units: 25, decimals: 0 },
	cycle: { units: 90, decimals: 0 }
};

/** The method page of an instrument: no narrative, and no number but those of the content and of the rules themselves. */
export function methodPage(source: Source): Paper {
	const { instrument, words, locale, since } = source;
	const { title, version } = instrument;
	const hasAreas = instrument.areas.length > 0;
	const parts: readonly Part<string>[] = [
		part(source, 'points', 'method_points_title', points(source)),
		part(source, 'indices', 'method_indices_title', indices(source)),
		part(source, 'verdicts', hasAreas ? 'method_verdicts_title' : 'method_verdicts_only_title', areas(source)),
		part(source, 'findings', 'method_findings_title', findings(source)),
		part(source, 'velocity', 'method_velocity_title', velocity(source)),
		part(source, 'questions', 'method_questions_title', questions(source)),
		part(source, 'limits', 'method_limits_title', limits(source))
	];
	return {
		locale,
		cover: {
			title: words('method_title', { title }),
			subtitle: '',
			byline: [
				words('method_version', { version }),
				...(since === null ? [] : [words('method_since', { date: longDate(since, locale) })])
			].join(' '),
			notice: null
		},
		parts: parts.filter(({ blocks }) => blocks.length > 0)
	};
}

const part = ({ words }: Source, id: string, key: WordKey, blocks: readonly Block[]): Part<string> => ({
	id,
	title: words(key),
	blocks
});

/** The formula with one worked example; nothing where the instrument does not ask for the four numbers. */
function velocity(source: Source): readonly Block[] {
	const { instrument, words } = source;
	const block = instrument.velocity && velocityBlock({ ...source, numbers: numbersFrom(EXAMPLE, null, source) });
	if (block === null) return [];
	const example = words('method_velocity_example');
	const head = block.table.head.map((cell, at) => (at === 1 ? example : cell));
	return [
		said(source, 'method_velocity_formula'),
		{ ...block, title: words('method_velocity_example_title'), table: { ...block.table, head } }
	];
}

function limits(source: Source): readonly Block[] {
	const { version, hash, title } = source.instrument;
	return [
		said(source, 'method_limits_unused'),
		said(source, 'method_limits_peers'),
		said(source, 'report_method_provisional'),
		said(source, 'method_limits_versions'),
		{
			kind: 'prose',
			style: 'note',
			prose: [
				{
					kind: 'paragraph',
					inline: [{ kind: 'text', text: source.words('method_identity', { title, version, hash }) }]
				}
			]
		}
	];
}
