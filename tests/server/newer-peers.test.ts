// An owner lets a report compare with the newest edition; nobody else can, and a report that was not moved stays as it was.
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Report } from '#core/report/report.ts';
import type { Edition } from '#core/standing/edition.ts';
import { majorOf } from '#lib/server/contribution-rows.ts';
import { database } from '#lib/server/database/database.ts';
import { keepEdition } from '#lib/server/edition-rows.ts';
import { moveToNewestPeers } from '#lib/server/newer-peers.ts';
import { reportFor } from '#lib/server/reports.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { share } from '#lib/server/shares.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { score } from '#core/scores/score.ts';
import { textsOf } from '#core/report/texts.ts';
import { answersTo } from '../support/answers.ts';
import { peersOf } from '../support/edition.ts';
import { flagship } from '../support/flagship.ts';
import { call, makeWorld, newId, newKey } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content' });
afterAll(() => world.stop());

const scope = { instrument: flagship.id, major: majorOf(flagship.version) };
const kept = async (edition: Edition, origin: 'own' | 'imported' = 'own'): Promise<void> =>
	keepEdition(await database(), scope, edition, origin);
const counted = (id: string, n: number, date: string): Edition => peersOf(flagship, n, { id, date, source: '' });

/** Somebody whose company has an index. */
const values = (() => {
	for (let number = 1; ; number++) {
		const found = answersOf(flagship, 7, number);
		if ((score(flagship, answersTo(flagship, found)).indices['company']?.tenths ?? null) !== null) return found;
	}
})();

async function taken(): Promise<string> {
	const answers = Object.entries(values).map(([question, value], at) => [question, { value, at: at + 1 }]);
	const result = await completeResponse(newId(), newKey(), {
		instrument: flagship.id,
		version: flagship.version,
		answers: Object.fromEntries(answers) as unknown
	});
	if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
	return result.report.slice('/r/'.length);
}

const reportOf = async (key: string): Promise<Report> => {
	const found = await reportFor(key);
	if (found === null) throw new Error('there is no report');
	return found.report;
};
const post = (key: string, form = true) =>
	call('POST', `/r/${key}/peers`, form ? { body: new URLSearchParams() } : { json: {} });

let mine: string;
let other: string;
let early: string;
beforeAll(async () => {
	await kept(peersOf(flagship, 300, { id: 'elsewhere', date: '2026-02-01' }), 'imported');
	early = await taken();
	await kept(counted('first', 120, '2026-05-01'));
	[mine, other] = [await taken(), await taken()];
});

test('while there is nothing newer, nothing is offered and asking changes nothing', async () => {
	const before = JSON.stringify(await reportOf(mine));
	expect((await reportFor(mine))?.newerPeers).toBeNull();
	expect((await post(mine)).status).toBe(303);
	expect(JSON.stringify(await reportOf(mine))).toBe(before);
});

test('one that tells of nobody yet is not offered', async () => {
	await kept(counted('tiny', 9, '2026-05-02'));
	expect((await reportFor(mine))?.newerPeers).toBeNull();
});

test('whoever answered before the first edition stands among the published peers, and keeps them', async () => {
	const told = await reportOf(early);
	expect(told.edition).toBe('elsewhere');
	expect(textsOf(told).join('\n')).toMatch(/300 published peers scored better/);
	expect((await reportOf(mine)).edition).toBe('first');
	await kept(peersOf(flagship, 400, { id: 'elsewhere-2', date: '2026-01-01' }), 'imported');
	expect((await reportOf(early)).edition).toBe('elsewhere');
	// The newest by its own date, not by the day on which it was imported.
	await taken();
	const rows = await (await database()).selectFrom('revisions').select('published').execute();
	expect(new Set(rows.map(({ published }) => published))).toEqual(new Set(['elsewhere']));
});

test('a newer one is offered to the owner alone, and only when asked for is it compared with', async () => {
	const before = JSON.stringify(await reportOf(mine));
	await kept(counted('second', 180, '2026-11-01'));
	const shared = await share(mine, 'company');
	const copy = shared?.path.slice('/r/'.length) ?? '';
	expect((await reportFor(mine))?.newerPeers).toBe('2026-11-01');
	expect((await reportFor(copy))?.newerPeers).toBeNull();
	expect(await moveToNewestPeers(copy)).toBe(false);
	expect(JSON.stringify(await reportOf(mine))).toBe(before);

	const response = await post(mine);
	expect([response.status, response.headers.get('location')]).toEqual([303, `/r/${mine}#newer-peers`]);
	expect(response.headers.get('cache-control')).toBe('no-store, private');
	const moved = await reportOf(mine);
	expect(moved.edition).toBe('second');
	const texts = textsOf(moved);
	expect(texts.some((text) => text.includes('edition of 1 November 2026 instead of that of 1 May 2026'))).toBe(true);
	expect(texts).toEqual(expect.arrayContaining(['1 May 2026', '1 November 2026', '120', '180']));
	const company = textsOf(await reportOf(copy)).join('\n');
	expect(company).toContain('Your company among peers, then and now');
	expect(company).not.toContain('You among peers');
});

test('done again it changes nothing, and says so to a program as well', async () => {
	const before = JSON.stringify(await reportOf(mine));
	const response = await post(mine, false);
	expect(response.status).toBe(200);
	const { link } = (await response.json()) as { link: string };
	expect(link.endsWith(`/r/${mine}`)).toBe(true);
	expect(JSON.stringify(await reportOf(mine))).toBe(before);
	expect((await reportFor(mine))?.newerPeers).toBeNull();
});

test('a report that was not moved stays with the edition that it has', async () => {
	expect((await reportOf(other)).edition).toBe('first');
	expect(textsOf(await reportOf(other)).join('\n')).not.toContain('1 November 2026');
});
