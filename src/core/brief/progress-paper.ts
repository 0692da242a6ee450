// Two rounds of one company → what has changed, what of it is real, and what it comes from: a paper.
import type { Progress, Progressed } from '#core/group/progress.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { longDate, points, wholePoints } from '#core/report/format.ts';
import type { Block, Paper, Part } from '#core/report/report.ts';
import { line, lines, part } from './blocks.ts';
import type { BriefKey, BriefWords } from './words.ts';

export type ProgressInput = {
	readonly words: BriefWords;
	readonly locale: string;
	/** Of the later round. */
	readonly instrument: Pick<Instrument, 'title' | 'indices' | 'areas' | 'version'>;
	readonly client: string;
	/** What each round is called, its day, and how many were heard. */
	readonly rounds: readonly [before: RoundTold, after: RoundTold];
	readonly progress: Progress;
	readonly isAnonymous: boolean;
	/** Where the company index stood, would have stood among the former peers, and stands, in per cent; null: not known. */
	readonly standing: Readonly<Record<'before' | 'between' | 'after', number>> | null;
	/** The same as its change comes apart (`peersSplit`). */
	readonly peers: { readonly own: number; readonly peers: number } | null;
};

type RoundTold = { readonly name: string; readonly date: string; readonly n: number; readonly version: string };

export function progressPaper(input: ProgressInput): Paper {
	const { words: say, locale, client, rounds, instrument } = input;
	const [before, after] = rounds;
	return {
		locale,
		cover: {
			title: say('progress_title'),
			subtitle: client,
			byline: say('progress_byline', {
				instrument: instrument.title,
				before: longDate(before.date, locale),
				after: longDate(after.date, locale)
			}),
			notice: null
		},
		parts: [changePart(input), indicesPart(input), areasPart(input), peersPart(input), methodPart(input)]
	};
}

const MINUS = '−';

/** In tenths, as points with their sign; nothing where nothing has changed. */
function signed(tenths: number, locale: string): string {
	if (tenths === 0) return points(0, locale);
	return `${tenths > 0 ? '+' : MINUS}${points(Math.abs(tenths), locale)}`;
}

const leadOf = ({ instrument, progress }: ProgressInput): { id: string; title: string; told: Progressed } | null => {
	const lead = instrument.indices.find(({ about, of }) => about === 'company' && of !== null);
	const told = progress.indices.find(({ id }) => id === lead?.id);
	return lead === undefined || told === undefined ? null : { id: lead.id, title: lead.title, told };
};

const realKey = { true: 'progress_real', false: 'progress_not_real', null: 'progress_real_unknown' } as const;

function changePart(input: ProgressInput): Part<string> {
	const { words: say, locale, progress, rounds } = input;
	const lead = leadOf(input);
	const blocks: Block[] = [];
	if (lead === null) blocks.push(line(say('progress_lead_none')));
	else {
		const { before, after, change, isReal } = lead.told;
		const key: BriefKey = change > 0 ? 'progress_lead_up' : change < 0 ? 'progress_lead_down' : 'progress_lead_same';
		const told = { index: lead.title, before: points(before, locale), after: points(after, locale) };
		const said = [
			say(key, { ...told, points: points(Math.abs(change), locale) }),
			...(change === 0 ? [] : [say(realKey[`${isReal}`])])
		];
		blocks.push(line(said.join(' ')));
		blocks.push(...splitOf(input, lead.told));
	}
	const [before, after] = rounds;
	const { people } = progress;
	const who =
		people === null
			? say('progress_people_hidden', { before: before.n, after: after.n })
			: say('progress_people', { before: before.n, after: after.n, ...people });
	return part('change', say('progress_part_change'), [...blocks, line(who)]);
}

/** What the change of all comes from; or why that is not told. */
function splitOf({ words: say, locale, progress }: ProgressInput, { split, change }: Progressed): readonly Block[] {
	if (change === 0 && split === null) return [];
	if (split === null)
		return [line(say(progress.people?.stayed === 0 ? 'progress_split_nobody' : 'progress_split_hidden'))];
	const told = { answers: signed(split.answers, locale), people: signed(split.people, locale) };
	return [line(say('progress_split_lead', told))];
}

const noteKey = { true: 'progress_note_real', false: 'progress_note_not_real', null: 'progress_note_unknown' } as const;

/** The whole first, then its parts; before and after as two dots on one line. */
function indicesPart({ words: say, locale, instrument, progress }: ProgressInput): Part<string> {
	const company = instrument.indices.filter(({ about }) => about === 'company');
	const ordered = [...company.filter(({ of }) => of !== null), ...company.filter(({ of }) => of === null)];
	const told = ordered.flatMap(({ id, title }) => {
		const found = progress.indices.find((each) => each.id === id);
		return found === undefined ? [] : [{ title, ...found }];
	});
	const title = say('progress_part_indices');
	if (told.length === 0) return part('indices', title, [line(say('progress_lead_none'))]);
	const sides = (['progress_before', 'progress_after'] as const).map((key) => say(key));
	return part('indices', title, [
		{
			kind: 'dots',
			title: say('progress_dots'),
			rows: told.map((each) => ({
				label: each.title,
				dots: [each.before, each.after].map((tenths, at) => ({
					label: sides[at] ?? '',
					tenths,
					shown: points(tenths, locale)
				})),
				note: say(noteKey[`${each.isReal}`], { change: signed(each.change, locale) }),
				said:
					each.split === null
						? []
						: [
								{ label: say('progress_answers'), text: signed(each.split.answers, locale) },
								{ label: say('progress_people_column'), text: signed(each.split.people, locale) }
							]
			})),
			description: say('progress_described'),
			table: {
				kind: 'table',
				caption: say('progress_indices_table'),
				head: [say('progress_index'), ...columns(say), say('progress_is_real')],
				rows: told.map((each) => [each.title, ...figures(each, say, locale), yesNo(each.isReal, say)]),
				numeric: [1, 2, 3, 4, 5]
			}
		}
	]);
}

const columns = (say: BriefWords): readonly string[] =>
	(['progress_before', 'progress_after', 'progress_change', 'progress_answers', 'progress_people_column'] as const).map(
		(key) => say(key)
	);

const figures = ({ before, after, change, split }: Progressed, say: BriefWords, locale: string): readonly string[] => [
	points(before, locale),
	points(after, locale),
	signed(change, locale),
	...[split?.answers, split?.people].map((tenths) =>
		tenths === undefined ? say('progress_untold') : signed(tenths, locale)
	)
];

function yesNo(isReal: boolean | null, say: BriefWords): string {
	return say(isReal === null ? 'progress_unknown' : isReal ? 'progress_yes' : 'progress_no');
}

/** What has gained most first. */
function areasPart({ words: say, locale, instrument, progress }: ProgressInput): Part<string> {
	const told = progress.areas
		.flatMap((each) => {
			const area = instrument.areas.find(({ id }) => id === each.id);
			return area === undefined ? [] : [{ title: area.title, ...each }];
		})
		.toSorted((one, other) => other.change - one.change || (one.id < other.id ? -1 : 1));
	const title = say('progress_part_areas');
	if (told.length === 0) return part('areas', title, [line(say('progress_lead_none'))]);
	return part('areas', title, [
		{
			kind: 'table',
			caption: say('progress_areas_table'),
			head: [say('progress_area'), ...columns(say)],
			rows: told.map((each) => [each.title, ...figures(each, say, locale)]),
			numeric: [1, 2, 3, 4, 5]
		},
		line(say('progress_areas_error'), 'note')
	]);
}

function peersPart(input: ProgressInput): Part<string> {
	const { words: say, standing, peers, locale } = input;
	const title = say('progress_part_peers');
	const lead = leadOf(input);
	if (standing === null || peers === null || lead === null)
		return part('peers', title, [line(say('progress_peers_none'))]);
	// Percentage points are whole: ten of their tenths each.
	const inPoints = (percent: number): string =>
		percent === 0 ? '0' : `${percent > 0 ? '+' : MINUS}${wholePoints(Math.abs(percent) * 10, locale)}`;
	return part('peers', title, [
		line(say('progress_peers', { index: lead.title, before: standing.before, after: standing.after })),
		line(
			say('progress_peers_split', {
				own: inPoints(peers.own),
				peers: inPoints(peers.peers),
				between: standing.between
			})
		)
	]);
}

function methodPart({ words: say, isAnonymous, rounds, progress }: ProgressInput): Part<string> {
	const [before, after] = rounds;
	const isHidden = isAnonymous && progress.people === null;
	return part('method', say('progress_part_method'), [
		...lines(
			[
				say('progress_method_split'),
				say('progress_method_real'),
				...(isHidden ? [say('progress_method_anonymous')] : []),
				...(before.version === after.version
					? []
					: [say('progress_versions', { before: before.version, after: after.version })])
			],
			'note'
		)
	]);
}
