// Taking it again: a new response that remembers the one before, and the target that was set in between.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { database } from '#lib/server/database/database.ts';
import { erase, exportOf } from '#lib/server/privacy.ts';
import { reopen } from '#lib/server/reopening.ts';
import { reportFor } from '#lib/server/reports.ts';
import { completeResponse, readResponse, saveResponse } from '#lib/server/responses.ts';
import { share } from '#lib/server/shares.ts';
import { takeAgain } from '#lib/server/again.ts';
import { call, jar, makeWorld, newId, newKey, ORIGIN, saving, type Given } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());
afterEach(() => vi.useRealTimers());

const some: Given = {
	role: ['seller', 1],
	days: [12, 1],
	first: ['disagree', 2],
	second: ['agree', 3],
	third: ['disagree', 4]
};

const keyIn = (path: string): string => path.slice('/r/'.length);

async function completed(answers: Given = some, id = newId(), key = newKey()) {
	const result = await completeResponse(id, key, saving(answers));
	if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
	return { id, key, owner: keyIn(result.report) };
}

async function begun(owner: string) {
	const result = await takeAgain(owner);
	if (result.kind !== 'begun') throw new Error(result.kind);
	return result;
}

/** Everything agreed with, later than whatever is filled in. */
const better = (): Given => {
	const at = Date.now() + 1000;
	return { first: ['agree', at], second: ['agree', at], third: ['agree', at] };
};

/** The owner key of a response that was taken again and completed. */
async function completedAgain(owner: string, answers: Given = better()) {
	const { id, key } = await begun(owner);
	return completed(answers, id, key);
}

const reportOf = async (key: string): Promise<Report> => {
	const opened = await reportFor(key);
	if (opened === null) throw new Error('no report');
	return opened.report;
};
const parts = (report: Report): readonly string[] => report.parts.map(({ id }) => id);
const target = (owner: string, answers: unknown) => call('POST', `/r/${owner}/target`, { json: { answers } });

describe('taking it again', () => {
	test('with JSON gives the link to a new survey, in which only what lasts is filled in', async () => {
		const { id, owner } = await completed();
		const { link } = (await (await call('POST', `/r/${owner}/again`)).json()) as { link: string };
		const [, next = '', key = ''] =
			new RegExp(`^${ORIGIN}/small/survey#continue=([0-9a-f-]{36})\\.([\\w-]{32})$`).exec(link) ?? [];
		expect(next).not.toBe(id);
		const view = await readResponse(next, key);
		expect(view).toMatchObject({ id: next, instrument: 'small', state: 'open', report: null });
		expect(Object.keys(view?.answers ?? {})).toEqual(['role']);
	});

	test('with a form leads there, and the cookie says who goes on', async () => {
		const { owner } = await completed();
		const response = await call('POST', `/r/${owner}/again`, {
			body: new URLSearchParams(),
			headers: { origin: ORIGIN }
		});
		const location = response.headers.get('location') ?? '';
		expect(response.status).toBe(303);
		expect(location).toMatch(/^\/small\/survey#continue=/);
		expect(jar.get('__Host-survey-small')).toBe(location.split('=')[1]);
	});

	test('posted twice is one new response', async () => {
		const { id, owner } = await completed();
		const both = await Promise.all([begun(owner), begun(owner)]);
		expect(both[0]).toEqual(both[1]);
		const rows = await (await database()).selectFrom('responses').select('id').where('previous', '=', id).execute();
		expect(rows).toHaveLength(1);
	});

	test('goes on with a new one that was left half-way, and begins another after it was completed', async () => {
		const { owner } = await completed();
		const first = await begun(owner);
		await saveResponse(first.id, first.key, saving({ first: ['agree', Date.now() + 1000] }));
		expect(await begun(owner)).toEqual(first);
		await completed(better(), first.id, first.key);
		expect((await begun(owner)).id).not.toBe(first.id);
	});

	test('works long after the time for reopening', async () => {
		const { owner } = await completed();
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90 * 86_400_000 });
		expect(await reopen(owner)).toEqual({ kind: 'too-late' });
		const again = await completedAgain(owner);
		expect(parts(await reportOf(again.owner))).toContain('since-last-time');
	});

	test('leaves the report that it began from as it was', async () => {
		const { owner } = await completed();
		const before = await reportOf(owner);
		await completedAgain(owner);
		expect(await reportOf(owner)).toEqual(before);
	});

	test('is refused where the survey is not offered any more', async () => {
		const { id, owner } = await completed();
		await (await database()).updateTable('responses').set({ instrument: 'gone' }).where('id', '=', id).execute();
		expect((await call('POST', `/r/${owner}/again`)).status).toBe(409);
		const form = { body: new URLSearchParams(), headers: { origin: ORIGIN } };
		expect((await call('POST', `/r/${owner}/again`, form)).headers.get('location')).toBe(`/r/${owner}`);
	});

	test('is for the owner only', async () => {
		const { owner, key } = await completed();
		const shared = await share(owner, 'whole');
		for (const other of [keyIn(shared?.path ?? ''), key, newKey()]) {
			expect(await takeAgain(other)).toEqual({ kind: 'unknown' });
			expect((await call('POST', `/r/${other}/again`)).status).toBe(404);
		}
	});

	test('from another site does nothing', async () => {
		const { id, owner } = await completed();
		const headers = { origin: 'https://evil.test' };
		expect((await call('POST', `/r/${owner}/again`, { body: new URLSearchParams(), headers })).status).toBe(403);
		const rows = await (await database()).selectFrom('responses').select('id').where('previous', '=', id).execute();
		expect(rows).toEqual([]);
	});
});

describe('the new report', () => {
	test('puts both times beside each other', async () => {
		const { owner } = await completed();
		const again = await completedAgain(owner);
		const report = await reportOf(again.owner);
		const rows = report.parts.flatMap(({ id, blocks }) =>
			id === 'since-last-time' ? blocks.flatMap((block) => (block.kind === 'table' ? block.rows : [])) : []
		);
		expect(rows).toContainEqual(['Habits', 'Change', 'Keep']);
		expect(rows.some((row) => row[1] === '33' && row[2] === '100' && row[3] === '67 points more')).toBe(true);
	});

	test('tells a share of it too', async () => {
		const { owner } = await completed();
		const again = await completedAgain(owner);
		const shared = await share(again.owner, 'company');
		expect(parts(await reportOf(keyIn(shared?.path ?? '')))).toContain('since-last-time');
	});

	test('keeps to what was said before it, whatever becomes of the old one later', async () => {
		const { id, key, owner } = await completed();
		const again = await completedAgain(owner);
		const before = await reportOf(again.owner);
		await reopen(owner);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
		await completed({ ...better(), role: ['seller', Date.now() + 2000] }, id, key);
		expect(await reportOf(again.owner)).toEqual(before);
	});

	test('is sound once the old one is erased, and tells nothing of it', async () => {
		const { id, owner } = await completed();
		const again = await completedAgain(owner);
		await reportOf(again.owner);
		expect(await erase(owner)).toBe(true);
		expect(parts(await reportOf(again.owner))).not.toContain('since-last-time');
		expect(JSON.stringify(await exportOf(again.owner))).not.toContain(id);
	});

	test('is erased without the old one', async () => {
		const { owner } = await completed();
		const again = await completedAgain(owner);
		expect(await erase(again.owner)).toBe(true);
		expect(await reportFor(owner)).not.toBeNull();
		expect(await reportFor(again.owner)).toBeNull();
	});

	test('compares across a new major version only what both share', async () => {
		const { owner } = await completed();
		const file = join(world.content, 'small/instrument.md');
		const [text, second] = [file, join(world.content, 'small/20-work/20-second.md')].map((path) =>
			readFileSync(path, 'utf8')
		);
		writeFileSync(file, (text ?? '').replace('version: 1.0.0', 'version: 2.0.0'));
		writeFileSync(join(world.content, 'small/20-work/20-second.md'), (second ?? '').replace('value: 1', 'value: 9'));
		try {
			const { id, key } = await begun(owner);
			const result = await completeResponse(id, key, saving(better(), { version: '2.0.0' }));
			const texts = textsOf(await reportOf(keyIn(result.kind === 'completed' ? result.report : '')));
			expect(texts.filter((each) => each.includes('from version 1.0.0 to 2.0.0'))).toHaveLength(1);
		} finally {
			writeFileSync(file, text ?? '');
			writeFileSync(join(world.content, 'small/20-work/20-second.md'), second ?? '');
		}
	});
});

describe('a target', () => {
	test('is kept, replaced and cleared, and the owner alone sees it', async () => {
		const { owner } = await completed();
		const bare = await reportOf(owner);
		const saved = await target(owner, { first: 'agree' });
		expect([saved.status, await saved.text()]).toEqual([204, '']);
		const shown = textsOf(await reportOf(owner));
		expect(shown).toContain('Your target');
		expect(shown).toContain('Now: Disagree. Wanted: Agree.');
		const shared = await share(owner, 'whole');
		expect(textsOf(await reportOf(keyIn(shared?.path ?? '')))).not.toContain('Your target');
		expect((await target(owner, { first: 'neither', third: 'agree' })).status).toBe(204);
		expect(textsOf(await reportOf(owner))).toContain('Now: Disagree. Wanted: Neither.');
		expect((await target(owner, {})).status).toBe(204);
		expect(await reportOf(owner)).toEqual(bare);
	});

	test.each([
		[{ first: 'perhaps' }, 'answers.first'],
		[{ nothing: 'agree' }, 'answers.nothing'],
		[{ first: null }, 'answers.first']
	])('of %o is refused with the reason', async (answers, where) => {
		const { owner } = await completed();
		await target(owner, { first: 'agree' });
		const response = await target(owner, answers);
		expect(response.status).toBe(422);
		expect(await response.json()).toMatchObject({ problems: [{ where }] });
		expect(await exportOf(owner)).toMatchObject({ target: { answers: { first: 'agree' } } });
	});

	test.each([undefined, {}, { answers: [] }, { answers: {}, more: 1 }, { answers: 'all' }])(
		'%o is no target',
		async (json) => {
			const { owner } = await completed();
			const status = (await call('POST', `/r/${owner}/target`, { json })).status;
			expect(status).toBe(json === undefined ? 400 : 422);
		}
	);

	test('is saved by the owner only, and by our own pages only', async () => {
		const { owner, key } = await completed();
		const shared = await share(owner, 'whole');
		for (const other of [keyIn(shared?.path ?? ''), key, newKey()]) {
			expect((await target(other, { first: 'agree' })).status).toBe(404);
		}
		const headers = { origin: 'https://evil.test' };
		const json = { answers: { first: 'agree' } };
		expect((await call('POST', `/r/${owner}/target`, { json, headers })).status).toBe(403);
		expect(await exportOf(owner)).toMatchObject({ target: null });
	});

	test('is in the export, and gone with the response', async () => {
		const { id, owner } = await completed();
		await target(owner, { first: 'agree' });
		expect(await exportOf(owner)).toMatchObject({ target: { answers: { first: 'agree' } } });
		await erase(owner);
		const rows = await (await database()).selectFrom('targets').selectAll().where('response', '=', id).execute();
		expect(rows).toEqual([]);
	});

	test('is measured in the next report, as it was set before that one was completed', async () => {
		const { owner } = await completed();
		await target(owner, { first: 'agree', third: 'neither' });
		const at = Date.now() + 1000;
		const again = await completedAgain(owner, { first: ['neither', at], second: ['agree', at], third: ['agree', at] });
		const report = await reportOf(again.owner);
		const texts = textsOf(report);
		expect(texts).toContain('How far to your target');
		expect(texts).toContain('Wanted: Agree. Then: Disagree. Now: Neither.');
		expect(texts.some((text) => text.endsWith('One of them has been reached.'))).toBe(true);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 60_000 });
		await target(owner, { first: 'neither' });
		expect(textsOf(await reportOf(again.owner))).not.toContain('How far to your target');
	});
});

test('the export of the new response names the one before', async () => {
	const { id, owner } = await completed();
	const again = await completedAgain(owner);
	expect(await exportOf(again.owner)).toMatchObject({ response: { id: again.id, previous: id } });
});
