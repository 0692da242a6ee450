// The content as the studio tells it: what is live, what is wrong, what hangs on which version; and readers made up to preview it.
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { afterAll, afterEach, describe, expect, test } from 'vitest';
import { holds } from '#core/instrument/holds.ts';
import { simulate } from '#core/simulation/simulate.ts';
import { contentList, instrumentOverview, liveInstrument } from '#lib/server/content-list.ts';
import {
	countsOf,
	previewed,
	previewReport,
	queryOf,
	settable,
	walked,
	wishIn,
	type Wish
} from '#lib/server/content-preview.ts';
import { simulated } from '#lib/server/content-simulated.ts';
import { closeSimulations, RESPONDENTS, simulationOf, type Simulation } from '#lib/server/content-simulation.ts';
import { database } from '#lib/server/database/database.ts';
import { keepInstruments } from '#lib/server/instruments.ts';
import { completeResponse, saveResponse } from '#lib/server/responses.ts';
import { wordsFor } from '#lib/words.ts';
import { flagship } from '../support/flagship.ts';
import { writeContent } from '../support/small-content.ts';
import { makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(async () => {
	await closeSimulations();
	await world.stop();
});
afterEach(() => {
	rmSync(world.content, { recursive: true });
	writeContent(world.content);
});

const live = () => liveInstrument('small') ?? expect.unreachable();

describe('the list', () => {
	test('has every instrument with its counts, and the versions that are kept', async () => {
		await keepInstruments();
		const { instruments, isBroken, isStale } = await contentList();
		expect({ isBroken, isStale }).toEqual({ isBroken: false, isStale: false });
		expect(instruments).toMatchObject([
			{
				id: 'small',
				title: 'Small',
				version: '1.0.0',
				questions: 9,
				hash: live().hash,
				versions: [{ hash: live().hash }]
			}
		]);
	});

	test('tells every warning with its place, those of an instrument beside it', async () => {
		const { instruments } = await contentList();
		const overview = await instrumentOverview('small', '');
		expect(overview?.problems.length).toBeGreaterThan(0);
		expect(instruments[0]?.warnings).toBe(overview?.problems.length);
		for (const problem of overview?.problems ?? []) {
			expect(problem).toMatchObject({ level: 'warning', file: expect.stringMatching(/^small\//) as string });
			expect(problem.line).toBeGreaterThan(0);
			expect(problem.message).toMatch(/^Expected .*, found .*\.$/s);
		}
	});

	test('of a broken folder is its problems, errors first, until they are mended', async () => {
		writeContent(world.content, { 'small/20-work/10-first.md': '---\nscale: nothing\n---\n# We plan.\n' });
		const broken = await contentList();
		expect(broken).toMatchObject({ isBroken: true, instruments: [] });
		expect(broken.problems[0]).toMatchObject({ level: 'error', file: 'small/20-work/10-first.md', line: 2 });
		expect(liveInstrument('small')).toBeNull();
		expect(await instrumentOverview('small', '')).toBeNull();
		writeContent(world.content);
		expect((await contentList()).isBroken).toBe(false);
	});
});

describe('the versions', () => {
	test('count the responses of each, without test answers, the live one first', async () => {
		const before = live().hash;
		await completeResponse(newId(), newKey(), saving({ role: ['seller', 1] }));
		await completeResponse(newId(), newKey(), saving({ role: ['seller', 1] }));
		await saveResponse(newId(), newKey(), saving({ role: ['seller', 1] }));
		const tried = newId();
		await saveResponse(tried, newKey(), saving({ role: ['seller', 1] }));
		await (await database()).updateTable('responses').set({ is_test: 1 }).where('id', '=', tried).execute();

		writeContent(world.content, { 'small/10-you/section.md': '---\nabout: context\n---\n# About you\n' });
		await keepInstruments();
		const overview = await instrumentOverview('small', '');
		expect(overview?.versions).toMatchObject([
			{ hash: live().hash, completed: 0, unfinished: 0 },
			{ hash: before, completed: 2, unfinished: 1 }
		]);
		expect(live().hash).not.toBe(before);
	});
});

test('a search comes with the overview', async () => {
	expect((await instrumentOverview('small', 'plan'))?.search).toMatchObject({ count: 1, found: [{ id: 'first' }] });
	expect((await instrumentOverview('small', ''))?.search.count).toBe(0);
	expect(await instrumentOverview('nothing', '')).toBeNull();
});

describe('a preview', () => {
	const wish = (query: string): Wish => wishIn(live(), new URLSearchParams(query));

	test('is what the address says, and the address says all of it', () => {
		const wished = wish('kind=weak&number=7&as.role=seller');
		expect(wished).toEqual({ kind: 'weak', number: 7, set: { role: 'seller' } });
		expect(wish(queryOf(wished))).toEqual(wished);
	});

	test.each([
		['', { kind: 'middling', number: 1, set: {} }],
		['kind=constructor&number=-3&as.role=nobody', { kind: 'middling', number: 1, set: {} }],
		['kind=weak&kind=strong&number=0', { kind: 'weak', number: 1, set: {} }],
		['number=9999999&as.days=5', { kind: 'middling', number: 1_000_000, set: {} }],
		['number=1e3', { kind: 'middling', number: 1, set: {} }]
	])('of %j is one that can be made', (query, wished) => {
		expect(wish(query)).toEqual(wished);
	});

	test('offers the role, and nothing that the instrument does not ask', () => {
		expect(settable(live()).map(({ id, options }) => [id, options.map((each) => each.id)])).toEqual([
			['role', ['seller', 'other']]
		]);
		expect(settable(flagship).map(({ id }) => id)).toEqual(['role', 'company-size']);
	});

	test('walks through the questions that are asked of such a reader, in order, with their answers in words', () => {
		const sections = (role: string) =>
			walked(live(), previewed(live(), wish(`kind=strong&as.role=${role}`))).map(({ id, questions }) => [
				id,
				questions.map((question) => question.id)
			]);
		expect(sections('seller')).toContainEqual(['work', ['first', 'second', 'third']]);
		expect(sections('other')).toContainEqual(['work', ['first', 'second']]);
		const [you] = walked(live(), previewed(live(), wish('as.role=seller')));
		expect(you?.questions[0]).toEqual({ id: 'role', text: 'What is your role?', answer: 'Seller' });
		const passed = { id: 'days', text: 'How many days?', answer: null };
		expect(countsOf([{ id: 'you', title: 'You', questions: [...(you?.questions.slice(0, 1) ?? []), passed] }])).toEqual(
			{
				asked: 2,
				answered: 1
			}
		);
	});

	test('asks nobody what their answers rule out', () => {
		const values = previewed(flagship, { kind: 'strong', number: 1, set: { role: 'marketing' } });
		const asked = new Set(walked(flagship, values).flatMap(({ questions }) => questions.map(({ id }) => id)));
		const facts = { value: (id: string) => values[id] };
		const ruledOut = flagship.questions.filter(({ when }) => when !== null && !holds(when, facts));
		expect(ruledOut.length).toBeGreaterThan(0);
		for (const { id } of ruledOut) expect(asked.has(id)).toBe(false);
	});

	test('is a report that says on its cover what it is, and leaves nothing behind', async () => {
		const count = async () =>
			Number(
				(
					await (
						await database()
					)
						.selectFrom('responses')
						.select(({ fn }) => fn.countAll().as('n'))
						.executeTakeFirstOrThrow()
				).n
			);
		const before = await count();
		const report = previewReport(flagship, previewed(flagship, wish('kind=weak')), '2026-11-22');
		expect(report.cover.notice).toMatchObject({ label: 'Preview' });
		expect(report.date).toBe('2026-11-22');
		expect(report.response.id).toBeNull();
		expect(await count()).toBe(before);
	});
});

describe('a simulation', () => {
	const finished = async (of: Parameters<typeof simulationOf>[0]): Promise<Simulation> => {
		for (;;) {
			const now = await simulationOf(of, 60_000);
			if (now.state !== 'working') return now;
		}
	};

	test('is worked out beside the server, and is what the command prints', async () => {
		const of = live();
		expect(await simulationOf(of, 0)).toEqual({ state: 'working' });
		const summary = simulate(of, wordsFor('en'), { respondents: RESPONDENTS, seed: 1 });
		expect(await finished(of)).toEqual({ state: 'done', summary });
		expect(await simulationOf(of, 0)).toMatchObject({ state: 'done' });
	});

	test('names indices, areas and patterns by their titles', async () => {
		const of = live();
		const done = await finished(of);
		if (done.state !== 'done') return expect.unreachable();
		const { indices, keyAreas, correlations } = simulated(of, done.summary);
		expect(indices.map(({ title }) => title)).toEqual(of.indices.map(({ title }) => title));
		expect(indices[0]?.bins.reduce((sum, { count }) => sum + count, 0)).toBe(indices[0]?.n);
		expect(keyAreas.map(({ title }) => title)).toEqual(['Habits']);
		expect(correlations).toEqual([]);
	});

	test('that fails says so, and is tried again', async () => {
		const unsound = { ...live(), hash: randomUUID(), questions: [] };
		expect(await finished(unsound)).toEqual({ state: 'failed' });
		expect(await finished({ ...live(), hash: unsound.hash })).toMatchObject({ state: 'done' });
	});
});
