// The discovery brief of an engagement, as a consultant gets it: page, telephone, paper, text, document and pictures.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Brief } from '#core/brief/brief.ts';
import type { Respondent } from '#core/group/respondent.ts';
import { textsOf } from '#core/report/texts.ts';
import { briefFor } from '#lib/server/engagement/brief.ts';
import type { Engagement } from '#lib/server/engagement/engagements.ts';
import { notesOf } from '#lib/server/engagement/meetings.ts';
import type { Person } from '#lib/server/person.ts';
import { peopleOf, type Kind } from '../core/brief/simulated.ts';
import { answers, asked, closed, engagementOf, engagementNow } from '../support/engagements.ts';
import { flagship } from '../support/flagship.ts';
import { signedIn, type SignedIn } from '../support/signed-in.ts';
import { unzipped } from '../support/unzipped.ts';
import { call, makeWorld } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content' });
afterAll(() => world.stop());

let ada: SignedIn;
let other: SignedIn;
let person: Person;

beforeAll(async () => {
	ada = await signedIn('consultant');
	other = await signedIn('consultant');
	person = { id: ada.id, name: ada.name, address: ada.address, role: 'consultant', session: '' };
});

const HOSTILE = 'Less <b>bold</b> & [more](javascript:x) =1+1';

/** Who wrote what: three write, one of them what could be markup. */
const words = [HOSTILE, 'A CRM that is filled in once.', 'Time on real deals.'];

const valuesOf = ({ answers: { given } }: Respondent): Readonly<Record<string, unknown>> =>
	Object.fromEntries(
		Object.entries(given).map(([id, answer]) => [id, answer.state === 'answered' ? answer.value : answer.state])
	);

/** An engagement that these people have answered, and one more who never does. */
async function answeredBy(
	kind: Kind,
	promise: Engagement['promise'],
	{ seed = 3, writers = 3, previous = null as string | null } = {}
): Promise<Engagement> {
	const client = previous === null ? { name: 'Harbour & Söhne' } : { id: (await engagementNow(previous)).client.id };
	const engagement = await engagementOf(person, { client, instrument: 'sales-velocity', promise, previous });
	const people = peopleOf(kind, seed);
	const invitees = await asked(person, engagement, [...people.map((each) => String(valuesOf(each)['role'])), 'seller']);
	for (const [at, invitee] of invitees.entries()) {
		const respondent = people[at];
		if (respondent === undefined) continue;
		const values: Record<string, unknown> = { ...valuesOf(respondent), 'respondent-name': `Secret ${at}` };
		delete values['one-thing'];
		if (at < writers) values['one-thing'] = words[at];
		await answers(invitee, values, { instrument: 'sales-velocity', version: flagship.version });
	}
	return engagementNow(engagement.id);
}

const get = (id: string, path: string, who = ada): Promise<Response> =>
	call('GET', `/studio/engagements/${id}/brief${path}`, { headers: who.headers });

const files = ['.pdf', '.md', '.docx', '/glance.png'] as const;

async function told(engagement: Engagement): Promise<Brief> {
	const { brief } = await briefFor(person, engagement);
	if (brief === null) throw new Error('nothing is told');
	return brief;
}

const partOf = (brief: Brief, id: string): string =>
	textsOf({ ...brief, parts: brief.parts.filter((part) => part.id === id) }).join('\n');

describe('of three managers and five sellers, by name', () => {
	let engagement: Engagement;
	beforeAll(async () => {
		engagement = await answeredBy('several', 'named');
	});

	test('the page has the brief, and no personal score', async () => {
		const response = await get(engagement.id, '');
		const { brief } = (await response.json()) as { brief: Brief };
		expect(response.headers.get('cache-control')).toContain('no-store');
		expect(textsOf(brief)).toEqual(textsOf(await told(engagement)));
		const personal = flagship.indices.filter(({ about }) => about === 'personal').map(({ title }) => title);
		const said = textsOf(brief).join('\n');
		for (const title of personal) expect(said).not.toContain(title);
	});

	test('people are told by role and name, and who is missing', async () => {
		const said = partOf(await told(engagement), 'people');
		expect(said).toContain('8 of 9');
		expect(said).toMatch(/Not yet: seller 9\./);
		expect(partOf(await told(engagement), 'disagree')).toMatch(/managers/i);
	});

	test('quotes are there without their authors, and names are never quoted', async () => {
		const brief = await told(engagement);
		const quotes = partOf(brief, 'quotes');
		for (const each of words) expect(quotes).toContain(each);
		expect(textsOf(brief).join('\n')).not.toContain('Secret');
	});

	test('the four numbers are those that were given', async () => {
		const glance = partOf(await told(engagement), 'glance');
		const people = peopleOf('several', 3);
		const given = people.map((each) => Number(valuesOf(each)['open-opportunities'])).sort((a, b) => a - b);
		expect(glance).toContain(`${given[0]} to ${given.at(-1)}`);
	});

	test('as PDF', async () => {
		const response = await get(engagement.id, '.pdf');
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'application/pdf']);
		expect(response.headers.get('cache-control')).toContain('no-store');
		expect(
			Buffer.from(await response.arrayBuffer())
				.subarray(0, 5)
				.toString()
		).toBe('%PDF-');
	});

	test('as Markdown, in which what was typed is text', async () => {
		const response = await get(engagement.id, '.md');
		expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w .-]+\.md"/);
		const text = await response.text();
		expect(text).toMatch(/^# Discovery brief\n/);
		expect(text).not.toContain('<b>');
		expect(text).not.toContain('[more](');
	});

	test('as a document with headings, lists, tables and pictures that say what they show', async () => {
		const response = await get(engagement.id, '.docx');
		expect(response.status).toBe(200);
		const parts = unzipped(Buffer.from(await response.arrayBuffer()));
		const xml = parts.get('word/document.xml')?.toString() ?? '';
		for (const found of ['<w:tbl>', '<w:numPr>', 'w:val="Heading1"', 'w:val="Title"']) expect(xml).toContain(found);
		expect(xml).toContain('Less &lt;b&gt;bold&lt;/b&gt; &amp; [more](javascript:x) =1+1');
		const pictures = [...parts.keys()].filter((name) => /^word\/media\/.+\.png$/.test(name));
		expect(pictures).toHaveLength(2);
		const alternatives = [...xml.matchAll(/<wp:docPr [^>]*descr="([^"]*)"/g)].map(([, said]) => said ?? '');
		expect(alternatives).toHaveLength(2);
		for (const said of alternatives) expect(said.length).toBeGreaterThan(60);
		const body = xml.replaceAll(/<[^>]+>/g, '');
		for (const { title } of (await told(engagement)).parts)
			expect(body).toContain(title.replaceAll('&', '&amp;').replaceAll("'", '&apos;'));
	});

	test.each(['glance', 'disagree'])('the picture of %s is a PNG; a part without one has none', async (part) => {
		const response = await get(engagement.id, `/${part}.png`);
		expect([response.status, response.headers.get('content-type')]).toEqual([200, 'image/png']);
		const png = Buffer.from(await response.arrayBuffer());
		expect([png.readUInt32BE(0), png.readUInt32BE(16)]).toEqual([0x89504e47, 1200]);
		expect((await get(engagement.id, '/people.png')).status).toBe(404);
	});

	test('the page for the telephone is short', async () => {
		const { phone } = (await (await get(engagement.id, '/phone')).json()) as { phone: Brief['phone'] };
		expect(phone.parts.map(({ id }) => id)).toEqual(['call', 'plan']);
	});

	test('notes are kept as those of the meeting, and come back when they cannot be', async () => {
		const [first, second] = (await told(engagement)).plan;
		const post = (body: Record<string, string>): Promise<Response> =>
			call('POST', `/studio/engagements/${engagement.id}/brief`, {
				body: new URLSearchParams(body),
				headers: ada.headers
			});
		const one = first?.id ?? '';
		const saved = await post({ [`note:${one}`]: 'They laughed.', [`was:${one}`]: '' });
		expect([saved.status, saved.headers.get('location')]).toEqual([
			303,
			`/studio/engagements/${engagement.id}/brief?done=notes#plan`
		]);
		expect(await notesOf(engagement.id)).toEqual({ [one]: 'They laughed.' });
		const two = second?.id ?? '';
		const long = await post({ [`note:${one}`]: 'They wept.', [`note:${two}`]: 'x'.repeat(4001) });
		expect([long.status, await long.json()]).toMatchObject([
			422,
			{ code: 'long', questions: [two], typed: { [one]: 'They wept.' } }
		]);
		expect(await notesOf(engagement.id)).toEqual({ [one]: 'They laughed.' });
		expect((await post({ 'else:x': 'y' })).status).toBe(422);
	});

	test('a consultant of another engagement gets nothing, in no form', async () => {
		for (const path of ['', '/phone', '/disagree.png', ...files]) {
			const response = await get(engagement.id, path, other);
			expect([path, response.status]).toEqual([path, 404]);
		}
		const body = new URLSearchParams({ 'note:x': 'mine' });
		const posted = await call('POST', `/studio/engagements/${engagement.id}/brief`, { body, headers: other.headers });
		expect(posted.status).toBe(404);
	});

	test('the round before it is told where it was measured alike', async () => {
		const next = await answeredBy('several', 'named', { seed: 5, previous: engagement.id });
		const now = await told(next);
		expect(partOf(now, 'glance')).toMatch(/On \d+ \w+ \d{4} the index was \d+; now it is \d+\./);
		expect(partOf(await told(engagement), 'glance')).not.toEqual(partOf(now, 'glance'));
	});
});

describe('where anonymity was promised', () => {
	test('nothing is told before it is closed, in no form', async () => {
		const engagement = await answeredBy('anonymous', 'anonymous', { seed: 4 });
		const page = await (await get(engagement.id, '')).text();
		expect(JSON.parse(page)).toMatchObject({ brief: null, untold: { because: 'not closed', more: 0 }, notes: {} });
		for (const each of [...words, 'Secret']) expect(page).not.toContain(each);
		for (const path of ['/phone', ...files]) {
			const response = await get(engagement.id, path);
			expect([response.status, response.headers.get('location')]).toEqual([
				303,
				`/studio/engagements/${engagement.id}/brief`
			]);
			expect(await response.text()).toBe('');
		}
		const brief = await told(await closed(person, engagement));
		expect(partOf(brief, 'people')).not.toContain('seller 9');
		expect(textsOf(brief).join('\n')).toContain('8 of 9');
	});

	test('two who wrote are not quoted, three are', async () => {
		const two = await told(await closed(person, await answeredBy('anonymous', 'anonymous', { seed: 4, writers: 2 })));
		expect(partOf(two, 'quotes')).not.toContain('filled in once');
		const three = await told(await closed(person, await answeredBy('anonymous', 'anonymous', { seed: 4 })));
		expect(partOf(three, 'quotes')).toContain('filled in once');
	});

	test('one who answered is told of to nobody, and how many more are needed is said', async () => {
		const engagement = await answeredBy('one', 'anonymous');
		const { untold } = (await (await get(engagement.id, '')).json()) as { untold: object };
		expect(untold).toMatchObject({ because: 'not closed', more: 2 });
		await closed(person, engagement);
		const after = (await (await get(engagement.id, '')).json()) as { brief: null; untold: object };
		expect(after).toMatchObject({ brief: null, untold: { because: 'too few', more: 2 } });
	});
});

test('where nobody has answered the page says so', async () => {
	const { id } = await engagementOf(person, { instrument: 'sales-velocity' });
	expect(await (await get(id, '')).json()).toMatchObject({ brief: null, untold: { because: 'nobody', more: 1 } });
});
