// A response → whose it is in the benchmark: which company, and which person of it.
import { hashOf } from './contacts.ts';
import type { Db } from './database/database.ts';
import { askedBy } from './engagement/invited.ts';
import { findResponse, type Stored } from './response-rows.ts';
import { tokenHash } from './tokens.ts';

/** Keys that tell one company from another, and one person; they say nothing else. */
export type Sender = { readonly company: string; readonly person: string };

/** How many times a survey was taken again, as far as anybody looks. */
const FURTHEST = 50;

type From = Pick<Stored, 'id' | 'campaign' | 'invitation' | 'previous'>;

/**
 * One response an invitation, or an address and campaign, counts: the latest. One that was taken again is from whom the
 * one before was. Everybody who was asked for the same client is of one company, in all its rounds, and whoever was asked
 * at the same address is one person. Else a company is known by the domain of an address at which somebody was reached;
 * nothing that was typed tells one. Where none is known, the person is a company of their own.
 */
export async function senderOf(db: Db, response: From): Promise<Sender> {
	let first: From = response;
	for (let steps = 0; steps < FURTHEST; steps++) {
		const known = await knownBy(db, first);
		if (known !== null) return { company: known.company ?? known.person, person: known.person };
		const before = first.previous === null ? null : await findResponse(db, first.previous);
		if (before === null) break;
		first = before;
	}
	const alone = tokenHash(`contribution ${first.id}`);
	return { company: alone, person: alone };
}

type Known = { readonly company: string | null; readonly person: string };

/** Null: nobody has said who they are. */
async function knownBy(db: Db, { id, campaign, invitation }: From): Promise<Known | null> {
	const asked = await askedBy(db, invitation);
	if (asked !== null) {
		const company = tokenHash(`client ${asked.client}`);
		// Nothing tells who came by an open link: each is a person of their own, also in the next round.
		const person =
			asked.address === '' ? `invitation ${invitation}` : `client ${asked.client} ${hashOf(asked.address)}`;
		return { company, person: tokenHash(person) };
	}
	if (invitation !== null) return { company: null, person: tokenHash(`invitation ${invitation}`) };
	const contacts = await db
		.selectFrom('contacts')
		.select(['address', 'company', 'verified_at'])
		.where('response', '=', id)
		.orderBy('created_at')
		.orderBy('address')
		.execute();
	const verified = contacts
		.filter(({ verified_at }) => verified_at !== null)
		.sort((one, other) => ((one.verified_at ?? '') < (other.verified_at ?? '') ? 1 : -1));
	const contact = verified[0] ?? contacts[0];
	if (contact === undefined) return null;
	const company = verified.find((each) => each.company !== null)?.company ?? null;
	return { company, person: tokenHash(`${campaign ?? ''} ${contact.address}`) };
}
