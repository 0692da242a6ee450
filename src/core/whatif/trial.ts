// An instrument and answers → what a trial of other answers needs: all that scores, and nothing that is said about it.
import type { Answers } from '#core/answers/answers.ts';
import { questionsIn } from '#core/findings/patterns.ts';
import type { Condition } from '#core/instrument/condition.ts';
import type { Area, Index, Instrument, Option, Question, Section } from '#core/instrument/instrument.ts';
import type { Value, Values } from '#core/instrument/value.ts';
import { weightOf } from '#core/scores/question.ts';

export type Trial = {
	readonly format: 1;
	readonly scope: 'whole' | 'company';
	/** The report's locale. */
	readonly locale: string;
	/**
	 * The instrument as far as a trial can move it: the scored questions, those that set priorities, the four terms of
	 * velocity, and whatever decides if one of these is asked. Every narrative in it is empty.
	 */
	readonly instrument: Instrument;
	/** What was answered to these questions; without what was typed beside an option, unless it names the currency. */
	readonly answers: Values;
	/** The peers' medians by area, in tenths, as far as they counted in the priorities of the report. */
	readonly medians: Readonly<Record<string, number>>;
};

/**
 * The trial of one response. It scores like the response itself. `scope: 'company'` leaves out every personal question
 * and index; a question of the company that hangs on a personal answer is then fixed as it was: asked, or not there.
 */
export function trialOf(
	instrument: Instrument,
	answers: Answers,
	scope: Trial['scope'],
	locale = instrument.locale,
	medians: Trial['medians'] = {}
): Trial {
	const sections = instrument.sections.filter(({ about }) => scope === 'whole' || about !== 'personal');
	const shown = new Set(sections.flatMap(({ questions }) => questions));
	const path = new Set(answers.path);
	const isFixed = (when: Condition | null) => questionsIn(when ?? ALWAYS).some((id) => !shown.has(id));
	const sectionOf = new Map(sections.flatMap((section) => section.questions.map((id) => [id, section] as const)));
	const conditions = ({ id, when }: Question) => [when, sectionOf.get(id)?.when ?? null];

	const possible = instrument.questions.filter(
		(question) => shown.has(question.id) && (path.has(question.id) || !conditions(question).some(isFixed))
	);
	const needed = new Set([
		...possible.filter(isMovable).map(({ id }) => id),
		...Object.values(instrument.velocity ?? {})
	]);
	// A set that grows while it is walked: what decides about a question may itself be decided about.
	const decidingOf = new Map(possible.map((question) => [question.id, conditions(question)]));
	for (const id of needed)
		for (const when of decidingOf.get(id) ?? []) for (const other of questionsIn(when ?? ALWAYS)) needed.add(other);

	const questions = possible
		.filter(({ id }) => needed.has(id))
		.map((question) => silentQuestion(question, isFixed(question.when)));
	const kept = new Set(questions.map(({ id }) => id));
	const indices = instrument.indices.filter(({ about }) => scope === 'whole' || about === 'company');
	return {
		format: 1,
		scope,
		locale,
		instrument: {
			...NOTHING_ELSE,
			id: instrument.id,
			title: instrument.title,
			version: instrument.version,
			locale: instrument.locale,
			hash: instrument.hash,
			bands: instrument.bands,
			indices: indices.map(silentIndex),
			velocity: instrument.velocity,
			sections: sections
				.map((section) => silentSection(section, kept, isFixed(section.when)))
				.filter((section) => section.questions.length > 0),
			questions,
			areas: instrument.areas.map(silentArea)
		},
		answers: valuesOf(answers, kept, instrument.velocity?.currency),
		medians
	};
}

/** Whether another answer to this question can move a score or a priority. */
export const isMovable = (question: Question): boolean => weightOf(question) > 0 || question.importanceOf.length > 0;

const ALWAYS: Condition = { kind: 'all', of: [] };

/** Everything that a trial has no use for. Each field is named, so that one added later stays out until it is let in. */
const NOTHING_ELSE = {
	minutes: 0,
	introduction: [],
	tones: { low: [], middle: [], high: [] },
	peers: [],
	personalPeers: [],
	outcome: null,
	hypotheses: [],
	groups: {},
	headlines: [],
	patterns: []
} as const satisfies Partial<Instrument>;

const silentQuestion = (question: Question, fixed: boolean): Question => ({
	id: question.id,
	section: question.section,
	type: question.type,
	scale: question.scale,
	text: question.text,
	help: [],
	options: question.options.map(silentOption),
	unsure: question.unsure && { label: question.unsure.label, phrase: '' },
	notApplicable: question.notApplicable && { label: question.notApplicable.label, phrase: '' },
	required: false,
	when: fixed ? null : question.when,
	area: question.area,
	feeds: question.feeds,
	reverse: question.reverse,
	result: question.result,
	opposite: null,
	importanceOf: question.importanceOf,
	counts: question.counts,
	number: question.number,
	max: question.max,
	quote: false,
	texts: { keep: [], change: [], stop: [], unsure: [], ask: [] }
});

const silentOption = ({ id, label, score, exclusive, input }: Option): Option => ({
	id,
	label,
	phrase: '',
	score,
	exclusive,
	input
});

const silentSection = (section: Section, kept: ReadonlySet<string>, fixed: boolean): Section => ({
	id: section.id,
	title: section.title,
	about: section.about,
	when: fixed ? null : section.when,
	layout: section.layout,
	body: [],
	skipped: [],
	questions: section.questions.filter((id) => kept.has(id))
});

const silentIndex = ({ id, title, about, bands, potential, of, facetOf }: Index): Index => ({
	id,
	title,
	about,
	body: [],
	bands,
	potential,
	of,
	facetOf,
	texts: {},
	potentialTexts: {}
});

const silentArea = ({ id, title, index, importance }: Area): Area => ({
	id,
	title,
	index,
	importance,
	texts: { keep: [], change: [], stop: [], but: [] },
	moves: []
});

function valuesOf({ given }: Answers, kept: ReadonlySet<string>, currency: string | undefined): Values {
	const values: Record<string, Value> = {};
	for (const [id, answer] of Object.entries(given)) {
		if (!kept.has(id)) continue;
		const value = answer.state === 'answered' ? answer.value : answer.state;
		const isTyped = typeof value === 'object' && 'text' in value && id !== currency;
		values[id] = isTyped ? String(value.option) : value;
	}
	return values;
}
