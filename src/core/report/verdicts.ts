// Verdicts on areas and questions → cards, answers and patterns, each with what it rests on.
import { contradictions, type Opposites } from '#core/answers/opposites.ts';
import { bestStep, type StepUp } from '#core/findings/step-up.ts';
import { fillInline, fillProse, pick } from '#core/instrument/fill.ts';
import { once } from '#core/instrument/once.ts';
import type { Question, Verdict } from '#core/instrument/instrument.ts';
import type { KeyAreaFinding, PatternFinding } from '#core/findings/findings.ts';
import { answerPeers, areaMedian } from './answer-peers.ts';
import { asked, paragraph, phrase, type Composition } from './composition.ts';
import { points } from './format.ts';
import type { AnswerBlock, Because, CardBlock, PatternBlock } from './report.ts';
import { spoken } from './spoken.ts';
import type { WordKey } from './words.ts';

export const verdictWord: Readonly<Record<Verdict, WordKey>> = {
	keep: 'report_keep',
	change: 'report_change',
	stop: 'report_stop'
};

/** The placeholders of a text that speaks of one question; the others are inherited, not copied. */
function valuesFor(c: Composition, question: Question): Readonly<Record<string, string>> {
	const own = { question: asked(question), answer: phrase(c.answers, question) };
	return Object.assign(Object.create(c.values) as Record<string, string>, own);
}

/** The card of a key area; without heading and prose while no text is written for this verdict. */
export function card(c: Composition, finding: KeyAreaFinding): CardBlock {
	const area = c.area(finding.area);
	const text = pick(area.texts[finding.verdict], c.facts, c.values);
	const step =
		finding.verdict === 'keep' || c.company === null
			? null
			: bestStep(c.instrument, c.answers, c.scores, c.company.id, finding.because);
	return {
		kind: 'card',
		verdict: finding.verdict,
		label: c.words(verdictWord[finding.verdict]),
		title: area.title,
		heading: text?.heading ?? [],
		prose: [...(text?.body ?? []), ...reservation(c, finding)],
		because: {
			label: c.words('report_because_label'),
			lines: [
				...finding.because.map((id) => basis(c, c.question(id), step)),
				importanceLine(c, finding.area),
				...[areaMedian(c, finding.area)].filter((line) => line !== null)
			]
		}
	};
}

/** A strong area that holds a stopped question says so. */
function reservation(c: Composition, finding: KeyAreaFinding) {
	if (finding.verdict !== 'keep') return [];
	const stopped = finding.because.find((id) => c.scores.questions[id]?.verdict === 'stop');
	if (stopped === undefined) return [];
	return pick(c.area(finding.area).texts.but, c.facts, valuesFor(c, c.question(stopped)))?.body ?? [];
}

function importanceLine(c: Composition, area: string): string {
	const spokenFor = c.instrument.questions.some(
		(question) => question.importanceOf.includes(area) && c.answers.given[question.id]?.state === 'answered'
	);
	return c.words(spokenFor ? 'report_because_importance' : 'report_because_importance_constant', {
		importance: points(c.scores.areas[area]?.importance ?? 0, c.locale)
	});
}

/** "We qualify … Neither (50.0 points, weight 3) One step up here would move the index from 62.5 to 63.1." */
function basis(c: Composition, question: Question, step: StepUp | null): string {
	const tenths = c.scores.questions[question.id]?.tenths ?? null;
	const line = c.words('report_because_answer', {
		question: asked(question),
		answer: givenLabel(c, question),
		points: tenths === null ? c.words('report_no_score') : points(tenths, c.locale),
		weight: Math.max(0, ...Object.values(question.feeds))
	});
	return step?.question === question.id ? `${line} ${stepUp(c, step)}` : line;
}

const stepUp = (c: Composition, { kind, before, after }: StepUp): string =>
	c.words(kind === 'more' ? 'report_because_step_more' : 'report_because_step', {
		index: c.company?.title ?? '',
		before: points(before, c.locale),
		after: points(after, c.locale)
	});

export function givenLabel(c: Composition, question: Question): string {
	const answer = c.answers.given[question.id];
	if (answer === undefined) return c.words('report_unanswered');
	return spoken(question, answer.state === 'answered' ? answer.value : answer.state, 'label');
}

/** A question with the answer given and what is said about it. */
export function answerBlock(c: Composition, question: Question): AnswerBlock {
	const verdict = c.scores.questions[question.id]?.verdict ?? null;
	const peers = answerPeers(c, question);
	const unknown = c.answers.given[question.id]?.state === 'ns';
	const texts = unknown ? question.texts.unsure : verdict === null ? [] : question.texts[verdict];
	const text = pick(texts, c.facts, valuesFor(c, question));
	return {
		kind: 'answer',
		question: question.id,
		asked: question.text,
		given: c.words('report_given', { answer: givenLabel(c, question) }),
		...(peers === null ? {} : { peers }),
		verdict,
		label: unknown ? c.words('report_unknown') : verdict === null ? null : c.words(verdictWord[verdict]),
		heading: text?.heading ?? [],
		prose: text?.body ?? []
	};
}

export function patternBlock(c: Composition, finding: PatternFinding): PatternBlock {
	const pattern = c.instrument.patterns.find((candidate) => candidate.id === finding.pattern);
	if (pattern === undefined) throw new Error(`no pattern "${finding.pattern}" in the instrument`);
	const because: Because = {
		label: c.words('report_pattern_because'),
		lines: finding.because.map(
			(id) => `${asked(c.question(id))} ${c.words('report_given', { answer: givenLabel(c, c.question(id)) })}`
		)
	};
	return {
		kind: 'pattern',
		label: c.words('report_pattern_label'),
		title: fillInline(pattern.title, c.values),
		prose: fillProse(pattern.body, c.values),
		because
	};
}

/** The opposites of which this question is the second and that were answered alike, as something to define together. */
export const contradictionsBeside = (c: Composition, question: Question): readonly PatternBlock[] =>
	contradictionsOf(c).flatMap((pair, at) => (pair.second.id === question.id ? [contradiction(c, pair, at)] : []));

const contradictionsOf = once((c: Composition) => contradictions(c.instrument, c.answers));

const contradiction = (c: Composition, { first, second }: Opposites, at: number): PatternBlock => ({
	kind: 'pattern',
	label: c.words('report_contradiction_label'),
	title: [{ kind: 'text', text: c.words(at === 0 ? 'report_contradiction_title_a' : 'report_contradiction_title_b') }],
	prose: paragraph(
		c.words('report_contradiction', {
			question: asked(first),
			first: givenLabel(c, first),
			second: givenLabel(c, second)
		})
	),
	because: { label: c.words('report_pattern_because'), lines: [] }
});
