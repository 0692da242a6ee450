// The scores of then and now → what has changed in them, in words and as tables.
import type { Index } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { paragraph, type Composition } from './composition.ts';
import { longDate } from './format.ts';
import type { Before } from './input.ts';
import type { Block, ProseBlockOf } from './report.ts';
import { LEAST, type Trend } from './trend.ts';
import { facetsOf, partsOf, writingOf, type Writing } from './writing.ts';

const tenthsIn = (scores: Scores, { id }: Index): number | null => scores.indices[id]?.tenths ?? null;

/** The two scores of an index in tenths; null where one is missing or too little is shared. */
function pairOf(trend: Trend, index: Index): readonly [then: number, now: number] | null {
	const [then, now] = [tenthsIn(trend.former, index), tenthsIn(trend.present, index)];
	return then === null || now === null || trend.percent(index.id) < LEAST ? null : [then, now];
}

function inWords(c: Composition, writing: Writing, tenths: number): string {
	if (tenths === 0) return c.words('report_since_same');
	return writing.say(tenths > 0 ? 'more' : 'less', Math.abs(tenths));
}

const prose = (text: string, style: ProseBlockOf['style'] = 'plain'): ProseBlockOf => ({
	kind: 'prose',
	style,
	prose: paragraph(text)
});

/** When the two were, how the company stood then and stands now, and whether that rests on another footing. */
export function opening(c: Composition, before: Before, trend: Trend): readonly Block[] {
	const dates = { before: longDate(before.date, c.locale), now: longDate(c.date, c.locale) };
	const { company } = c;
	const pair = company === null ? null : pairOf(trend, company);
	const versions = { former: before.instrument.version, version: c.instrument.version };
	const rescored = trend.rescored ? [prose(c.words('report_since_rescored', versions))] : [];
	if (company === null || pair === null) return [prose(c.words('report_since_again', dates), 'lead'), ...rescored];
	const writing = writingOf(c, 'company', [trend.former, trend.present]);
	const [then, now] = pair;
	const lead = c.words(before.date === c.date ? 'report_since_lead_day' : 'report_since_lead', {
		...dates,
		index: company.title,
		then: writing.show(then),
		score: writing.show(now),
		change: inWords(c, writing, writing.between(then, now))
	});
	const more = [...bands(c, trend, company), ...most(c, trend, writing)];
	return [prose(lead, 'lead'), ...(more.length === 0 ? [] : [prose(more.join(' '))]), ...rescored];
}

function bands(c: Composition, trend: Trend, index: Index): readonly string[] {
	const label = (scores: Scores): string | undefined =>
		c.instrument.bands[index.bands ?? '']?.find(({ id }) => id === scores.indices[index.id]?.band)?.label;
	const [former, band] = [label(trend.former), label(trend.present)];
	if (former === undefined || band === undefined) return [];
	return [c.words(former === band ? 'report_since_band_same' : 'report_since_band_new', { former, band })];
}

/** Where most has changed, of several parts. */
function most(c: Composition, trend: Trend, writing: Writing): readonly string[] {
	const changes = partsOf(c)
		.map((index) => ({ index: index.title, pair: pairOf(trend, index) }))
		.flatMap(({ index, pair }) => (pair === null ? [] : [{ index, by: writing.between(...pair) }]))
		.toSorted((a, b) => Math.abs(b.by) - Math.abs(a.by));
	const [first] = changes;
	if (first === undefined || changes.length < 2 || first.by === 0) return [];
	return [c.words('report_since_most', { index: first.index, change: inWords(c, writing, first.by) })];
}

/** The company, and in a whole copy the person. */
export const changedFigures = (c: Composition, trend: Trend): readonly Block[] => [
	...figures(c, trend, c.company, partsOf(c)),
	...figures(c, trend, c.scope === 'whole' ? c.personal : null, facetsOf(c))
];

/** The scores of then and now beside each other; and of those that cannot stand there, why. */
function figures(c: Composition, trend: Trend, total: Index | null, parts: readonly Index[]): readonly Block[] {
	const times = total === null ? [] : [trend.former, trend.present].filter((scores) => wasAsked(scores, total));
	if (total === null || times.length === 0) return [];
	if (times.length === 1) return [prose(c.words('report_since_once', { index: total.title }))];
	const label = c.words(total.about === 'company' ? 'report_panel_company' : 'report_panel_personal');
	const comparable = [total, ...parts].filter(({ id }) => trend.percent(id) >= LEAST);
	const writing = writingOf(c, total.about, times);
	const rows = comparable.map((index) => {
		const pair = pairOf(trend, index);
		const change = pair === null ? '' : inWords(c, writing, writing.between(...pair));
		return [index.title, ...times.map((scores) => writing.show(tenthsIn(scores, index))), change];
	});
	const unshared = [total, ...parts].filter((index) => !comparable.includes(index));
	const keys = ['report_table_index', 'report_since_then', 'report_since_now', 'report_since_change'] as const;
	const head = keys.map((key) => c.words(key));
	const caption = c.words('report_since_table', { label });
	return [
		...(rows.length === 0 ? [] : [{ kind: 'table' as const, caption, head, rows, numeric: [1, 2, 3] }]),
		...unshared.map((index) =>
			prose(c.words('report_since_unshared', { index: index.title, percent: trend.percent(index.id), least: LEAST }))
		)
	];
}

function wasAsked(scores: Scores, { id }: Index): boolean {
	const score = scores.indices[id];
	return score !== undefined && (score.tenths !== null || score.because !== 'not-asked');
}
