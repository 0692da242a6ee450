// From answers to peers: an edition is counted from what was answered here, and later reports compare with it.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { answersOf } from '#core/simulation/simulate.ts';
import type { Report } from '#core/report/report.ts';
import { buildEditions } from '#lib/server/benchmarks.ts';
import { editionsOf } from '#lib/server/edition-rows.ts';
import { eraseAll } from '#lib/server/erasing.ts';
import { reportFor } from '#lib/server/reports.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { score } from '#core/scores/score.ts';
import { answersTo } from '../support/answers.ts';
import { flagship } from '../support/flagship.ts';
import { makeWorld, newId, newKey } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content' });
afterAll(() => world.stop());

type Taken = { readonly id: string; readonly key: string };

/** Somebody invented answers the flagship. Their quality is that of a person who takes time. */
async function taken(number: number): Promise<Taken> {
	const values = Object.entries(answersOf(flagship, 7, number));
	const id = newId();
	const result = await completeResponse(id, newKey(), {
		instrument: flagship.id,
		version: flagship.version,
		// Ten seconds from one answer to the next.
		answers: Object.fromEntries(values.map(([question, value], at) => [question, { value, at: 10_000 * (at + 1) }]))
	});
	if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
	return { id, key: result.report.slice('/r/'.length) };
}

const reportOf = async ({ key }: Taken): Promise<Report> => {
	const found = await reportFor(key);
	if (found === null) throw new Error('there is no report');
	return found.report;
};
const build = (day: number) => buildEditions(new Date(Date.UTC(2027, 0, day)), { only: flagship.id });

/** The first from this number on who answered enough for an index of the company. */
function sound(from: number): number {
	for (let number = from; ; number++) {
		const answers = answersTo(flagship, answersOf(flagship, 7, number));
		if ((score(flagship, answers).indices['company']?.tenths ?? null) !== null) return number;
	}
}

const early: Taken[] = [];
beforeAll(async () => {
	for (let number = 1; number <= 120; number++) early.push(await taken(number));
});

test('nobody is compared before there is an edition', async () => {
	expect(JSON.stringify(await reportOf(early[0] as Taken))).toContain('opens at 10 companies');
});

test('who answers after the first edition is compared with it, and who answered before is not', async () => {
	const [built] = await build(1);
	const members = built?.edition?.cells[0]?.measures['company']?.n ?? 0;
	expect(members).toBeGreaterThanOrEqual(20);
	const told = await reportOf(await taken(sound(121)));
	expect(told.edition).toBe(built?.edition?.id);
	expect(JSON.stringify(told)).toMatch(
		new RegExp(`"\\d+% \\(\\d+ to \\d+%\\): \\d+% of ${members - (members % 5)} peers scored better\\.`)
	);
	expect(JSON.stringify(told)).toContain('Edition of 1 January 2027');
	expect((await reportOf(early[0] as Taken)).edition).toBeNull();
});

test('an edition stays as it was, and a report with it, also when others are erased and a newer one is there', async () => {
	const mine = await taken(sound(130));
	const before = JSON.stringify(await reportOf(mine));
	await eraseAll(early.slice(0, 60).map(({ id }) => id));
	await build(2);
	expect(await editionsOf()).toHaveLength(2);
	expect(JSON.stringify(await reportOf(mine))).toBe(before);
	expect((await reportOf(await taken(sound(140)))).edition).not.toBe((await reportOf(mine)).edition);
});
