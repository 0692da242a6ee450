// The people of an engagement → how many of each role were asked and answered, and their names where that was promised.
import type { BriefInput, RoleOfPeople } from '#core/brief/input.ts';
import { leastOf, shownGroups } from '#core/group/circle.ts';
import { optionOf } from '#core/group/respondent.ts';
import { roleQuestionOf } from '#lib/engagement/roles.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale } from '#lib/paraglide/runtime.js';
import type { Answered } from './answered.ts';
import type { Engagement } from './engagements.ts';
import type { Invitee } from './invitees.ts';
import type { Results } from './results.ts';

/** In the order of the instrument's options; those whose role is not known come last. */
export function rolesOf(
	{ instrument, invitees, heard }: Results,
	{ promise, settings }: Pick<Engagement, 'promise' | 'settings'>
): readonly RoleOfPeople[] {
	const question = roleQuestionOf(instrument);
	const told = toldRoles(invitees, heard, question?.id ?? null, promise === 'anonymous');
	const roles = [...(question?.options ?? []).map(({ id, label }) => ({ id, label })), unknown()];
	return roles.flatMap(({ id, label }): readonly RoleOfPeople[] => {
		const held = invitees.filter((invitee) => (told.get(invitee.id) ?? null) === id);
		if (held.length === 0) return [];
		const isOpen = settings.openLink || held.some(({ via }) => via === 'open link');
		return [{ role: id, label, invited: isOpen ? null : held.length, answered: held.filter(hasAnswered).length }];
	});
}

const unknown = () => ({ id: null, label: m.engagement_brief_role_unknown({}, { locale: baseLocale }) });

const hasAnswered = ({ completed_at }: Invitee): boolean => completed_at !== null;

/**
 * The invitation's role, else the one that was answered. That is an answer: where anonymity was promised it counts only
 * where so many gave it that nobody is made out.
 */
function toldRoles(
	invitees: readonly Invitee[],
	heard: readonly Answered[],
	question: string | null,
	isAnonymous: boolean
): ReadonlyMap<string, string> {
	const own = new Map(
		heard.flatMap(({ invitee, answers }) => {
			const role = question === null ? null : optionOf(answers.given[question]);
			return role === null ? [] : [[invitee, role] as const];
		})
	);
	const unasked = invitees.filter(({ id, role }) => role === null && own.has(id));
	const sizes: Record<string, number> = {};
	for (const { id } of unasked) sizes[own.get(id) ?? ''] = (sizes[own.get(id) ?? ''] ?? 0) + 1;
	const silent = invitees.filter(({ id, role }) => role === null && !own.has(id)).length;
	const shown = isAnonymous ? shownGroups({ ...sizes, '': silent }, leastOf(true)) : Object.keys(sizes);
	return new Map(
		invitees.flatMap(({ id, role }) => {
			const answered = own.get(id);
			const known = role ?? (answered !== undefined && shown.includes(answered) ? answered : null);
			return known === null ? [] : [[id, known] as const];
		})
	);
}

/** Null where anonymity was promised. Somebody who came by the open link is called as they call themselves, or not at all. */
export function namesOf({ invitees, heard }: Results, { promise }: Pick<Engagement, 'promise'>): BriefInput['names'] {
	if (promise === 'anonymous') return null;
	const own = new Map(heard.map(({ invitee, answers }) => [invitee, answers.given['respondent-name']]));
	const called = (some: readonly Invitee[]): readonly string[] =>
		some.flatMap(({ id, name, address }) => {
			const answer = own.get(id);
			const said = answer?.state === 'answered' && typeof answer.value === 'string' ? answer.value.trim() : '';
			const known = [name, said, address].find((each) => each !== '');
			return known === undefined ? [] : [known];
		});
	return {
		answered: called(invitees.filter(hasAnswered)),
		missing: called(invitees.filter((each) => !hasAnswered(each)))
	};
}
