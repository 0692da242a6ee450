// The link of an engagement → what the person who opens it is told before the first question, and how they answer.
import type { Cookies } from '@sveltejs/kit';
import { FEWEST_VOICES } from '#core/group/agreement.ts';
import { FEWEST_ANONYMOUS } from '#core/group/gap.ts';
import type { Values } from '#core/instrument/value.ts';
import { roleQuestionOf } from '#lib/engagement/roles.ts';
import { content } from '../content.ts';
import { change, database } from '../database/database.ts';
import { landing } from '../landing.ts';
import { readResponse } from '../responses.ts';
import { identityOf } from '../survey-cookie.ts';
import type { Invited, Visit } from '../survey-form.ts';
import { tokenHash } from '../tokens.ts';
import { linkedBy, takesAnswers, type Linked } from './engaged.ts';
import { findEngagement } from './engagements.ts';
import { inviteeById, updateInvitee } from './invitees.ts';

export type Participant = Linked & {
	readonly invited: Invited;
	/** `finished`: by whoever this link is for; `over`: answers are not taken any more. */
	readonly state: 'open' | 'late' | 'over' | 'finished';
};

/** 404: there was never such a link; 410: it is dead. */
export async function participantOf(token: string): Promise<Participant | 404 | 410> {
	const linked = await linkedBy(token);
	if (linked === null) return (await wasLink(token)) ? 410 : 404;
	const { engagement, invitee } = linked;
	if (!content().instruments.has(engagement.instrument)) return 410;
	const { contact } = engagement.settings;
	return {
		...linked,
		invited: {
			invitation: { token, name: invitee?.id ?? engagement.id },
			prefilled: prefilledFor(linked),
			operator: contact.name || (content().site?.name ?? '')
		},
		state: stateOf(linked)
	};
}

function stateOf({ engagement, invitee }: Linked): Participant['state'] {
	if (invitee !== null && invitee.completed_at !== null) return 'finished';
	if (engagement.closed_at === null) return 'open';
	return takesAnswers(engagement) ? 'late' : 'over';
}

/** The role that they were asked in, which counts whatever they say. */
function prefilledFor({ engagement, invitee }: Linked): Values {
	const instrument = content().instruments.get(engagement.instrument);
	const question = instrument === undefined ? null : roleQuestionOf(instrument);
	const role = question?.options.some(({ id }) => id === invitee?.role) ? (invitee?.role ?? null) : null;
	return question === null || role === null ? {} : { [question.id]: role };
}

/** Whether it led somewhere once. */
async function wasLink(token: string): Promise<boolean> {
	const [id = '', proof] = token.split('.');
	if (proof !== undefined) return (await findEngagement(id)) !== null;
	const db = await database();
	const row = await db.selectFrom('invitees').select('id').where('hash', '=', tokenHash(token)).executeTakeFirst();
	return row !== undefined;
}

/** What stands on the page before the first question. Null: its survey is not offered. */
export async function introductionOf({ engagement, invited, state }: Participant, cookies: Cookies) {
	const { instrument, client, promise, deadline, settings } = engagement;
	const about = landing(instrument);
	const asked = content().instruments.get(instrument);
	if (about === null || asked === undefined) return null;
	const question = roleQuestionOf(asked);
	const role = question === null ? null : (invited.prefilled[question.id] ?? null);
	const of = { instrument, campaign: null, preview: false, invitation: invited.invitation };
	const here = identityOf(cookies, of);
	const view = here && (await readResponse(here.id, here.key));
	return {
		title: about.title,
		minutes: about.minutes,
		introduction: about.introduction,
		client: client.name,
		contact: settings.contact.address,
		operator: invited.operator,
		welcome: settings.welcome.split(/\r?\n\s*\r?\n/).filter((each) => each.trim() !== ''),
		deadline: deadline === null ? null : { at: deadline, zone: settings.zone },
		promise,
		fewest: { together: FEWEST_VOICES, apart: FEWEST_ANONYMOUS },
		role: question?.options.find(({ id }) => id === role)?.label ?? null,
		state,
		isBegun: view?.state === 'open',
		// Of this browser alone: whoever holds the link need not be whoever answered.
		report: view?.report ?? null,
		survey: `/e/${invited.invitation.token}/survey`
	};
}

/** Their survey, as the request opens it. */
export const surveyVisit = (
	{ engagement, invited }: Participant,
	{ url, request, cookies }: { readonly url: URL; readonly request: Request; readonly cookies: Cookies }
): Visit => ({
	instrument: engagement.instrument,
	campaign: null,
	invited,
	url,
	referer: request.headers.get('referer'),
	cookies
});

/** Ends the reminders to whoever this link is for, once; nothing happens for any other. */
export async function declineReminders(token: string): Promise<void> {
	const found = await linkedBy(token);
	if (found?.invitee == null) return;
	const { id, engagement } = found.invitee;
	await change(`engagement ${engagement}`, async (db) => {
		const invitee = await inviteeById(id, db);
		if (invitee === null || invitee.declined_at !== null) return;
		await updateInvitee(db, id, { declined_at: new Date().toISOString() });
	});
}
