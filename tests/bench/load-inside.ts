// Fifty answers saved at once inside this process, beside better-sqlite3 writing rows of the same size in the same group.
import Sqlite from 'better-sqlite3';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeDatabase } from '#lib/server/database/database.ts';
import { readResponse, saveResponse } from '#lib/server/responses.ts';
import { flagship } from '../support/flagship.ts';
import { compared, perSecond, told, type Figure } from './figure.ts';
import { everything } from './responses.ts';
import { ratio, rounds } from './rounds.ts';

const GROUP = 50;
const GROUPS = 40;
const ROUNDS = 9;

export async function measureInside(): Promise<readonly Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-load-'));
	process.env['DATA_DIR'] = join(folder, 'data');
	const people = Array.from({ length: GROUP }, () => ({ id: randomUUID(), key: randomUUID() }));
	const { id: instrument, version } = flagship;
	const questions = Object.entries(everything);
	const body = (answers: typeof questions, at: number) => ({
		instrument,
		version,
		answers: Object.fromEntries(answers.map(([question, value]) => [question, { value, at }]))
	});
	try {
		let at = 1;
		for (const { id, key } of people) await saveResponse(id, key, body(questions, at));
		const [{ id, key } = { id: '', key: '' }] = people;
		const text = JSON.stringify((await readResponse(id, key))?.answers ?? {});
		const raw = rawRows(join(folder, 'raw.db'), text);
		const size = text.length;
		const ours = async (): Promise<number> => {
			const began = performance.now();
			for (let group = 0; group < GROUPS; group += 1) {
				at += 1;
				const answer = questions.slice(at % questions.length).slice(0, 1);
				const saved = await Promise.all(people.map(({ id, key }) => saveResponse(id, key, body(answer, at))));
				if (saved.some(({ kind }) => kind !== 'saved')) throw new Error('a save was refused');
			}
			return (GROUP * GROUPS * 1000) / (performance.now() - began);
		};
		const found = await rounds(ROUNDS, { ours, peer: () => raw.writing(), merging: () => raw.merging() }, 2);
		raw.close();
		const name = `${GROUP} saves at once, in process`;
		const rows = `${GROUP} rows of ${size} bytes a transaction`;
		return [
			compared({
				name: `${name} | better-sqlite3 writes ${rows}`,
				unit: perSecond,
				ours: found.ours,
				peer: found.peer,
				ratio: ratio(found.ours, found.peer),
				limit: { at: 'least', ratio: 0.5 }
			}),
			told(`${name} | better-sqlite3 reads, parses, changes and writes ${rows}`, perSecond, found.ours, found.merging)
		];
	} finally {
		await closeDatabase();
		rmSync(folder, { recursive: true, force: true });
	}
}

/** The library alone: as many rows, as large, made as durable, by prepared statements. */
function rawRows(file: string, text: string): { writing(): number; merging(): number; close(): void } {
	const db = new Sqlite(file);
	for (const pragma of ['journal_mode = wal', 'synchronous = full', 'secure_delete = on']) db.pragma(pragma);
	db.exec('create table responses (id text primary key not null, answers text not null, updated_at text not null)');
	const ids = Array.from({ length: GROUP }, () => randomUUID());
	const insert = db.prepare('insert into responses values (?, ?, ?)');
	for (const id of ids) insert.run(id, text, new Date().toISOString());
	const find = db.prepare('select answers from responses where id = ?').pluck();
	const update = db.prepare('update responses set answers = ?, updated_at = ? where id = ?');
	const rate = (next: (id: string) => string): number => {
		const began = performance.now();
		for (let group = 0; group < GROUPS; group += 1) {
			db.exec('begin immediate');
			for (const id of ids) update.run(next(id), new Date().toISOString(), id);
			db.exec('commit');
		}
		return (GROUP * GROUPS * 1000) / (performance.now() - began);
	};
	return {
		writing: () => rate(() => text),
		merging: () =>
			rate((id) => JSON.stringify({ ...(JSON.parse(String(find.get(id))) as object), changed: performance.now() })),
		close: () => void db.close()
	};
}
