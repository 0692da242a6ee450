// What this device has kept, what a form has begun, or a private link → with which response the survey goes on.
import type { Questionnaire } from '#core/instrument/questionnaire.ts';
import { merge, type Draft } from '#core/survey/draft.ts';
import type { Place } from '#core/survey/walk.ts';
import type { Closed } from './closed.ts';
import { identityIn, newIdentity, type Identity } from './identity.ts';
import type { Keep } from './keep.ts';
import type { Sender } from './send.ts';
import { membersOf, textOf } from './shape.ts';

export type Opening =
	| {
			readonly kind: 'ready';
			readonly id: string;
			readonly draft: Draft;
			readonly place?: Place | undefined;
			/** How long each section was looked at on this device. */
			readonly seconds: Readonly<Record<string, number>>;
	  }
	/** Answered already: here is the report. */
	| { readonly kind: 'finished'; readonly report: string }
	/** Begun with other content, which has to be asked for. */
	| { readonly kind: 'earlier content'; readonly hash: string }
	| { readonly kind: 'link failed' }
	/** Nobody may begin now, and nothing was begun here. */
	| { readonly kind: 'closed' };

export type Ports = { readonly keep: Keep; readonly sender: Sender; readonly random: Pick<Crypto, 'getRandomValues'> };

/** `begun` and `report` come from a form that was posted without a script; `pinned`: the page has the content asked for. */
export type Arrival = {
	readonly questionnaire: Questionnaire;
	readonly begun: Identity | null;
	readonly report: string | null;
	readonly fragment: string;
	/** The history's state: where a browser that keeps nothing has left for the report. */
	readonly state?: unknown;
	readonly pinned: boolean;
	/** Why nothing may be begun now; what was, may be finished. */
	readonly closed?: Closed | null;
};

export async function open(ports: Ports, arrival: Arrival): Promise<Opening> {
	const linked = identityIn(arrival.fragment);
	if (linked) return continueLinked(ports, arrival, linked);
	const { keep, random } = ports;
	const { id, key, hash, report } = keep.whole;
	if (report) return { kind: 'finished', report };
	if (id && key) return ready(ports, arrival, { id, key }, hash);
	const left = arrival.report ?? (arrival.begun ? null : textOf(membersOf(arrival.state)['report']));
	if (left) return { kind: 'finished', report: left };
	if (arrival.closed && !arrival.begun) return { kind: 'closed' };
	return ready(ports, arrival, arrival.begun ?? newIdentity(random));
}

async function continueLinked(ports: Ports, arrival: Arrival, linked: Identity): Promise<Opening> {
	const { keep, sender } = ports;
	const { id, key } = keep.whole;
	const identity = id === linked.id && key ? { id, key } : linked;
	sender.identity = identity;
	try {
		const held = await sender.held();
		if (held.report) return { kind: 'finished', report: held.report };
		const opening = ready(ports, arrival, identity, held.hash);
		return opening.kind === 'ready' ? { ...opening, draft: merge(opening.draft, held) } : opening;
	} catch {
		return { kind: 'link failed' };
	}
}

/** @param hash the content that the response was begun with, if it was */
function ready(
	{ keep, sender }: Ports,
	{ questionnaire, pinned }: Arrival,
	identity: Identity,
	hash?: string
): Opening {
	if (hash && hash !== questionnaire.hash && !pinned) return { kind: 'earlier content', hash };
	keep.whole = { ...identity, hash: questionnaire.hash };
	sender.identity = identity;
	const { answers, place, seconds } = keep.visit(identity.id);
	return { kind: 'ready', id: identity.id, draft: { answers }, place, seconds };
}
