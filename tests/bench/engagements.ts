// The brief of an engagement with 500 respondents beside that of one with 5; and 200 people who finish in the same second.
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { answersOf } from '#core/simulation/simulate.ts';
import { closeDatabase, database } from '#lib/server/database/database.ts';
import { createEngagement } from '#lib/server/engagement/changes.ts';
import { forgetAnswered } from '#lib/server/engagement/answered.ts';
import { briefFor } from '#lib/server/engagement/brief.ts';
import { findEngagement, type Engagement } from '#lib/server/engagement/engagements.ts';
import { addInvitees, inviteeToken } from '#lib/server/engagement/invitee-changes.ts';
import { inviteesOf, type Invitee } from '#lib/server/engagement/invitees.ts';
import { portfolioPage } from '#lib/server/engagement/portfolio.ts';
import { forgetAmounts, resultsOf } from '#lib/server/engagement/results.ts';
import { paperPdf } from '#lib/server/pdf.ts';
import { migrate } from '#lib/server/database/migrate.ts';
import { migrations } from '#lib/server/database/migrations/index.ts';
import { connect } from '#lib/server/database/connect.ts';
import { keepInstruments } from '#lib/server/instruments.ts';
import { completeResponse } from '#lib/server/responses.ts';
import { log } from '#lib/server/log.ts';
import { flagship } from '../support/flagship.ts';
import { newCluster, newDatabase } from '../support/postgres.ts';
import { compared, milliseconds, told, type Figure } from './figure.ts';
import { ratio, rounds, sample } from './rounds.ts';

const FEW = 5;
const MANY = 500;
const AT_ONCE = 200;
const CLIENTS = 100;
const ROUNDS = 7;

const person = { id: 'bench', name: 'Bench', address: 'bench@firm.example', role: 'consultant', session: '' } as const;

export async function measureEngagements(): Promise<readonly Figure[]> {
	process.env['CONTENT_DIR'] = 'content';
	log.level = 'silent';
	const cluster = await newCluster();
	try {
		return [
			...(await onOne('SQLite', () => Promise.resolve(''))),
			...(await onOne('PostgreSQL', () => newDatabase(cluster.url)))
		];
	} finally {
		await cluster.remove();
	}
}

async function onOne(product: string, url: () => Promise<string>): Promise<readonly Figure[]> {
	const folder = mkdtempSync(join(tmpdir(), 'bellwether-engagements-'));
	try {
		const given = await url();
		const opened = await connect(given === '' ? pathToFileURL(join(folder, 'bellwether.db')).href : given, {
			alone: false
		});
		await opened.migrating((db) => migrate(db, migrations, () => ''));
		globalThis.bellwetherDatabase = Promise.resolve(opened);
		await keepInstruments();
		return [...(await atOnce(product)), ...(await briefs(product)), ...(await listed(product))];
	} finally {
		await closeDatabase();
		rmSync(folder, { recursive: true, force: true });
	}
}

let number = 0;

/** People of two roles who answer as simulated ones do. */
async function crowd(size: number, client: string, isAtOnce = false): Promise<Engagement> {
	const made = {
		client: { name: client },
		instrument: flagship.id,
		name: '',
		promise: 'named',
		deadline: null
	} as const;
	const id = (await createEngagement(person, made)) ?? '';
	const people = Array.from({ length: size }, (_, at) => ({
		...{ name: `Number ${at}`, address: `number-${at}@client.example` },
		role: at % 3 === 0 ? 'first-line-manager' : 'seller'
	}));
	const invitees = await addInvitees(person, id, people);
	const engagement = await findEngagement(id);
	if (typeof invitees === 'string' || engagement === null) throw new Error('nobody was asked');
	if (isAtOnce) await Promise.all(invitees.map(finish));
	else for (const invitee of invitees) await finish(invitee);
	return engagement;
}

async function finish(invitee: Invitee): Promise<void> {
	const { id: instrument, version } = flagship;
	const given = Object.entries(answersOf(flagship, 7, (number += 1)));
	const marked = Object.fromEntries(given.map(([question, value]) => [question, { value, at: 1 }]));
	const sent = { instrument, version, invitation: inviteeToken(invitee), answers: marked };
	const completed = await completeResponse(randomUUID(), randomBytes(24).toString('base64url'), sent);
	if (completed.kind !== 'completed') throw new Error(JSON.stringify(completed));
}

/** `cold`: nothing of it is in memory, as after a start. `warm`: somebody looked at it before. */
async function briefs(product: string): Promise<readonly Figure[]> {
	const few = await crowd(FEW, 'Few');
	const many = await crowd(MANY, 'Many');
	const cold = async (engagement: Engagement): Promise<void> => {
		forgetAmounts();
		for (const { response } of await inviteesOf(engagement.id)) if (response !== null) forgetAnswered(response);
	};
	const page = (engagement: Engagement, isCold: boolean) => async () => {
		if (isCold) await cold(engagement);
		return timed(async () => {
			if ((await briefFor(person, engagement)).brief === null) throw new Error('there is no brief');
		});
	};
	const pdf = (engagement: Engagement) => async () => {
		await cold(engagement);
		return timed(async () => {
			const { brief, date } = await briefFor(person, engagement);
			if (brief === null) throw new Error('there is no brief');
			await paperPdf({ ...brief, cover: { ...brief.cover, byline: `${brief.cover.byline} ${(number += 1)}` } }, date);
		});
	};
	const found = await rounds(
		ROUNDS,
		{
			coldFew: page(few, true),
			coldMany: page(many, true),
			warmFew: page(few, false),
			warmMany: page(many, false),
			pdfFew: pdf(few),
			pdfMany: pdf(many)
		},
		3
	);
	const five = { at: 'most', ratio: 5 } as const;
	const figure = (name: string, ours: keyof typeof found, peer: keyof typeof found): Figure =>
		compared({
			name: `${product}: brief of ${MANY} respondents, ${name} | of ${FEW}`,
			unit: milliseconds,
			ours: found[ours],
			peer: found[peer],
			ratio: ratio(found[ours], found[peer]),
			limit: five
		});
	return [
		figure('looked at again', 'warmMany', 'warmFew'),
		figure('looked at for the first time', 'coldMany', 'coldFew'),
		figure('as PDF, for the first time', 'pdfMany', 'pdfFew')
	];
}

/** Fails where anybody is lost: a figure of wrong totals would be worth nothing. */
async function atOnce(product: string): Promise<readonly Figure[]> {
	let engagement: Engagement | null = null;
	const took = await timed(async () => void (engagement = await crowd(AT_ONCE, 'At once', true)));
	const found = engagement === null ? null : await findEngagement((engagement as Engagement).id);
	if (found === null) throw new Error('there is no engagement');
	const completed = (await inviteesOf(found.id)).filter(({ completed_at }) => completed_at !== null).length;
	const { several, excluded } = await resultsOf(found);
	if (completed !== AT_ONCE || (several?.n ?? 0) + excluded !== AT_ONCE)
		throw new Error(
			`${product}: ${completed} of ${AT_ONCE} completed, ${several?.n} are told of, ${excluded} kept out`
		);
	const name = `${product}: ${AT_ONCE} asked, all finish at once, every one of them counted`;
	return [told(name, milliseconds, sample([took]), null)];
}

async function listed(product: string): Promise<readonly Figure[]> {
	const { length } = await (await database()).selectFrom('engagements').select('id').execute();
	for (let at = length; at < CLIENTS; at += 1) await crowd(9, `Client ${at}`);
	const url = new URL('https://studio.test/studio/engagements');
	const found = await rounds(5, { list: () => timed(() => portfolioPage(person, url)) }, 1);
	return [told(`${product}: the list of ${CLIENTS} engagements`, milliseconds, found.list, null)];
}

async function timed(work: () => Promise<unknown>): Promise<number> {
	const began = performance.now();
	await work();
	return performance.now() - began;
}
