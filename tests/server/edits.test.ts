// A hundred edits of an instrument while people are answering it: no answer is lost, and no report changes.
import { rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { mkdirSync } from 'node:fs';
import { afterAll, expect, test, vi } from 'vitest';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { chanceFrom } from '#core/simulation/chance.ts';
import { respondent } from '#core/simulation/respondent.ts';
import { content } from '#lib/server/content.ts';
import { closeDatabase } from '#lib/server/database/database.ts';
import { instrumentByHash } from '#lib/server/instruments.ts';
import { reportFor } from '#lib/server/reports.ts';
import { completeResponse, readResponse, saveResponse } from '#lib/server/responses.ts';
import { edited, type Files } from '../support/content-edits.ts';
import { smallContent } from '../support/small-content.ts';
import { makeWorld, newId, newKey } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const EDITS = 100;
const chance = chanceFrom(5);

type Open = {
	readonly id: string;
	readonly key: string;
	readonly hash: string;
	values: Record<string, Value>;
	at: number;
};

/** Puts these files in place of those; whether the program takes them. */
function put(from: Files, to: Files): boolean {
	for (const path of Object.keys(from)) if (!(path in to)) rmSync(join(world.content, path));
	for (const [path, text] of Object.entries(to)) {
		if (from[path] === text) continue;
		mkdirSync(dirname(join(world.content, path)), { recursive: true });
		writeFileSync(join(world.content, path), text);
	}
	try {
		content();
		return true;
	} catch {
		return false;
	}
}

const current = (): Instrument => {
	const instrument = content().instruments.get('small');
	if (instrument === undefined) throw new Error('there is no instrument');
	return instrument;
};

const body = (values: Readonly<Record<string, Value>>, at: number, hash: string) => ({
	instrument: 'small',
	version: '1.0.0',
	hash,
	answers: Object.fromEntries(Object.entries(values).map(([question, value]) => [question, { value, at }]))
});

async function begun(): Promise<Open> {
	const instrument = current();
	const open = {
		id: newId(),
		key: newKey(),
		hash: instrument.hash,
		values: { ...respondent(instrument, chance) },
		at: 1
	};
	expect(await saveResponse(open.id, open.key, body(open.values, 1, open.hash))).toMatchObject({ kind: 'saved' });
	return open;
}

const kept = async ({ id, key }: Open): Promise<Record<string, Value>> =>
	Object.fromEntries(
		Object.entries((await readResponse(id, key))?.answers ?? {}).flatMap(([question, { value }]) =>
			value === null ? [] : [[question, value]]
		)
	);

/** Somebody goes on: what was there is there, and what is said now joins it. */
async function goesOn(open: Open): Promise<void> {
	expect(await kept(open)).toEqual(open.values);
	const instrument = await instrumentByHash(open.hash);
	if (instrument === null) throw new Error('what was answered is not kept');
	const said = respondent(instrument, chance);
	open.at += 1;
	expect(await saveResponse(open.id, open.key, body(said, open.at, open.hash))).toMatchObject({ kind: 'saved' });
	open.values = { ...open.values, ...said };
}

test('no value is lost and each report stays as it was, to the byte', async () => {
	let files: Files = { ...smallContent };
	const open: Open[] = [];
	const reports = new Map<string, string>();
	const hashes = new Set<string>();
	for (let turn = 1, taken = 0; taken < EDITS; turn += 1) {
		const next = edited(files, chance, turn);
		open.push(await begun());
		if (!put(files, next)) {
			expect(put(next, files)).toBe(true);
			continue;
		}
		files = next;
		taken += 1;
		hashes.add(current().hash);
		for (let each = 0; each < 3; each += 1) await goesOn(chance.of(open));
		const done = open.splice(chance.under(open.length), 1)[0];
		if (done === undefined) continue;
		const result = await completeResponse(done.id, done.key, body(done.values, done.at, done.hash));
		if (result.kind !== 'completed') throw new Error(JSON.stringify(result));
		const owner = result.report.slice('/r/'.length);
		reports.set(owner, JSON.stringify(await reportFor(owner)));
		const [some] = [chance.of([...reports.keys()])];
		expect(JSON.stringify(await reportFor(some))).toBe(reports.get(some));
	}
	for (const each of open) expect(await kept(each)).toEqual(each.values);
	expect(hashes.size).toBeGreaterThan(EDITS * 0.9);

	await closeDatabase();
	vi.resetModules();
	const restarted = await import('#lib/server/reports.ts');
	for (const [owner, before] of reports) expect(JSON.stringify(await restarted.reportFor(owner))).toBe(before);
	expect(reports.size).toBe(EDITS);
});
