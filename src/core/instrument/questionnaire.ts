// What a participant may see of an instrument: no weights, scores, verdicts or narratives.
import type { Condition } from './condition.ts';
import type { About, Instrument, Option, Question, QuestionType } from './instrument.ts';
import type { Inline, Prose } from './prose.ts';

export type AskedOption = {
	readonly id: string;
	readonly label: string;
	readonly exclusive?: true;
	readonly input?: true;
};

export type AskedQuestion = {
	readonly id: string;
	readonly type: QuestionType;
	readonly text: readonly Inline[];
	readonly help: Prose;
	/** The options of the question, or the name of the scale in `Questionnaire.scales` that holds them. */
	readonly options: readonly AskedOption[] | string;
	/** The label of "don't know"; null: not offered. */
	readonly unsure: string | null;
	readonly notApplicable: string | null;
	readonly required: boolean;
	readonly when: Condition | null;
	readonly number: {
		readonly min: number;
		readonly max: number;
		readonly step: number;
		readonly decimals: number;
		readonly unit: string | null;
	} | null;
	readonly max: number;
};

export type AskedSection = {
	readonly id: string;
	readonly title: string;
	readonly about: About;
	readonly when: Condition | null;
	readonly layout: 'list' | 'grid';
	readonly body: Prose;
	readonly questions: readonly AskedQuestion[];
};

export type Questionnaire = {
	readonly id: string;
	readonly title: string;
	readonly version: string;
	readonly hash: string;
	readonly locale: string;
	readonly minutes: number;
	readonly introduction: Prose;
	readonly scales: Readonly<Record<string, readonly AskedOption[]>>;
	readonly sections: readonly AskedSection[];
};

/** What a participant may see of the instrument. Options that come from a scale are kept once, by the scale's name. */
export function questionnaireOf(instrument: Instrument): Questionnaire {
	const { id, title, version, hash, locale, minutes, introduction } = instrument;
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	const scales: Record<string, readonly AskedOption[]> = {};
	for (const { scale, options } of instrument.questions) if (scale !== null) scales[scale] ??= options.map(asked);
	const sections = instrument.sections.map((section) => ({
		id: section.id,
		title: section.title,
		about: section.about,
		when: section.when,
		layout: section.layout,
		body: section.body,
		questions: section.questions.flatMap((name) => {
			const question = questions.get(name);
			return question ? [askedQuestion(question)] : [];
		})
	}));
	return { id, title, version, hash, locale, minutes, introduction, scales, sections };
}

function askedQuestion(question: Question): AskedQuestion {
	const { id, type, text, help, scale, options, unsure, notApplicable, required, when, number, max } = question;
	return {
		id,
		type,
		text,
		help,
		options: scale ?? options.map(asked),
		unsure: unsure?.label ?? null,
		notApplicable: notApplicable?.label ?? null,
		required,
		when,
		number: number && {
			min: number.min,
			max: number.max,
			step: number.step,
			decimals: number.decimals,
			unit: number.unit
		},
		max
	};
}

const asked = ({ id, label, exclusive, input }: Option): AskedOption => ({
	id,
	label,
	...(exclusive ? { exclusive: true } : {}),
	...(input ? { input: true } : {})
});
