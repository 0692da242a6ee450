// The life of a response: whose it is, what it is pinned to, completed once, reopened, shared, exported, erased.
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { content } from '#lib/server/content.ts';
import { closeDatabase, database } from '#lib/server/database/database.ts';
import { erase, exportOf } from '#lib/server/privacy.ts';
import { reopen } from '#lib/server/reopening.ts';
import { reportFor } from '#lib/server/reports.ts';
import { completeResponse, readResponse, resumeKey, saveResponse } from '#lib/server/responses.ts';
import { share, sharesOf, unshare } from '#lib/server/shares.ts';
import { smallContent } from '../support/small-content.ts';
import { makeWorld, newId, newKey, saving } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());
afterEach(() => vi.useRealTimers());

const all = { role: ['seller', 1], first: ['agree', 2], second: ['agree', 3], third: ['disagree', 4] } as const;

/** A completed response: its id, its edit key and its owner key. */
async function completed(answers: Parameters<typeof saving>[0] = all) {
	const [id, key] = [newId(), newKey()];
	const result = await completeResponse(id, key, saving(answers));
	if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
	return { id, key, owner: result.report.slice('/r/'.length) };
}

const linkIn = (survey: string): readonly [id: string, key: string] => {
	const [, id = '', key = ''] = /#continue=([0-9a-f-]{36})\.([\w-]+)$/.exec(survey) ?? [];
	return [id, key];
};

describe('whose it is', () => {
	test('the edit key opens it, and no other key does', async () => {
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, saving({ role: ['seller', 1] }));
		expect(await readResponse(id, key)).toMatchObject({ id, instrument: 'small', state: 'open', report: null });
		expect(await readResponse(id, newKey())).toBeNull();
		expect(await readResponse(newId(), key)).toBeNull();
	});

	test('a wrong key saves and completes nothing, and learns nothing', async () => {
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, saving({ role: ['seller', 1] }));
		expect(await saveResponse(id, newKey(), saving({ role: ['other', 9] }))).toEqual({ kind: 'unknown' });
		expect(await completeResponse(id, newKey(), saving({}))).toEqual({ kind: 'unknown' });
		expect((await readResponse(id, key))?.answers['role']?.value).toBe('seller');
	});

	test('a resume key goes on with it on another device, always the same one', async () => {
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, saving({ role: ['seller', 1] }));
		const resume = (await resumeKey(id, key)) ?? '';
		expect(resume).toMatch(/^[\w-]{32}$/);
		expect(await resumeKey(id, resume)).toBe(resume);
		expect(await saveResponse(id, resume, saving({ role: ['other', 2] }))).toMatchObject({ kind: 'saved' });
		expect((await readResponse(id, key))?.answers['role']?.value).toBe('other');
		expect(await resumeKey(id, newKey())).toBeNull();
	});

	test('a resume key of another response, and every report key, opens nothing to answer', async () => {
		const mine = await completed();
		const shared = await share(mine.owner, 'whole');
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, saving({}));
		const resume = (await resumeKey(id, key)) ?? '';
		for (const other of [resume, mine.owner, shared?.path.slice(3) ?? '']) {
			expect(await readResponse(mine.id, other)).toBeNull();
			expect(await saveResponse(mine.id, other, saving({}))).toEqual({ kind: 'unknown' });
		}
		expect(await reportFor(resume)).toBeNull();
	});

	test('no key stands in the database, only hashes', async () => {
		const { id, key, owner } = await completed();
		const rows = JSON.stringify([
			await (await database()).selectFrom('responses').selectAll().where('id', '=', id).execute(),
			await (await database()).selectFrom('keys').selectAll().where('response', '=', id).execute()
		]);
		expect(rows).not.toContain(key);
		expect(rows).not.toContain(owner);
	});
});

describe('what it is pinned to', () => {
	const edited: Readonly<Record<string, string>> = {
		...smallContent,
		'small/20-work/10-first.md': smallContent['small/20-work/10-first.md']?.replace('We plan.', 'We plan ahead.') ?? ''
	};
	const put = (files: Readonly<Record<string, string>>) => {
		for (const path of ['small/20-work/10-first.md', 'small/20-work/30-third.md']) {
			const text = files[path];
			if (text === undefined) rmSync(join(world.content, path), { force: true });
			else writeFileSync(join(world.content, path), text);
		}
	};
	afterEach(() => put(smallContent));

	test('a response goes on with the questions it was started with', async () => {
		const [id, key] = [newId(), newKey()];
		await saveResponse(id, key, saving({ role: ['seller', 1] }));
		const before = (await readResponse(id, key))?.hash;
		const { 'small/20-work/30-third.md': _, ...without } = edited;
		put(without);
		expect(content().instruments.get('small')?.hash).not.toBe(before);
		// The question that was taken out is still one of this response's.
		expect(await saveResponse(id, key, saving({ third: ['agree', 2] }))).toMatchObject({ kind: 'saved' });
		expect(await readResponse(id, key)).toMatchObject({ hash: before });
		expect(await saveResponse(newId(), newKey(), saving({ third: ['agree', 2] }))).toMatchObject({ kind: 'invalid' });
	});

	test('a new response is pinned to what its participant saw, if that is known, else to what is there now', async () => {
		const old = content().instruments.get('small')?.hash;
		await saveResponse(newId(), newKey(), saving({}));
		put(edited);
		const now = content().instruments.get('small')?.hash;
		for (const [hash, expected] of [
			[old, old],
			['f'.repeat(64), now],
			[undefined, now]
		]) {
			const [id, key] = [newId(), newKey()];
			await saveResponse(id, key, saving({}, hash === undefined ? {} : { hash }));
			expect((await readResponse(id, key))?.hash).toBe(expected);
		}
	});

	test('an old report is the same after the content was edited and the server started again', async () => {
		const { owner } = await completed();
		const before = JSON.stringify(await reportFor(owner));
		put(edited);
		await closeDatabase();
		vi.resetModules();
		const restarted = await import('#lib/server/reports.ts');
		expect(JSON.stringify(await restarted.reportFor(owner))).toBe(before);
	});
});

describe('completing', () => {
	test('gives the report, and the same again, whatever is sent the second time', async () => {
		const { id, key, owner } = await completed();
		expect(await completeResponse(id, key, saving(all))).toEqual({ kind: 'completed', report: `/r/${owner}` });
		expect(await completeResponse(id, key, saving({ role: ['other', 99] }))).toEqual({
			kind: 'completed',
			report: `/r/${owner}`
		});
		expect((await readResponse(id, key))?.answers['role']?.value).toBe('seller');
		expect((await readResponse(id, key))?.report).toBe(`/r/${owner}`);
	});

	test('is the same after a restart: the key is derived, not remembered', async () => {
		const { id, key, owner } = await completed();
		await closeDatabase();
		expect(await completeResponse(id, key, saving(all))).toEqual({ kind: 'completed', report: `/r/${owner}` });
	});

	test('ends saving', async () => {
		const { id, key } = await completed();
		expect(await saveResponse(id, key, saving({ role: ['other', 99] }))).toEqual({ kind: 'already-completed' });
	});

	test('carries the answers by itself, when no save ever arrived', async () => {
		const { owner } = await completed();
		const opened = await reportFor(owner);
		expect(opened).toMatchObject({ access: 'owner', scope: 'whole', instrument: 'small' });
		expect(opened?.report.response.revision).toBe(1);
	});

	test('one bad answer completes nothing and keeps nothing', async () => {
		const [id, key] = [newId(), newKey()];
		const result = await completeResponse(id, key, saving({ role: ['seller', 1], days: [1000, 2] }));
		expect(result).toMatchObject({ kind: 'invalid', problems: [{ where: 'answers.days' }] });
		expect(await readResponse(id, key)).toBeNull();
	});
});

describe('reopening', () => {
	test('makes a new revision; until it is completed the report stays as it was', async () => {
		const { id, key, owner } = await completed();
		const before = JSON.stringify((await reportFor(owner))?.report);
		const result = await reopen(owner);
		if (result.kind !== 'reopened') throw new Error(result.kind);
		const [linked, resume] = linkIn(result.survey);
		expect(linked).toBe(id);
		expect(result.survey).toMatch(/^\/small\/survey#/);
		await saveResponse(id, resume, saving({ first: ['disagree', 10] }));
		expect(JSON.stringify((await reportFor(owner))?.report)).toBe(before);
		expect(await readResponse(id, key)).toMatchObject({ state: 'open', revision: 2 });
		expect(await completeResponse(id, resume, saving({ first: ['disagree', 10] }))).toEqual({
			kind: 'completed',
			report: `/r/${owner}`
		});
		expect((await reportFor(owner))?.report.response).toEqual({ id, revision: 2 });
		expect(
			(await exportOf(owner))?.revisions.map(({ revision, answers }) => [revision, answers['first']?.value])
		).toEqual([
			[1, 'agree'],
			[2, 'disagree']
		]);
	});

	test('a completion of the first revision that arrives late does not complete the second', async () => {
		const { id, key, owner } = await completed();
		await reopen(owner);
		await saveResponse(id, key, saving({ first: ['disagree', 10] }));
		expect(await completeResponse(id, key, saving(all))).toEqual({ kind: 'completed', report: `/r/${owner}` });
		expect(await readResponse(id, key)).toMatchObject({ state: 'open', revision: 2 });
		expect(await completeResponse(id, key, saving({}))).toMatchObject({ kind: 'completed' });
		expect(await readResponse(id, key)).toMatchObject({ state: 'completed', revision: 2 });
	});

	test('twice is once', async () => {
		const { id, key, owner } = await completed();
		expect(await reopen(owner)).toEqual(await reopen(owner));
		expect((await readResponse(id, key))?.revision).toBe(2);
	});

	test('ends after 24 hours, and the report says until when', async () => {
		const { owner } = await completed();
		const until = (await reportFor(owner))?.reopenableUntil ?? '';
		expect(Date.parse(until) - Date.now()).toBeGreaterThan(23.9 * 3_600_000);
		vi.useFakeTimers({ toFake: ['Date'], now: Date.parse(until) + 1 });
		expect(await reopen(owner)).toEqual({ kind: 'too-late' });
		expect((await reportFor(owner))?.reopenableUntil).toBeNull();
	});

	test('is for the owner only', async () => {
		const { owner, key } = await completed();
		const shared = await share(owner, 'whole');
		for (const other of [shared?.path.slice(3) ?? '', key, newKey(), ''])
			expect(await reopen(other)).toEqual({ kind: 'unknown' });
	});
});

describe('sharing', () => {
	test('a share reads the part it was made for, until it is revoked', async () => {
		const { owner } = await completed();
		const company = await share(owner, 'company');
		const whole = await share(owner, 'whole');
		const key = company?.path.slice(3) ?? '';
		expect(await sharesOf(owner)).toEqual([company, whole]);
		expect(await reportFor(key)).toMatchObject({
			access: 'share',
			scope: 'company',
			reopenableUntil: null,
			report: { scope: 'company' }
		});
		expect(await unshare(owner, company?.id ?? '')).toBe(true);
		expect(await unshare(owner, company?.id ?? '')).toBe(false);
		expect(await reportFor(key)).toBeNull();
		expect(await sharesOf(owner)).toEqual([whole]);
		expect((await share(owner, 'company'))?.path).not.toBe(company?.path);
	});

	test("nobody shares with a share, nor revokes another's", async () => {
		const [mine, other] = [await completed(), await completed()];
		const made = await share(mine.owner, 'whole');
		const key = made?.path.slice(3) ?? '';
		expect(await share(key, 'whole')).toBeNull();
		expect(await sharesOf(key)).toEqual([]);
		expect(await unshare(other.owner, made?.id ?? '')).toBe(false);
		expect(await unshare(mine.owner, '1 or 1=1')).toBe(false);
		expect(await reportFor(key)).not.toBeNull();
	});
});

describe('one person', () => {
	test('gets everything that is kept, and no key', async () => {
		const { id, owner } = await completed();
		await share(owner, 'company');
		const kept = await exportOf(owner);
		expect(kept).toMatchObject({
			response: { id, instrument: 'small', answers: { role: { value: 'seller', at: 1 } } },
			shares: [{ scope: 'company' }]
		});
		expect(kept?.response).not.toHaveProperty('edit_key');
		expect(JSON.stringify(kept)).not.toContain(owner);
		expect(await exportOf(newKey())).toBeNull();
	});

	test('is erased: rows, keys, links, and what is still on its way', async () => {
		const { id, key, owner } = await completed();
		const shared = await share(owner, 'whole');
		expect(await erase(shared?.path.slice(3) ?? '')).toBe(false);
		expect(await erase(owner)).toBe(true);
		expect(await erase(owner)).toBe(false);
		for (const link of [owner, shared?.path.slice(3) ?? '']) expect(await reportFor(link)).toBeNull();
		expect(await readResponse(id, key)).toBeNull();
		expect(await saveResponse(id, key, saving({ role: ['seller', 99] }))).toEqual({ kind: 'unknown' });
		expect(await completeResponse(id, key, saving(all))).toEqual({ kind: 'unknown' });
		const db = await database();
		for (const table of ['revisions', 'keys'] as const) {
			expect(await db.selectFrom(table).selectAll().where('response', '=', id).execute()).toEqual([]);
		}
	});
});
