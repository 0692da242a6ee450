// A condition on an answer of the same page → the note that says so, for a page that cannot react.
import type { AskedQuestion, AskedSection, Questionnaire } from '#core/instrument/questionnaire.ts';
import { dependsWithin } from '#core/survey/depends.ts';
import { optionsOf } from '#core/survey/form.ts';
import type { Locale } from '#lib/ui/locale.ts';
import { m } from '#lib/paraglide/messages.js';

/** Null for a question that hangs on nothing of its section. */
export function onlyIf(
	questionnaire: Questionnaire,
	section: AskedSection,
	question: AskedQuestion,
	locale: Locale
): string | null {
	if (!dependsWithin(section, question)) return null;
	const { when } = question;
	const asked = when?.kind === 'is' ? section.questions.find(({ id }) => id === when.question) : undefined;
	if (!asked || when?.kind !== 'is') return m.survey_only_if_other({}, { locale });
	const labels = optionsOf(questionnaire, asked).flatMap(({ id, label }) => (when.options.includes(id) ? [label] : []));
	const options = new Intl.ListFormat(locale, { type: 'disjunction' }).format(labels);
	return labels.length > 0 ? m.survey_only_if({ options }, { locale }) : m.survey_only_if_other({}, { locale });
}
