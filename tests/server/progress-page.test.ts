// The second round of an engagement beside the first: who may see what of it, what is real, and what comes from whom.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { keepEdition } from '#lib/server/edition-rows.ts';
import { content } from '#lib/server/content.ts';
import { change, database } from '#lib/server/database/database.ts';
import { shareEngagement } from '#lib/server/engagement/changes.ts';
import type { Engagement } from '#lib/server/engagement/engagements.ts';
import { addInvitees } from '#lib/server/engagement/invitee-changes.ts';
import { progressFor } from '#lib/server/engagement/progress.ts';
import { textsOf } from '#core/report/texts.ts';
import type { Person } from '#lib/server/person.ts';
import { answers, closed, engagementNow, engagementOf } from '../support/engagements.ts';
import { cellOf, countedOf, editionOf } from '../support/edition.ts';
import { signedIn } from '../support/signed-in.ts';
import { smallContent, writeContent } from '../support/small-content.ts';
import { call, makeWorld, newId } from '../support/world.ts';

const world = makeWorld();
// Everybody is the peer group: there is nothing in the small instrument by which to narrow it.
const front = smallContent['small/instrument.md'] ?? '';
writeContent(world.content, { 'small/instrument.md': front.replace('tones:', 'peers: [ [] ]\ntones:') });
afterAll(() => world.stop());

let ada: Person;
let bea: Person;
let headers: Readonly<Record<string, string>>;

beforeAll(async () => {
	const somebody = await signedIn('consultant');
	headers = somebody.headers;
	ada = { ...somebody, session: '' };
	bea = { ...(await signedIn('consultant', { name: 'Bea' })), session: '' };
});

type Said = 'disagree' | 'neither' | 'agree';

/** A round in which each of these, by the local part of their address, answers all questions alike. */
async function round(
	said: Readonly<Record<string, Said>>,
	more: Parameters<typeof engagementOf>[1] = {}
): Promise<Engagement> {
	const engagement = await engagementOf(ada, more);
	const people = Object.keys(said).map((name) => ({ name, address: `${name}@client.example`, role: null }));
	const added = await addInvitees(ada, engagement.id, people);
	if (typeof added === 'string') throw new Error(added);
	for (const invitee of added) {
		const all = said[invitee.name] ?? 'agree';
		await answers(invitee, { role: 'seller', first: all, second: all, third: all });
	}
	return closed(ada, engagement);
}

const after = (
	first: Engagement,
	said: Readonly<Record<string, Said>>,
	more: Parameters<typeof engagementOf>[1] = {}
) => round(said, { client: first.client, name: 'Autumn', previous: first.id, ...more });

async function toldOf(engagement: Engagement, person = ada): Promise<string> {
	const shown = await progressFor(person, await engagementNow(engagement.id));
	return 'paper' in shown ? textsOf(shown.paper).join('\n') : shown.because;
}

describe('two rounds', () => {
	test('are told with what has changed, split into answers and people', async () => {
		const first = await round({ ann: 'disagree', ben: 'disagree', cleo: 'agree' });
		const second = await after(first, { Ann: 'neither', ben: 'neither', dora: 'agree' });
		const shown = await progressFor(ada, second);
		if (!('paper' in shown)) throw new Error(shown.because);
		const said = textsOf(shown.paper).join('\n');
		// 33.3 to 66.7; those who answered twice went from 0 to 50, whatever letters their address is written in.
		expect(said).toMatch(/risen by 33\.4 points, from 33\.3 to 66\.7/);
		expect(said).toMatch(/\+50\.0 come from people who answered both times/);
		expect(said).toMatch(/−16\.6 from people who came or left/);
		expect(said).toMatch(/3 people were heard before and 3 now: 2 both times, 1 only before, 1 only now/);
		expect(said).toMatch(/not known yet/);
		expect(said).not.toMatch(/@client|ann|cleo/i);
	});

	test('of an anonymous one: nothing is split where few came or left, all of it where nobody did', async () => {
		const first = await round({ ann: 'disagree', ben: 'disagree', cleo: 'agree', dora: 'agree', eve: 'agree' });
		const few = await after(
			first,
			{ ann: 'agree', ben: 'agree', cleo: 'agree', dora: 'agree', finn: 'disagree' },
			{ promise: 'anonymous' }
		);
		const hidden = await toldOf(few);
		expect(hidden).toMatch(/How many of them are the same is not told/);
		expect(hidden).not.toMatch(/come from people who answered both times and answer/);
		const same = await after(
			first,
			{ ann: 'agree', ben: 'agree', cleo: 'agree', dora: 'agree', eve: 'agree' },
			{ promise: 'anonymous' }
		);
		expect(await toldOf(same)).toMatch(/\+40\.0 come from people who answered both times/);
	});

	test('nobody who came by an open link is the same', async () => {
		const first = await round({ ann: 'disagree' });
		const second = await after(first, { ann: 'agree' });
		await (
			await database()
		)
			.updateTable('invitees')
			.set({ address: '' })
			.where('engagement', 'in', [first.id, second.id])
			.execute();
		expect(await toldOf(second)).toMatch(/0 both times, 1 only before, 1 only now/);
	});

	test('the share of the peers is told where both rounds have a standing', async () => {
		const instrument = content().instruments.get('small');
		if (instrument === undefined) throw new Error('no instrument');
		const kept = (id: string, scores: Readonly<Record<number, number>>) =>
			change('editions', (db) =>
				keepEdition(
					db,
					{ instrument: 'small', major: 1 },
					editionOf(instrument, [cellOf(instrument, {}, countedOf(scores))], { id }),
					'own'
				)
			);
		await kept(newId(), { 0: 10, 500: 10, 1000: 20 });
		const first = await round({ ann: 'disagree' });
		await kept(newId(), { 0: 4, 500: 4, 1000: 32 });
		const second = await after(first, { ann: 'neither' });
		const said = await toldOf(second);
		// 10 of 40 and 20 of 40 in the first edition, 8 of 40 in the second.
		expect(said).toMatch(/25% of the peer group scored the same or lower before; now it is 20%/);
		expect(said).toMatch(/\+25 percentage points of that are your own/);
		expect(said).toMatch(/would stand at 50%\. The other −30/);
	});
});

describe('nothing is compared', () => {
	test('without a round before, with one that is not shared, and where one of them tells nothing', async () => {
		const first = await round({ ann: 'agree' });
		expect(await toldOf(first)).toBe('no-previous');
		const second = await after(first, { ann: 'agree' });
		await shareEngagement(ada, second.id, bea.id, true);
		expect(await toldOf(second, bea)).toBe('not-shared');
		expect(await toldOf(await after(first, {}))).toBe('no-results-now');
		const empty = await round({});
		expect(await toldOf(await after(empty, { ann: 'agree' }))).toBe('no-results-before');
		const open = await engagementOf(ada, { client: first.client, promise: 'anonymous', previous: first.id });
		expect(await progressFor(ada, open)).toMatchObject({ because: 'no-results-now', why: 'nobody' });
	});

	test('and there is no PDF then; else there is one', async () => {
		const first = await round({ ann: 'agree' });
		const pdf = (id: string) => call('GET', `/studio/engagements/${id}/progress.pdf`, { headers });
		expect((await pdf(first.id)).status).toBe(303);
		const { id } = await after(first, { ann: 'neither' });
		const reply = await pdf(id);
		expect([reply.status, reply.headers.get('content-type')]).toEqual([200, 'application/pdf']);
		expect((await call('GET', `/studio/engagements/${newId()}/progress.pdf`, { headers })).status).toBe(404);
	});
});
