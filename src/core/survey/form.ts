// The fields of a posted form → values by question; null where a field was left empty.
import type { AskedOption, AskedQuestion, Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Value } from '#core/instrument/value.ts';

/** What `new FormData(form)` yields; files are not asked for and not looked at. */
export type Fields = Iterable<readonly [string, unknown]>;

/** Names of what is not an answer: the form, the button that was pressed, the section that was shown, or one question of it. */
export const formFields = {
	itself: 'form.itself',
	go: 'form.go',
	section: 'form.section',
	question: 'form.question'
};

/** The field that no person sees: its name says nothing to a browser, and to a program no more than that it can be filled in. */
export const unseenField = 'topic';

/** The field that says who the response will be that a form begins; no script needs it. */
export const beginsField = 'form.begins';

/** Names of fields beside the one that has the question's own. Ids hold no dot, so that these cannot meet. */
export const field = {
	text: (question: string) => `${question}.text`,
	points: (question: string, option: string) => `${question}.points.${option}`,
	/** "Don't know" beside a field that is typed into. */
	said: (question: string) => `${question}.said`
};

export const optionsOf = (
	questionnaire: Pick<Questionnaire, 'scales'>,
	question: AskedQuestion
): readonly AskedOption[] =>
	typeof question.options === 'string' ? (questionnaire.scales[question.options] ?? []) : question.options;

/**
 * The value of each of these questions as the form has it. A number that cannot be read stays text, so that the
 * check that follows can say so.
 */
export function valuesFrom(
	questionnaire: Pick<Questionnaire, 'scales'>,
	questions: readonly AskedQuestion[],
	fields: Fields
): Record<string, Value | null> {
	const given = new Map<string, string[]>();
	for (const [name, value] of fields) {
		if (typeof value === 'string') given.set(name, [...(given.get(name) ?? []), value]);
	}
	return Object.fromEntries(
		questions.map((question) => [question.id, valueFrom(question, optionsOf(questionnaire, question), given)])
	);
}

type Given = ReadonlyMap<string, readonly string[]>;

function valueFrom(question: AskedQuestion, options: readonly AskedOption[], given: Given): Value | null {
	const { id } = question;
	const all = given.get(id) ?? [];
	const said = given.get(field.said(id))?.[0];
	switch (question.type) {
		case 'scale':
		case 'choice':
			return chosen(all[0], options, given.get(field.text(id))?.[0]?.trim() ?? '');
		case 'choices':
			return picked(all, options);
		case 'split':
			return said ?? divided(options.map(({ id: option }) => [option, given.get(field.points(id, option))?.[0] ?? '']));
		case 'number':
			return said ?? numberFrom(all[0] ?? '');
		case 'text':
		case 'date':
			return said ?? (all[0]?.trim() ? all[0] : null);
	}
}

function chosen(option: string | undefined, options: readonly AskedOption[], text: string): Value | null {
	if (!option) return null;
	return text && options.some(({ id, input }) => id === option && input) ? { option, text } : option;
}

/** Several options in their own order; one that excludes the others, or stands for no answer, stands alone. */
export function picked(ids: readonly string[], options: readonly AskedOption[]): Value | null {
	const unsaid = ids.find((id) => id === 'ns' || id === 'na');
	if (unsaid) return unsaid;
	const chosen = options.filter(({ id }) => ids.includes(id));
	const alone = chosen.find(({ exclusive }) => exclusive);
	const kept = (alone ? [alone] : chosen).map(({ id }) => id);
	return kept.length > 0 ? kept : null;
}

/** Points by option, those without points left out. */
export function divided(points: readonly (readonly [string, string])[]): Value | null {
	const entries = points.flatMap(([option, text]) => (Number(text) > 0 ? [[option, Number(text)] as const] : []));
	return entries.length > 0 ? Object.fromEntries(entries) : null;
}

/** A typed number, or the text itself where it is none. */
export function numberFrom(text: string): Value | null {
	if (text.trim() === '') return null;
	const number = Number(text);
	return Number.isFinite(number) ? number : text;
}
