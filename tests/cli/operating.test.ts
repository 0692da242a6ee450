// README's chapter on operating: every block of commands is run as it stands there, in its order, and does what it says.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '#lib/server/database/connect.ts';
import { post } from '#lib/server/outbox.ts';
import { variableNames } from '#lib/server/env.ts';
import { newCheckout } from '../support/checkout.ts';
import type { Run } from '../support/cli.ts';
import { newCluster, type Cluster } from '../support/postgres.ts';
import { blocksOf, chapter, type Block } from '../support/readme.ts';
import { startServer, type Running } from '../support/server.ts';
import { MailServer } from '../support/smtp.ts';
import { newId, newKey } from '../support/world.ts';

type Person = { readonly id: string; readonly key: string; readonly report: string };

const checkout = newCheckout();
const within = (...path: string[]): string => join(checkout.folder, ...path);
const mail = new MailServer();
let cluster: Cluster;
let server: Running | null = null;
let settings: Record<string, string>;
let first: Person;
let before: string;

beforeAll(async () => {
	cluster = await newCluster();
	await mail.start();
	settings = {
		DATA_DIR: within('data'),
		CONTENT_DIR: within('content'),
		PUBLIC_URL: 'https://survey.example.com',
		SMTP_URL: mail.url,
		POSTGRES_URL: cluster.url
	};
	await serving();
	first = await taken();
	before = await reportOf(first);
}, 120_000);

afterAll(async () => {
	await server?.stop();
	await mail.stop();
	await cluster.remove();
	checkout.remove();
});

async function serving(more: Readonly<Record<string, string>> = {}): Promise<void> {
	server ??= await startServer({ ...settings, ...more });
}

async function stopped(): Promise<void> {
	await server?.stop();
	server = null;
}

const send = (
	method: string,
	path: string,
	{ key = '', json }: { key?: string; json?: unknown } = {}
): Promise<Response> =>
	fetch(`${server?.url}${path}`, {
		method,
		headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
		...(json === undefined ? {} : { body: JSON.stringify(json) })
	});

/** Somebody answers, asks for the link by mail where an address is given, and completes. */
async function taken(email?: string): Promise<Person> {
	const [id, key] = [newId(), newKey()];
	const path = `/api/v1/responses/${id}`;
	const answers = {
		role: { value: 'seller', at: 1 },
		first: { value: 'agree', at: 2 },
		second: { value: 'agree', at: 3 }
	};
	const json = { instrument: 'sales-velocity', version: '1.0.0', answers };
	expect((await send('PUT', path, { key, json })).status).toBe(200);
	if (email !== undefined)
		expect((await send('POST', `${path}/resume-link`, { key, json: { email } })).status).toBe(202);
	const completed = await send('POST', `${path}/complete`, { key, json });
	expect(completed.status).toBe(200);
	return { id, key, report: ((await completed.json()) as { report: string }).report };
}

const reportOf = async ({ report }: Person): Promise<string> => (await send('GET', `${report}/report.json`)).text();
const statusOf = async ({ report }: Person): Promise<number> => (await send('GET', `${report}/report.json`)).status;

const idsIn = (csv: string): readonly string[] =>
	parse<Record<string, string>>(readFileSync(within(csv)), { columns: true }).map(({ id = '' }) => id);

async function run({ text }: Block, more: Readonly<Record<string, string>> = {}): Promise<Run> {
	const wantsItStopped = text.startsWith('# The server is stopped.\n');
	if (wantsItStopped) await stopped();
	const done = checkout.run(text, { ...settings, ...more });
	expect([done.status, done.err]).toEqual([0, expect.not.stringMatching(/bellwether: |expected /)]);
	if (wantsItStopped) await serving();
	return done;
}

/** By heading: what is there before a block is run, and what must be so after it. */
const blocks: Readonly<Record<string, (block: Block) => Promise<void>>> = {
	async 'Back up'(block) {
		mkdirSync(within('backups'));
		const old = Array.from({ length: 20 }, (_, day) => `bellwether-202601${String(day + 10)}T031500Z.backup`);
		for (const name of old) writeFileSync(within('backups', name), '');
		const { out } = await run(block);
		expect(out).toMatch(/spring\.backup is whole: of .*, 1 responses, /);
		const kept = readdirSync(within('backups')).filter((name) => name.startsWith('bellwether-'));
		expect(kept).toHaveLength(14);
		expect(kept).toContain(old.at(-1));
		expect(existsSync(within('backups', 'spring.backup'))).toBe(true);
	},
	async Practise(block) {
		await run(block);
		expect(idsIn('drill.csv')).toEqual([first.id]);
		expect(existsSync(within('drill'))).toBe(false);
	},
	async Restore(block) {
		const later = await taken();
		const { out } = await run(block);
		expect(out).toMatch(/^What was there before is in .*bellwether\.db\.before-restore-\w+\.$/m);
		expect([await reportOf(first), await statusOf(later)]).toEqual([before, 404]);
	},
	async 'Export and erase'(block) {
		const people = [await taken('jo@example.org'), await taken()] as const;
		const { out } = await run(block, { RESPONSE: people[1].id });
		expect(out).toBe('Erased 1 response.\nErased 1 response.\nErased 0 responses over time.\n');
		expect(idsIn('responses.csv')).toEqual([first, ...people].map(({ id }) => id).toSorted());
		expect(readFileSync(within('responses.jsonl'), 'utf8').trimEnd().split('\n')).toHaveLength(3);
		expect(readFileSync(within('codebook.csv'), 'utf8')).toContain('What is your role?');
		expect([await reportOf(first), await statusOf(people[0]), await statusOf(people[1])]).toEqual([before, 404, 404]);
	},
	async 'The outbox'(block) {
		// Of a kind that this program does not know: nobody is at it, so it can be seen waiting.
		await asKeeper(async ({ db }) => {
			for (const id of ['lost', 'found'])
				await db.transaction().execute((inside) => post(inside, { id, kind: 'other', payload: {} }));
			await db.updateTable('outbox').set({ state: 'dead', attempts: 10 }).where('kind', '=', 'other').execute();
		});
		const { out } = await run(block, { MESSAGE: 'found' });
		expect(out).toMatch(/^lost +other +dead +10 /m);
		expect(out.trimEnd().split('\n').slice(-2)).toEqual([
			'2 will be tried again at once.',
			'1 will be tried again at once.'
		]);
		await asKeeper(async ({ db }) => {
			const rows = await db.selectFrom('outbox').select(['state', 'attempts']).where('kind', '=', 'other').execute();
			expect(rows).toEqual([1, 2].map(() => ({ state: 'waiting', attempts: 0 })));
		});
	},
	async Upgrade(block) {
		expect((await run(block)).out).toMatch(/before-upgrade\.backup is whole: of .*, 1 responses, /);
	},
	async 'Go back'(block) {
		const later = await taken();
		await run(block);
		expect([await reportOf(first), await statusOf(later)]).toEqual([before, 404]);
	},
	async 'From SQLite to PostgreSQL'(block) {
		await run(block);
		expect(idsIn('moved.csv')).toEqual([first.id]);
		await stopped();
		await serving({ DATABASE_URL: cluster.url });
		expect(await reportOf(first)).toBe(before);
		expect(await statusOf(await taken())).toBe(200);
	}
};

async function asKeeper(work: (found: Awaited<ReturnType<typeof connect>>) => Promise<void>): Promise<void> {
	const found = await connect(pathToFileURL(within('data', 'bellwether.db')).href, { alone: false });
	try {
		await work(found);
	} finally {
		await found.close();
	}
}

describe('the commands', () => {
	const shown = blocksOf('Operating', 'sh');

	test('each block has a heading of its own, under which it is known here', () => {
		expect(shown.map(({ heading }) => heading)).toEqual(Object.keys(blocks));
	});

	test.each(shown)('$heading', async (block) => blocks[block.heading]?.(block), 120_000);
});

test('every address and figure in the tables is there, and no figure is left out', async () => {
	const text = chapter('Operating');
	for (const path of ['/healthz', '/readyz']) {
		expect(text).toContain(`| \`${path}\``);
		expect((await send('GET', path)).status).toBe(200);
	}
	const served = new Set((await (await send('GET', '/metrics')).text()).match(/^bellwether_\w+/gm));
	expect(new Set(text.match(/(?<=^\| `)bellwether_\w+/gm))).toEqual(served);
});

test('every variable that is read stands in the table of the configuration, and no other', () => {
	const rows = chapter('Configuration').match(/^\| `.*?\|/gm) ?? [];
	const named = rows.flatMap((row) => [...row.matchAll(/`(\w+)`/g)].map(([, name]) => name));
	expect(named.toSorted()).toEqual([...variableNames].toSorted());
});
