// The study of an edition → how others answered a question, and where their scores on an area stand.
import type { Question } from '#core/instrument/instrument.ts';
import type { ItemStudy } from '#core/study/study.ts';
import { paragraph, type Composition } from './composition.ts';
import { given, longDate, points } from './format.ts';
import type { AnswerPeers, Block } from './report.ts';

/** A study tells only of those that twenty have answered (method, section 7). */
const told = (of: Readonly<Record<string, ItemStudy>> = {}, id: string): ItemStudy | null =>
	Object.hasOwn(of, id) ? (of[id] ?? null) : null;

/** Null for an answer without a score, and where too few have answered the question. */
export function answerPeers(c: Composition, question: Question): AnswerPeers | null {
	const tenths = c.scores.questions[question.id]?.tenths ?? null;
	const item = told(c.study?.questions, question.id);
	if (tenths === null || item === null) return null;
	const { median, quartiles } = item;
	const show = (each: number): string => given(each / 10, c.locale);
	const [lower, upper] = quartiles;
	const inputs = { points: show(tenths), peers: everybody(c, question), median: show(median) };
	const sentence =
		lower === upper
			? c.words('report_answer_peers_alike', inputs)
			: c.words('report_answer_peers', { ...inputs, lower: show(lower), upper: show(upper) });
	return { sentence, tenths, median, quartiles };
}

/** The study is of all, whichever group the index is compared with. */
function everybody(c: Composition, { section }: Question): string {
	const isPersonal = c.instrument.sections.some(({ id, about }) => id === section && about === 'personal');
	const key = isPersonal ? 'report_answer_everybody' : 'report_answer_companies';
	return c.words(c.study?.demonstration === true ? `${key}_demonstration` : key);
}

/** How the small pictures beside the answers are read; nothing where there is none. */
export function answerPeersNote(c: Composition, blocks: readonly Block[]): readonly Block[] {
	if (c.study === null || !blocks.some((block) => block.kind === 'answer' && block.peers !== undefined)) return [];
	const text = c.words('report_answer_note', { date: longDate(c.study.date, c.locale) });
	return [{ kind: 'prose', style: 'note', prose: paragraph(text) }];
}

/** That the median of others counted in the priority of an area (method, section 5); null where it did not. */
export function areaMedian(c: Composition, area: string): string | null {
	const { tenths = null, verdict = null } = c.scores.areas[area] ?? {};
	const item = told(c.study?.areas, area);
	if (tenths === null || verdict === null || item === null) return null;
	const counts = verdict === 'keep' ? tenths > item.median : item.median > tenths;
	if (!counts) return null;
	return c.words(verdict === 'keep' ? 'report_because_ahead' : 'report_because_behind', {
		peers: c.words(
			c.study?.demonstration === true ? 'report_answer_companies_demonstration' : 'report_answer_companies'
		),
		median: points(item.median, c.locale),
		points: points(tenths, c.locale)
	});
}
