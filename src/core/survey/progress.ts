// A walk and a place on it → how far along a person is, and about how long the rest takes.
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Values } from '#core/instrument/value.ts';
import { openIn, stepAt, type Place, type Walk } from './walk.ts';

/** `section` counts from 1; `share` from 0 to 1 is the part of the steps that lies behind. */
export type Progress = {
	readonly section: number;
	readonly of: number;
	readonly minutesLeft: number;
	readonly share: number;
};

/**
 * Sections are counted along the path; the review stands between two of them and counts as the one before.
 * Minutes are the instrument's own figure for all its questions, by those that are still ahead and open.
 */
export function progressOf(questionnaire: Questionnaire, walk: Walk, place: Place, values: Values): Progress {
	const steps = [...walk.main, ...walk.closing];
	const here = stepAt(walk, place);
	const behind = place.kind === 'review' ? walk.main.length : here === null ? 0 : steps.indexOf(here);
	const sections = [...new Set(steps.map(({ section }) => section.id))];
	const last = (place.kind === 'review' ? walk.main.at(-1) : here)?.section.id ?? '';
	const all = questionnaire.sections.reduce((total, { questions }) => total + questions.length, 0);
	const ahead = steps.slice(behind).reduce((total, step) => total + openIn(step, values).length, 0);
	return {
		section: Math.min(Math.max(sections.indexOf(last), 0) + 1, sections.length),
		of: sections.length,
		minutesLeft: Math.ceil((questionnaire.minutes * ahead) / Math.max(all, 1)),
		share: behind / Math.max(steps.length, 1)
	};
}
