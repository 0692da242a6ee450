// What a consultant posts on the page about people → done, and the page again with what became of it.
import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { z } from 'zod';
import { timeIn } from '../campaign-pages.ts';
import { database } from '../database/database.ts';
import { readForm, type Fault } from '../form.ts';
import { publicOrigin } from '../origin.ts';
import { allPeople } from '../people.ts';
import { personIn, type Person } from '../person.ts';
import { isRole, may } from '../roles.ts';
import { addFrom, type ListShown } from './adding.ts';
import { closeEngagement, deleteEngagement, noted, renewOpenLink } from './changes.ts';
import { reopenEngagement, shareEngagement } from './changes.ts';
import { openToken } from './engaged.ts';
import { engagementFor, type Engagement } from './engagements.ts';
import { editInvitee, inviteePath, removeInvitee, replaceInvitee, withInvitee } from './invitee-changes.ts';
import { inviteAll, inviteOne } from './mails.ts';
import { mailAddress } from '../mail-address.ts';
import { rolesOf } from './people-page.ts';
import { line } from './settings-form.ts';

/** The page as it comes back after a post that leads nowhere else. */
type Reply = {
	/** What is wrong; `text` is what the sentence needs. */
	readonly faults: readonly (Fault & { readonly text?: string })[];
	readonly typed: Readonly<Record<string, string>>;
	readonly list: ListShown | null;
	/** A link that was asked for. */
	readonly link: string | null;
	readonly openLink: string | null;
};

const blank: Reply = { faults: [], typed: {}, list: null, link: null, openLink: null };

const refused = (code: string, where = '', typed: Reply['typed'] = {}, text?: string) =>
	fail<Reply>(where === '' ? 409 : 422, {
		...blank,
		faults: [{ where, code, ...(text === undefined ? {} : { text }) }],
		typed
	});

const at = ({ params }: RequestEvent): string => params['engagement'] ?? '';

const done = (event: RequestEvent, what: string, count?: number): never =>
	redirect(303, `/studio/engagements/${at(event)}?done=${what}${count === undefined ? '' : `&count=${count}`}`);

type Posted<Value> = {
	readonly event: RequestEvent;
	readonly person: Person;
	readonly engagement: Engagement;
	readonly value: Value;
	readonly typed: Reply['typed'];
};

/** An action whose form has this shape; 404 for whoever may not open the engagement. */
const taking =
	<Schema extends z.ZodType, Result>(schema: Schema, work: (posted: Posted<z.output<Schema>>) => Promise<Result>) =>
	async (event: RequestEvent) => {
		const { person, engagement } = await opened(event);
		const read = await readForm(event.request, schema);
		if (!read.ok) return fail<Reply>(read.failure.status, { ...blank, ...read.failure.data });
		return work({ event, person, engagement, value: read.value, typed: read.typed });
	};

async function opened(event: RequestEvent) {
	const person = personIn(event.locals);
	return { person, engagement: (await engagementFor(person, at(event))) ?? error(404) };
}

const nothing = z.strictObject({});
const sure = z.strictObject({ sure: z.literal('on') });
const one = z.strictObject({ id: z.string() });
const edited = z.strictObject({ id: z.string(), name: line(120), role: z.string().default('') });
const instead = z.strictObject({
	id: z.string(),
	newName: line(120),
	newAddress: mailAddress,
	newRole: z.string().default('')
});
const colleague = z.strictObject({ person: z.string() });

/** Undefined: it is none of the instrument's. */
function roleIn(engagement: Engagement, role: string): string | null | undefined {
	return role === '' ? null : rolesOf(engagement).options.find(({ id }) => id === role)?.id;
}

export const peoplePosts = {
	add: async (event: RequestEvent) => {
		const { person, engagement } = await opened(event);
		const list = await addFrom(await event.request.formData().catch(() => null), person, engagement);
		if (list === 'unknown') error(404);
		if (typeof list === 'number') return done(event, 'added', list);
		return fail<Reply>(list.code === 'too-large' ? 413 : 422, { ...blank, list });
	},
	invite: taking(nothing, async ({ event, person, engagement }) => {
		const sent = await inviteAll(person, engagement.id);
		if (sent === 'unknown') error(404);
		return sent === 'closed' ? refused(sent) : done(event, 'invited', sent);
	}),
	again: taking(one, async ({ event, person, engagement, value }) => {
		const sent = await inviteOne(person, engagement.id, value.id);
		if (sent === 'unknown') error(404);
		if (sent.kind === 'sent') return done(event, 'invited-one');
		return refused(
			sent.kind,
			'',
			{},
			sent.kind === 'resting' ? timeIn(engagement.settings.zone, sent.until) : undefined
		);
	}),
	link: taking(one, async ({ event, person, engagement, value: { id } }) => {
		const path = await withInvitee(person, engagement.id, id, async (db, invitee) => {
			if (invitee.completed_at !== null) return null;
			await noted(db, person, 'engagement.link-shown', engagement.id, { invitee: id });
			return inviteePath(invitee);
		});
		if (path === 'unknown') error(404);
		return path === null ? refused('finished') : { ...blank, link: new URL(path, publicOrigin(event.url)).href };
	}),
	edit: taking(edited, async ({ event, person, engagement, value: { id, name, role: given }, typed }) => {
		const role = roleIn(engagement, given);
		if (role === undefined) return refused('wrong-value', 'role', typed);
		const result = await editInvitee(person, engagement.id, id, { name, role });
		if (result === 'unknown') error(404);
		return result === 'answered' ? refused('role-answered', 'role', typed) : done(event, 'edited');
	}),
	replace: taking(instead, async ({ event, person, engagement, value, typed }) => {
		const role = roleIn(engagement, value.newRole);
		if (role === undefined) return refused('wrong-value', 'newRole', typed);
		const listed = { name: value.newName, address: value.newAddress, role };
		const result = await replaceInvitee(person, engagement.id, value.id, listed);
		if (result === 'unknown') error(404);
		if (result === 'known') return refused('known', 'newAddress', typed);
		return result === 'answered' ? refused('answered') : done(event, 'replaced');
	}),
	remove: taking(one, async ({ event, person, engagement, value }) => {
		const result = await removeInvitee(person, engagement.id, value.id);
		if (result === 'unknown') error(404);
		return result === 'answered' ? refused('answered') : done(event, 'removed');
	}),
	open: taking(nothing, ({ event, engagement }) => {
		if (!engagement.settings.openLink) error(404);
		const openLink = new URL(`/e/${openToken(engagement)}`, publicOrigin(event.url)).href;
		return Promise.resolve({ ...blank, openLink });
	}),
	renew: taking(nothing, async ({ event, person, engagement }) => {
		if ((await renewOpenLink(person, engagement.id)) === 'unknown') error(404);
		return done(event, 'renewed');
	}),
	close: taking(sure, async ({ event, person, engagement }) => {
		if ((await closeEngagement(person, engagement.id)) === 'unknown') error(404);
		return done(event, 'closed');
	}),
	reopen: taking(nothing, async ({ event, person, engagement }) => {
		const result = await reopenEngagement(person, engagement.id);
		if (result === 'unknown') error(404);
		return result === 'changed' ? done(event, 'reopened') : refused(result);
	}),
	share: taking(colleague, async ({ event, person, engagement, value }) => {
		const able = (await allPeople(await database())).some(
			({ id, role, disabledAt }) =>
				id === value.person && disabledAt === null && isRole(role) && may(role, 'engagements')
		);
		if (!able) return refused('wrong-value', 'person');
		if ((await shareEngagement(person, engagement.id, value.person, true)) === 'unknown') error(404);
		return done(event, 'shared');
	}),
	unshare: taking(colleague, async ({ event, person, engagement, value }) => {
		if ((await shareEngagement(person, engagement.id, value.person, false)) === 'unknown') error(404);
		return done(event, 'unshared');
	}),
	delete: taking(sure, async ({ person, engagement }) => {
		if ((await deleteEngagement(person, engagement.id)) === 'unknown') error(404);
		redirect(303, '/studio/engagements?deleted');
	})
};
