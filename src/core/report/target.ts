// A saved target → what it would give, in the report that it was saved beside; and how far it is, in the next one.
import { canonicalJson } from '#core/instrument/canonical.ts';
import type { Index, Question } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { asked, paragraph, type Composition } from './composition.ts';
import type { Before, Target } from './input.ts';
import type { Block, ListBlock, TableBlock } from './report.ts';
import { LEAST, type Trend } from './trend.ts';
import { givenLabel } from './verdicts.ts';
import { facetsOf, partsOf, writingOf } from './writing.ts';

/** In the report beside which it was saved, so many answers are named; the next report names them all. */
const MOST_NAMED = 5;

const prose = (text: string): Block => ({ kind: 'prose', style: 'plain', prose: paragraph(text) });

/** The answers that the target wants otherwise, as far as this copy may speak of them. */
function wanted(c: Composition, target: Target): readonly Question[] {
	const abouts = c.scope === 'whole' ? ['company', 'personal'] : ['company'];
	const sections = new Set(c.instrument.sections.flatMap(({ id, about }) => (abouts.includes(about) ? [id] : [])));
	const said = (answers: Composition['answers'], id: string): string => canonicalJson(answers.given[id]);
	return c.instrument.questions.filter(
		({ id, section }) => sections.has(section) && said(c.answers, id) !== said(target.answers, id)
	);
}

/** The indices that the target would move, the company's whole index in any case; each whole before its parts. */
function moved(c: Composition, own: Scores, target: Scores): readonly Index[] {
	const tenths = (scores: Scores, id: string): number | null => scores.indices[id]?.tenths ?? null;
	const person = c.scope === 'whole' ? [...(c.personal === null ? [] : [c.personal]), ...facetsOf(c)] : [];
	return [...(c.company === null ? [] : [c.company]), ...partsOf(c), ...person]
		.filter(({ id }) => tenths(target, id) !== null)
		.filter(({ id }) => id === c.company?.id || tenths(own, id) !== tenths(target, id));
}

/** The scores of an index at each of several times, as they are written. */
const shown = (c: Composition, times: readonly Scores[], { id, about }: Index): readonly string[] =>
	times.map(({ indices }) => writingOf(c, about, times).show(indices[id]?.tenths ?? null));

/** For the owner, in the report beside which it was saved. Empty where it wants nothing otherwise. */
export function ownTarget(c: Composition): readonly Block[] {
	const { target } = c;
	const questions = target == null ? [] : wanted(c, target);
	if (target == null || questions.length === 0) return [];
	const aim: Composition = { ...c, ...target };
	const table: TableBlock = {
		kind: 'table',
		caption: c.words('report_target_table'),
		head: [c.words('report_table_index'), c.words('report_since_now'), c.words('report_target_column')],
		rows: moved(c, c.scores, target.scores).map((index) => [
			index.title,
			...shown(c, [c.scores, target.scores], index)
		]),
		numeric: [1, 2]
	};
	const items = questions.slice(0, MOST_NAMED).map((question) => ({
		text: [{ kind: 'text' as const, text: asked(question) }],
		detail: c.words('report_target_answer', { now: givenLabel(c, question), wanted: givenLabel(aim, question) })
	}));
	const left = questions.length - items.length;
	return [
		{ kind: 'heading', id: 'target', level: 3, text: c.words('report_target_title') },
		prose(c.words('report_target_lead', { count: questions.length })),
		...(table.rows.length === 0 ? [] : [table]),
		{ kind: 'list', items },
		...(left > 0 ? [prose(c.words('report_target_left', { count: left }))] : [])
	];
}

/** In the next report: how much of the way to the target of then has been gone. `former` is the report of then. */
export function howFar(c: Composition, { target }: Before, former: Composition, trend: Trend): readonly Block[] {
	if (target === null || trend.target === null) return [];
	const present = new Set(c.instrument.questions.map(({ id }) => id));
	const questions = wanted(former, target).filter(({ id }) => present.has(id));
	if (questions.length === 0) return [];
	const reached = questions.filter(({ id }) => isReached(c, target, id)).length;
	const aim: Composition = { ...former, ...target };
	const list: ListBlock = {
		kind: 'list',
		items: questions.map((question) => ({
			text: [{ kind: 'text', text: asked(question) }],
			detail: c.words('report_since_answer', {
				wanted: givenLabel(aim, question),
				former: givenLabel(former, question),
				now: givenLabel(c, c.question(question.id))
			})
		}))
	};
	return [
		{ kind: 'heading', id: 'since-target', level: 2, text: c.words('report_since_target_title') },
		prose(
			[
				c.words('report_since_target_lead', { count: questions.length }),
				reached === 0 ? c.words('report_since_target_none') : c.words('report_since_target_reached', { count: reached })
			].join(' ')
		),
		...distances(c, trend, trend.target),
		list
	];
}

/** The answer that was wanted, or a better one. */
function isReached(c: Composition, { answers, scores }: Target, id: string): boolean {
	const [now, aim] = [c.scores, scores].map(({ questions }) => questions[id]?.tenths ?? null);
	if (now != null && aim != null) return now >= aim;
	return canonicalJson(c.answers.given[id]) === canonicalJson(answers.given[id]);
}

function distances(c: Composition, trend: Trend, target: Scores): readonly Block[] {
	const indices = moved(c, trend.former, target).filter(({ id }) => trend.percent(id) >= LEAST);
	const keys = [
		'report_table_index',
		'report_since_then',
		'report_since_now',
		'report_target_column',
		'report_since_distance'
	] as const;
	const times = [trend.former, trend.present, target];
	const rows = indices.map((index) => [index.title, ...shown(c, times, index), distance(c, times, index)]);
	const caption = c.words('report_since_target_table');
	const head = keys.map((key) => c.words(key));
	return rows.length === 0 ? [] : [{ kind: 'table', caption, head, rows, numeric: [1, 2, 3, 4] }];
}

/** From the last but one of the times to the last. */
function distance(c: Composition, times: readonly Scores[], { id, about }: Index): string {
	const [now, aim] = times.slice(-2).map(({ indices }) => indices[id]?.tenths ?? null);
	if (now == null || aim == null) return '';
	const writing = writingOf(c, about, times);
	const left = writing.between(now, aim);
	return left <= 0 ? c.words('report_since_reached') : writing.say('to_go', left);
}
