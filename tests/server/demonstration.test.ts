// A demonstration: filled alike from the same seed, marked for ever, sent to nobody, and never mixed with what is real.
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeBackup } from '#lib/server/backup/write.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { Unsound } from '#lib/server/backup/unsound.ts';
import { change, closeDatabase, connection, database, type Db } from '#lib/server/database/database.ts';
import { emptyTables, insertRows } from '#lib/server/database/tables.ts';
import { fill, foundHere, type Filled } from '#lib/server/demonstration/filling.ts';
import { isDemonstration } from '#lib/server/demonstration.ts';
import type { Handler } from '#lib/server/handler.ts';
import { canSendMail, mailHandlers, postMail } from '#lib/server/mail.ts';
import { claim } from '#lib/server/outbox.ts';
import { addPerson } from '#lib/server/people.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { Permanent } from '#lib/server/retries.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { contentFolder } from '../support/flagship.ts';
import { cookieOf } from '../support/signed-in.ts';
import { MailServer } from '../support/smtp.ts';
import { call, makeWorld, newId, newKey } from '../support/world.ts';

const mails = await new MailServer().start();
const world = makeWorld({ CONTENT_DIR: contentFolder, SMTP_URL: mails.url });
const wishes = { seed: 7, companies: 60, date: '2026-11-22' };
const backups = { invented: join(world.folder, 'invented.backup'), real: join(world.folder, 'real.backup') };
const silent = () => undefined;
let filled: Filled;
/** What a process that began before the mark was set would send with. */
let sendsMail: Handler | undefined;

const editions = async () =>
	(await database()).selectFrom('editions').select(['id', 'date', 'hash', 'document']).orderBy('id').execute();

/** As it was before anybody came, whatever it was for. */
const nothing = () =>
	change('test', async (db) => {
		await emptyTables(db);
		await db.deleteFrom('installation').execute();
	});

/** A process that starts on what is there. */
const restart = () => closeDatabase();

beforeAll(async () => {
	sendsMail = mailHandlers()['mail'];
	filled = await fill(wishes, silent);
}, 120_000);
afterAll(async () => {
	await world.stop();
	await mails.stop();
});

describe('what a demonstration holds', () => {
	test('is a history of editions, each of them marked, over two years of answers', async () => {
		const all = await editions();
		expect(all.length).toBeGreaterThanOrEqual(3);
		expect(all.length).toBe(filled.editions);
		for (const { document } of all) expect(JSON.parse(document)).toMatchObject({ demonstration: true });
		expect(all.at(-1)?.date).toBe(wishes.date);
		const db = await database();
		const { first, last } = await db
			.selectFrom('responses')
			.select((row) => [row.fn.min('completed_at').as('first'), row.fn.max('completed_at').as('last')])
			.executeTakeFirstOrThrow();
		expect(Date.parse(last ?? '') - Date.parse(first ?? '')).toBeGreaterThan(365 * 24 * 3_600_000);
	});

	test('groups the people of a company, as a real completion would leave them', async () => {
		const db = await database();
		const rows = await db
			.selectFrom('contributions')
			.innerJoin('responses', 'responses.id', 'contributions.response')
			.innerJoin('revisions', 'revisions.response', 'responses.id')
			.innerJoin('keys', 'keys.response', 'responses.id')
			.select(['contributions.company', 'contributions.person', 'contributions.at', 'revisions.completed_at'])
			.execute();
		expect(rows).toHaveLength(filled.responses);
		expect(new Set(rows.map(({ company }) => company)).size).toBe(wishes.companies);
		expect(new Set(rows.map(({ person }) => person)).size).toBe(filled.responses);
		expect(filled.responses).toBeGreaterThan(wishes.companies * 1.4);
		for (const { at, completed_at } of rows) expect(at).toBe(completed_at);
	});

	test('has leads of campaigns at addresses that belong to nobody', async () => {
		const db = await database();
		const leads = await db.selectFrom('leads').select(['address', 'campaign', 'finding']).execute();
		expect(leads.length).toBe(filled.leads);
		expect(leads.length).toBeGreaterThan(0);
		for (const { address } of leads) expect(address).toMatch(/^[a-z0-9.-]+@example\.(com|org|net)$/);
		const campaigns = await db.selectFrom('campaigns').select('id').execute();
		expect(campaigns).toHaveLength(2);
		expect(await db.selectFrom('visits').select('seen').execute()).not.toEqual([]);
		expect(await db.selectFrom('webhooks').select('id').execute()).toEqual([]);
		expect(await db.selectFrom('outbox').select('id').execute()).toEqual([]);
	});

	test('is the same from the same seed, and another from another', async () => {
		const before = await editions();
		const again = await fill(wishes, silent);
		expect(await editions()).toEqual(before);
		expect({ ...again, owner: null, report: null }).toEqual({ ...filled, owner: null, report: null });
		expect(again.owner.password).not.toBe(filled.owner.password);
		await fill({ ...wishes, seed: 8 }, silent);
		expect((await editions()).map(({ hash }) => hash)).not.toEqual(before.map(({ hash }) => hash));
		filled = await fill(wishes, silent);
	}, 120_000);

	test('opens to the owner that was printed, and to the report that was named', async () => {
		expect(await cookieOf(filled.owner.address, filled.owner.password)).not.toBe('');
		const report = (await (await call('GET', `${filled.report}/report.json`)).json()) as {
			cover: { notice: { label: string } };
		};
		expect(report.cover.notice.label).toBe('Demonstration');
	});
});

describe('every answer of a server that stands on one', () => {
	test.each(['/', '/sales-velocity', '/api/v1/instruments', '/api/v1/nowhere', '/nowhere', '/studio/sign-in'])(
		'%s says so to programs, and is not to be found by searching',
		async (path) => {
			const { headers } = await call('GET', path);
			expect(headers.get('x-bellwether-demonstration')).toBe('1');
			expect(headers.get('x-robots-tag')).toBe('noindex');
		}
	);

	test('tells its pages to say so to people', async () => {
		expect(await (await call('GET', '/sales-velocity')).json()).toMatchObject({ isDemonstration: true });
	});

	test('sends no mail: what waits goes on waiting, and what was already taken is refused', async () => {
		const response = (await (await database()).selectFrom('responses').select('id').executeTakeFirstOrThrow()).id;
		await change('test', (db) =>
			postMail(db, { kind: 'mail', destination: 'a@example.org', response, payload: { template: 'reminder' } })
		);
		expect([canSendMail(), mailHandlers()]).toEqual([false, {}]);
		const [claimed] = await claim(['mail'], 1, new Date());
		if (claimed === undefined || sendsMail === undefined) throw new Error('nothing was there to be sent');
		await expect(sendsMail(claimed, new AbortController().signal)).rejects.toThrow(Permanent);
		expect(mails.mails).toEqual([]);
	});
});

describe('what is real', () => {
	const whyNot = async (file: string): Promise<string> =>
		restore(file, { replace: true }).then(
			() => 'restored',
			(error: unknown) => (error instanceof Unsound ? error.problem.code : String(error))
		);

	test('never gives way to a demonstration, by filling or by a backup, nor a demonstration to it', async () => {
		await writeBackup(await connection(), backups.invented);
		await nothing();
		await restart();
		expect(await foundHere()).toBe('empty');
		const completed = await completeResponse(newId(), newKey(), {
			instrument: 'sales-velocity',
			version: '1.0.0',
			answers: { role: { value: 'seller', at: 1 } }
		});
		expect(completed.kind).toBe('completed');
		expect([await foundHere(), await isDemonstration()]).toEqual(['real', false]);
		await expect(fill(wishes, silent)).rejects.toThrow('the database is no demonstration');
		expect(await isDemonstration()).toBe(false);
		expect((await call('GET', '/')).headers.has('x-bellwether-demonstration')).toBe(false);
		await writeBackup(await connection(), backups.real);
		await restart();
		expect(await whyNot(backups.invented)).toBe('demonstration-mixed');
		expect(await foundHere()).toBe('real');

		await nothing();
		await restart();
		expect(await whyNot(backups.invented)).toBe('restored');
		expect([await foundHere(), await isDemonstration()]).toEqual(['filled', true]);
		await restart();
		expect(await whyNot(backups.real)).toBe('demonstration-mixed');
		expect(await foundHere()).toBe('filled');
	}, 120_000);

	test.each([
		['a person', (db: Db) => addPerson(db, { name: 'Ada', address: 'ada@example.org', role: 'owner' }, 'hash')],
		['a campaign', (db: Db) => campaignFor(db, 'spring')],
		[
			'an edition',
			(db: Db) =>
				insertRows(db, 'editions', [
					{
						...{ id: 'x', instrument: 'sales-velocity', major: 1, date: '2026-01-01', origin: 'own', hash: '' },
						...{ document: '{}', signer: null, created_at: '2026-01-01T00:00:00.000Z' }
					}
				])
		]
	])('is recognised by %s alone', async (_what, write) => {
		await nothing();
		await restart();
		await change('test', async (db) => void (await write(db)));
		expect(await foundHere()).toBe('real');
	});
});
