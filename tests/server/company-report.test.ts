// The company report of an engagement: edited, released, withdrawn; what its client sees, and what nobody else does.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkAnswers } from '#core/answers/check.ts';
import { quality } from '#core/answers/quality.ts';
import { hashOf } from '#core/instrument/canonical.ts';
import type { Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { score } from '#core/scores/score.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { database } from '#lib/server/database/database.ts';
import { draftOf } from '#lib/server/engagement/company-report.ts';
import { removeInvitee } from '#lib/server/engagement/invitee-changes.ts';
import type { Invitee } from '#lib/server/engagement/invitees.ts';
import { release, wouldTellOfFew } from '#lib/server/engagement/releases.ts';
import { eraseAll } from '#lib/server/erasing.ts';
import type { Person } from '#lib/server/person.ts';
import { answers, asked, closed, engagementNow, engagementOf } from '../support/engagements.ts';
import { flagship } from '../support/flagship.ts';
import { signedIn, type SignedIn } from '../support/signed-in.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content' });
afterAll(() => world.stop());

let ada: SignedIn;
let eve: SignedIn;
let person: Person;
beforeAll(async () => {
	ada = await signedIn('consultant');
	eve = await signedIn('consultant', { name: 'Eve Other' });
	person = { ...ada, session: '' };
});

let number = 0;

/** Somebody who takes the questions seriously: whom the quality flags keep out would be in no report. */
async function answer(invitee: Pick<Invitee, 'id' | 'generation'>, role: string): Promise<string> {
	for (;;) {
		const given = { ...answersOf(flagship, 7, (number += 1)), role };
		const checked = checkAnswers(flagship, given);
		if (!checked.ok) continue;
		const complete = score(flagship, checked.value).indices['company']?.tenths != null;
		if (quality(flagship, checked.value, {}, { complete }).flags.length > 0) continue;
		return answers(invitee, given, { instrument: flagship.id, version: flagship.version });
	}
}

/** Managers and sellers who have all answered. */
async function answeredBy(managers: number, sellers: number, promise: 'named' | 'anonymous' = 'named') {
	const made = await engagementOf(person, { instrument: flagship.id, promise });
	const roles = [...Array<string>(managers).fill('first-line-manager'), ...Array<string>(sellers).fill('seller')];
	const invitees = await asked(person, made, roles);
	const responses: string[] = [];
	for (const invitee of invitees) responses.push(await answer(invitee, invitee.role ?? ''));
	return { engagement: await engagementNow(made.id), invitees, responses };
}

const page = (id: string, path = '', { headers }: SignedIn = ada) =>
	call('GET', `/studio/engagements/${id}/report${path}`, { headers });

const post = (id: string, path: string, fields: Readonly<Record<string, string>>, { headers }: SignedIn = ada) =>
	call('POST', `/studio/engagements/${id}/report${path}`, { headers, body: new URLSearchParams(fields) });

type Shown = {
	readonly because: string | null;
	readonly texts: readonly {
		readonly id: string;
		readonly place: string;
		readonly was: string;
		readonly original: string;
		readonly edit: { readonly text: string; readonly state: string } | null;
	}[];
	readonly releases: readonly { readonly id: string; readonly hash: string; readonly path: string | null }[];
};

const shown = async (id: string): Promise<Shown> => (await (await page(id)).json()) as Shown;

async function textAt(id: string, place: RegExp) {
	const found = (await shown(id)).texts.find((each) => place.test(each.place));
	if (found === undefined) throw new Error(`no text at ${place.source}`);
	return found;
}

async function write(id: string, place: RegExp, text: string): Promise<Response> {
	const found = await textAt(id, place);
	return post(id, '?/save', { place: found.place, was: found.was, id: found.id, text });
}

/** Looks at what would go out, and sends exactly that; the path of the client's link. */
async function releasedNow(id: string): Promise<string> {
	const { hash } = (await (await page(id, '/release')).json()) as { readonly hash: string };
	const done = await post(id, '/release', { hash, sure: 'on' });
	expect(done.status).toBe(303);
	const [newest] = (await shown(id)).releases;
	return newest?.path ?? '';
}

const clients = async (path: string): Promise<Report> =>
	((await (await call('GET', path)).json()) as { readonly report: Report }).report;

const previewed = async (id: string): Promise<Report> =>
	((await (await page(id, '/preview')).json()) as { readonly report: Report }).report;

describe('editing', () => {
	test('stands in the preview, is marked for the author, and is undone to the original', async () => {
		const { engagement } = await answeredBy(1, 1);
		const { id } = engagement;
		const before = await previewed(id);
		expect((await write(id, /^headline$/, 'Speed is what is **missing**.')).status).toBe(303);
		expect(textsOf(await previewed(id))).toContain('Speed is what is missing.');
		expect((await textAt(id, /^headline$/)).edit).toMatchObject({ state: 'applied' });
		const place = (await textAt(id, /^headline$/)).place;
		expect((await post(id, '?/undo', { place, id: 'text-0' })).status).toBe(303);
		expect(await previewed(id)).toEqual(before);
		const notes = await (
			await database()
		)
			.selectFrom('audit')
			.select('action')
			.where('subject', '=', `engagement ${id}`)
			.orderBy('at')
			.execute();
		expect(notes.map(({ action }) => action)).toEqual(
			expect.arrayContaining(['company-report.edited', 'company-report.undone'])
		);
	});

	test.each([
		['<script>alert(1)</script>', 'raw HTML'],
		['[go](javascript:alert(1))', 'a link to "javascript:alert(1)"'],
		['![x](https://a.example/x.png)', 'an image']
	])('refuses %s and gives it back to mend', async (text, found) => {
		const { engagement } = await answeredBy(0, 1);
		const refusal = await write(engagement.id, /^answer /, text);
		expect(refusal.status).toBe(422);
		const said = (await refusal.json()) as { readonly text: string; readonly faults: readonly { found: string }[] };
		expect(said.text).toBe(text);
		expect(said.faults.map((each) => each.found)).toContain(found);
		expect(JSON.stringify(await previewed(engagement.id))).not.toContain('alert(1)');
		const own = await post(engagement.id, '?/own', { part: 'introduction', text });
		expect(own.status).toBe(422);
	});

	test('waits once more answers have changed the original, until its author decides', async () => {
		const made = await engagementOf(person, { instrument: flagship.id });
		const [first, ...others] = await asked(person, made, ['seller', 'seller', 'seller', 'seller']);
		if (first === undefined) throw new Error('nobody was asked');
		await answer(first, 'seller');
		const { texts } = await shown(made.id);
		for (const { place, was, id } of texts.slice(0, 25))
			await post(made.id, '?/save', { place, was, id, text: '### X\n\nMine.' });
		for (const { place, was, id } of texts.slice(0, 25))
			await post(made.id, '?/save', { place, was, id, text: 'Mine.' });
		for (const other of others) await answer(other, 'seller');
		const now = (await shown(made.id)).texts.filter(({ edit }) => edit?.state === 'stale');
		const stale = now[0];
		if (stale === undefined) throw new Error('no original has changed');
		const { place, was, id } = stale;
		const old = texts.find((each) => each.place === place)?.was ?? '';
		expect((await post(made.id, '?/save', { place, was: old, id, text: 'Mine again.' })).status).toBe(409);
		expect(textsOf(await previewed(made.id))).not.toContain('Mine again.');
		const text = place === 'headline' ? 'Mine again.' : '### Mine\n\nMine again.';
		expect((await post(made.id, '?/save', { place, was, id, text })).status).toBe(303);
		expect(textsOf(await previewed(made.id))).toContain('Mine again.');
	});

	test('is for nobody else', async () => {
		const { engagement } = await answeredBy(0, 1);
		const { id } = engagement;
		for (const path of ['', '/preview', '/preview.pdf', '/release'])
			expect((await page(id, path, eve)).status, path).toBe(404);
		const { place, was } = await textAt(id, /^headline$/);
		expect((await post(id, '?/save', { place, was, id: '', text: 'Hers.' }, eve)).status).toBe(404);
		expect((await post(id, '?/own', { part: 'introduction', text: 'Hers.' }, eve)).status).toBe(404);
		expect((await post(id, '/release', { hash: 'x', sure: 'on' }, eve)).status).toBe(404);
		expect(textsOf(await previewed(id))).not.toContain('Hers.');
	});
});

describe('a release', () => {
	test('needs its tick, and sends exactly what was looked at', async () => {
		const { engagement } = await answeredBy(0, 2);
		const { id } = engagement;
		const { hash } = (await (await page(id, '/release')).json()) as { readonly hash: string };
		expect((await post(id, '/release', { hash })).status).toBe(422);
		await write(id, /^headline$/, 'Another headline.');
		expect((await post(id, '/release', { hash, sure: 'on' })).status).toBe(409);
		expect((await shown(id)).releases).toEqual([]);
	});

	test('never changes, whatever is answered or written later', async () => {
		const { engagement } = await answeredBy(1, 2);
		const { id } = engagement;
		await post(id, '?/own', { part: 'introduction', text: 'Dear all,\n\nread on.' });
		await write(id, /^headline$/, 'What was said then.');
		const path = await releasedNow(id);
		const then = await clients(path);
		expect(textsOf(then)).toEqual(expect.arrayContaining(['Introduction', 'read on.', 'What was said then.']));
		const [row] = (await shown(id)).releases;
		expect(row?.hash).toBe(hashOf(then));
		await write(id, /^headline$/, 'What is said now.');
		const [late] = await asked(person, engagement, ['seller']);
		if (late) await answer(late, 'seller');
		expect(await clients(path)).toEqual(then);
		const second = await releasedNow(id);
		expect(second).not.toBe(path);
		expect((await clients(second)).cover.byline).toContain('4 people');
		expect(await clients(path)).toEqual(then);
		const stored = await (await database()).selectFrom('releases').selectAll().where('engagement', '=', id).execute();
		expect(JSON.stringify(stored)).not.toContain(path.split('/').at(-1));
	});

	test('is read with its link only, is kept by nobody, and is gone when it is withdrawn', async () => {
		const { engagement } = await answeredBy(0, 1);
		const { id } = engagement;
		const path = await releasedNow(id);
		const reply = await call('GET', path);
		expect(reply.status).toBe(200);
		expect(reply.headers.get('cache-control')).toContain('no-store');
		expect(reply.headers.get('x-robots-tag')).toBe('noindex');
		expect(reply.headers.get('referrer-policy')).toBe('no-referrer');
		expect((await call('GET', `/company-report/${'A'.repeat(32)}`)).status).toBe(404);
		expect((await call('GET', `/company-report/${'A'.repeat(32)}/report.pdf`)).status).toBe(404);
		const [only] = (await shown(id)).releases;
		expect((await post(id, '?/withdraw', { release: only?.id ?? '' }, eve)).status).toBe(404);
		expect((await call('GET', path)).status).toBe(200);
		expect((await post(id, '?/withdraw', { release: only?.id ?? '' })).status).toBe(303);
		expect((await call('GET', path)).status).toBe(410);
		expect((await call('GET', `${path}/report.pdf`)).status).toBe(410);
		expect((await call('GET', await releasedNow(id))).status).toBe(200);
	});

	test('of one or two goes with whoever erases their answers; of more it stays', async () => {
		const few = await answeredBy(0, 2);
		const path = await releasedNow(few.engagement.id);
		await eraseAll(few.responses.slice(0, 1));
		expect((await call('GET', path)).status).toBe(404);
		const more = await answeredBy(0, 3);
		const stays = await releasedNow(more.engagement.id);
		await eraseAll(more.responses.slice(0, 1));
		expect((await call('GET', stays)).status).toBe(200);
	});
});

describe('where anonymity was promised', () => {
	test('there is nothing before closing', async () => {
		const { engagement } = await answeredBy(1, 3, 'anonymous');
		expect((await shown(engagement.id)).because).toBe('not closed');
		expect((await page(engagement.id, '/preview')).status).toBe(404);
		expect((await release(person, engagement, '')).kind).toBe('nothing');
	});

	test('a second release after late answers differs by nobody or by three and more', async () => {
		const { engagement } = await answeredBy(0, 4, 'anonymous');
		const { id } = engagement;
		await closed(person, engagement);
		const first = await clients(await releasedNow(id));
		const late = await asked(person, engagement, Array<string>(6).fill('seller'));
		const heard: number[] = [];
		const start = number;
		for (const invitee of late) {
			// All alike, so that no question is answered by fewer of them than another.
			number = start;
			await answer(invitee, 'seller');
			const { results, edited } = await draftOf(await engagementNow(id));
			heard.push(results.heard.length);
			if (results.heard.length === 4) expect(edited?.report).toEqual(first);
			expect(await wouldTellOfFew(await engagementNow(id), results.heard)).toBe(false);
		}
		expect(heard.at(-1)).toBeGreaterThan(4);
		expect(heard.filter((n) => n !== 4 && n < 7)).toEqual([]);
		await releasedNow(id);
	});

	test('what would give away somebody who left is not released', async () => {
		const { engagement, invitees } = await answeredBy(0, 5, 'anonymous');
		const { id } = engagement;
		await closed(person, engagement);
		await releasedNow(id);
		await removeInvitee(person, id, invitees[0]?.id ?? '');
		const now = await engagementNow(id);
		const { hash, results } = await draftOf(now);
		// Either the results stay as they were told, or they may not be told a second time.
		const isSame = results.heard.length === 5;
		expect((await release(person, now, hash)).kind).toBe(isSame ? 'released' : 'few');
	});
});
