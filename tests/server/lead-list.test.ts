// The list of leads: whatever narrows and orders it, its pages hold each lead once and in order, in both directions.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { everyLead, filterOf, placeOf, queryOf, type LeadFilter } from '#lib/server/lead-filter.ts';
import { leadCount, leadPage } from '#lib/server/lead-list.ts';
import { wordsOf } from '#lib/server/lead-words.ts';
import { stored } from '../support/stored-leads.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

type Kept = {
	readonly response: string;
	readonly created_at: string;
	readonly intent: number;
	readonly campaign: string;
	readonly weakest: string | null;
	readonly band: string | null;
	readonly completed_at: string | null;
	readonly is_test: 0 | 1;
	readonly name: string;
	readonly company: string;
	readonly address: string;
};

const names = ['Ada Lovelace', 'Łukasz Żak', 'Zoë O’Neill'];
const companies = ['Engines Ltd', 'Loom & Co', 'Żubr'];

/** Few different times and intents, so that most are ties. */
const seeds: readonly Omit<Kept, 'response'>[] = Array.from({ length: 120 }, (_, at) => ({
	created_at: `2026-11-${String(10 + (at % 4)).padStart(2, '0')}T08:00:00.000Z`,
	intent: (at * 7) % 3,
	campaign: at % 5 === 0 ? 'autumn' : 'spring',
	weakest: [null, 'number', 'value'][at % 3] ?? null,
	band: at % 2 === 0 ? 'low' : 'high',
	completed_at: at % 4 === 0 ? null : '2026-11-20T08:00:00.000Z',
	is_test: at % 10 === 9 ? 1 : 0,
	name: names[at % 3] ?? '',
	company: companies[at % 2] ?? '',
	address: `person${at}@mail${at % 6}.example.org`
}));

let all: readonly Kept[] = [];

beforeAll(async () => {
	const kept: Kept[] = [];
	for (const lead of seeds) kept.push({ ...lead, response: await stored({ lead }) });
	all = kept;
});

/** What the words say, without an index: each begins a word of the lead. */
const found = (q: string, { name, company, address }: Kept): boolean =>
	wordsOf(q).every((word) => wordsOf(name, company, address).some((own) => own.startsWith(word)));

const expected = (filter: LeadFilter): readonly string[] =>
	all
		.filter(
			(lead) =>
				lead.is_test === (filter.state === 'test' ? 1 : 0) &&
				(filter.campaign === null || lead.campaign === filter.campaign) &&
				(filter.weakest === null || lead.weakest === filter.weakest) &&
				(filter.band === null || lead.band === filter.band) &&
				(filter.state !== 'completed' || lead.completed_at !== null) &&
				(filter.state !== 'partial' || lead.completed_at === null) &&
				(filter.since === null || lead.created_at >= filter.since) &&
				found(filter.q, lead)
		)
		.toSorted((a, b) => {
			const intent = filter.sort === 'intent' ? b.intent - a.intent : 0;
			return (
				intent ||
				(a.created_at < b.created_at ? 1 : a.created_at > b.created_at ? -1 : a.response < b.response ? 1 : -1)
			);
		})
		.map(({ response }) => response);

/** Page after page to the end, and from there page before page to the beginning. */
async function walked(filter: LeadFilter, size: number) {
	const at = (way: 'after' | 'before', cursor: string) => placeOf(new URLSearchParams({ [way]: cursor }), filter.sort);
	const forth: string[][] = [];
	let page = await leadPage(filter, null, size);
	expect(page.before).toBeNull();
	for (;;) {
		forth.push(page.rows.map(({ response }) => response));
		if (page.after === null) break;
		page = await leadPage(filter, at('after', page.after), size);
	}
	const back: string[][] = [page.rows.map(({ response }) => response)];
	while (page.before !== null) {
		page = await leadPage(filter, at('before', page.before), size);
		back.unshift(page.rows.map(({ response }) => response));
	}
	return { forth, back };
}

const narrowings: readonly Partial<LeadFilter>[] = [
	{},
	{ campaign: 'autumn' },
	{ weakest: 'value' },
	{ band: 'high' },
	{ state: 'completed' },
	{ state: 'partial' },
	{ state: 'test' },
	{ since: '2026-11-12' },
	{ q: 'lov' },
	{ q: 'LOVE eng' },
	{ q: 'zoe' },
	{ q: 'person1@mail' },
	{ q: 'nobody' },
	{ campaign: 'spring', weakest: 'number', band: 'low', state: 'completed', since: '2026-11-11', q: 'luk' }
];

describe.each(['newest', 'intent'] as const)('ordered by %s', (sort) => {
	test.each(narrowings)('narrowed to %j: every page, there and back', async (narrowing) => {
		const filter = { ...everyLead, sort, ...narrowing };
		const wanted = expected(filter);
		for (const size of [1, 7, 50]) {
			const { forth, back } = await walked(filter, size);
			expect(forth.flat()).toEqual(wanted);
			// Going back, the last step may show the first page whole: nothing is missing, and what is shown is in order.
			expect([...new Set(back.flat())].toSorted()).toEqual(wanted.toSorted());
			for (const rows of back) expect(rows).toEqual(wanted.filter((response) => rows.includes(response)));
		}
		expect(await leadCount(filter)).toBe(wanted.length);
	});
});

test('counting ends where nobody would count on', async () => {
	expect(await leadCount(everyLead, 10)).toBe(11);
});

test('some of these narrow to something, and none is everything', () => {
	const sizes = narrowings.map((narrowing) => expected({ ...everyLead, ...narrowing }).length);
	expect(sizes.filter((size) => size === 0)).toHaveLength(1);
	expect(Math.max(...sizes.slice(1))).toBeLessThan(sizes[0] ?? 0);
});

describe('an address', () => {
	test.each([
		['', {}],
		['q=ada&sort=intent&state=partial', { q: 'ada', sort: 'intent', state: 'partial' }],
		['since=2026-11-12&campaign=spring', { since: '2026-11-12', campaign: 'spring' }],
		['since=yesterday&state=all&sort=worst&campaign=Not+an+id&band=%00', {}],
		[`q=${'a'.repeat(300)}`, {}]
	])('%s says %j, and what makes no sense narrows nothing', (query, said) => {
		const filter = filterOf(new URLSearchParams(query));
		expect(filter).toEqual({ ...everyLead, ...said });
		expect(filterOf(new URLSearchParams(queryOf(filter)))).toEqual(filter);
	});

	test.each(['x', 'e30', Buffer.from('["a"]').toString('base64url'), Buffer.from('[1,"a","b"]').toString('base64url')])(
		'a cursor that is none of this order begins the list: %s',
		(cursor) => {
			expect(placeOf(new URLSearchParams({ after: cursor }), 'newest')).toBeNull();
		}
	);
});
