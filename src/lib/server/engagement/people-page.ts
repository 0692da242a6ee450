// An engagement → what its page about people shows: who was asked and how far they are, never what they said.
import { dayThere } from '#lib/engagement/deadline.ts';
import { roleQuestionOf } from '#lib/engagement/roles.ts';
import { timeIn } from '../campaign-pages.ts';
import { content } from '../content.ts';
import { database } from '../database/database.ts';
import { canSendMail } from '../mail.ts';
import { allPeople } from '../people.ts';
import type { Person } from '../person.ts';
import { isRole, may } from '../roles.ts';
import { isHolder } from './changes.ts';
import type { Engagement } from './engagements.ts';
import { inviteesOf, type Invitee } from './invitees.ts';
import { isUninvited } from './mails.ts';

type State = 'uninvited' | 'invited' | 'begun' | 'finished' | 'late';

/** Where anonymity was promised, that somebody has finished is all that is told. */
function stateOf({ completed_at, begun_at, invited_at }: Invitee, { promise, closed_at }: Engagement): State {
	const isNamed = promise === 'named';
	if (completed_at !== null) return isNamed && closed_at !== null && completed_at > closed_at ? 'late' : 'finished';
	if (isNamed && begun_at !== null) return 'begun';
	return invited_at === null ? 'uninvited' : 'invited';
}

/** The roles that the instrument tells apart; none where it makes no groups, or is not offered any more. */
export function rolesOf({ instrument }: Pick<Engagement, 'instrument'>) {
	const found = content().instruments.get(instrument);
	const question = found === undefined ? null : roleQuestionOf(found);
	return { question, options: (question?.options ?? []).map(({ id, label }) => ({ id, label })) };
}

/** `who`: the person whose row is open. */
export async function peoplePage(person: Person, engagement: Engagement, who: string | null) {
	const { settings, promise, deadline, closed_at } = engagement;
	const { options: roles } = rolesOf(engagement);
	const said = (at: string | null): string | null => at && timeIn(settings.zone, at);
	// Somebody who came by the open link is there from the first answer: where that is not told, neither are they.
	const shown = (await inviteesOf(engagement.id)).filter(
		({ via, completed_at }) => promise === 'named' || via === 'invitation' || completed_at !== null
	);
	const open = shown.filter(({ via }) => via === 'open link').map(({ id }) => id);
	const people = shown.map((invitee) => ({
		id: invitee.id,
		name: invitee.name,
		address: invitee.address,
		/** Of those who came by the open link, which; 0: they were invited. */
		number: open.indexOf(invitee.id) + 1,
		role: invitee.role,
		state: stateOf(invitee, engagement),
		invited: said(invitee.invited_at),
		reminded: said(invitee.reminded_at),
		hasDeclined: invitee.declined_at !== null
	}));
	return {
		people,
		roles,
		counts: countsOf(people, roles),
		open: people.find(({ id }) => id === who) ?? null,
		uninvited: shown.filter(isUninvited).length,
		promise,
		closed: said(closed_at),
		deadline:
			deadline === null
				? null
				: {
						day: dayThere(deadline, settings.zone),
						zone: settings.zone,
						isOver: deadline <= new Date().toISOString()
					},
		reminders: deadline === null ? [] : settings.reminders,
		takesLate: settings.takesLate,
		hasOpenLink: settings.openLink,
		canSendMail: canSendMail(),
		isHolder: isHolder(person, engagement),
		...(await colleaguesOf(engagement))
	};
}

type Counted = { readonly role: string | null; readonly state: State };

/** By role, in the order of the instrument, whoever has none last; the first row is of all. */
function countsOf(people: readonly Counted[], roles: readonly { readonly id: string; readonly label: string }[]) {
	const of = (label: string | null, some: readonly Counted[]) => ({
		label,
		asked: some.length,
		finished: some.filter(({ state }) => state === 'finished' || state === 'late').length
	});
	const known = roles.map(({ id, label }) =>
		of(
			label,
			people.filter(({ role }) => role === id)
		)
	);
	const others = of(
		null,
		people.filter(({ role }) => !roles.some(({ id }) => id === role))
	);
	return { all: of('', people), byRole: [...known, others].filter(({ asked }) => asked > 0) };
}

/** Whom it is shared with, and whom it can be: whoever owns the studio sees it anyway. */
async function colleaguesOf({ id, owner }: Engagement) {
	const db = await database();
	const rows = await db.selectFrom('engagement_colleagues').select('person').where('engagement', '=', id).execute();
	const shared = new Set(rows.map(({ person }) => person));
	const everybody = await allPeople(db);
	const some = everybody.filter((each) => each.id !== owner && each.disabledAt === null && each.role !== 'owner');
	const able = some.filter(({ role }) => isRole(role) && may(role, 'engagements'));
	const named = ({ id, name }: { readonly id: string; readonly name: string }) => ({ id, name });
	return {
		holder: everybody.find((each) => each.id === owner)?.name ?? null,
		colleagues: able.filter((each) => shared.has(each.id)).map(named),
		others: able.filter((each) => !shared.has(each.id)).map(named)
	};
}
