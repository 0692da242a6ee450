// An empty database and a seed → a demonstration: companies, their people, campaigns, leads and editions, all invented.
import { randomBytes } from 'node:crypto';
import type { Instrument } from '#core/instrument/instrument.ts';
import { content } from '../content.ts';
import { change } from '../database/database.ts';
import { emptyTables, holdsAnything } from '../database/tables.ts';
import { forgetEditions } from '../edition-rows.ts';
import { isDemonstration, mark, note, noted } from '../demonstration.ts';
import { buildEdition } from '../edition-building.ts';
import { keepInstruments } from '../instruments.ts';
import { addPerson, hashPassword, PEOPLE } from '../people.ts';
import { inventedCampaigns, keepCampaign, keepVisits, type InventedCampaign } from './campaigns.ts';
import { chanceOf, endOf, plannedFor, type Planned, type Wishes } from './planned.ts';
import { keepSomebody, somebodyFrom } from './respondent.ts';

export type Filled = {
	readonly companies: number;
	readonly responses: number;
	readonly leads: number;
	readonly editions: number;
	readonly owner: { readonly address: string; readonly password: string };
	/** The path of a report; null: nobody has finished. */
	readonly report: string | null;
};

/** `real`: it holds what somebody has done; `unfinished`: the process that filled it never came to its end. */
export type Found = 'empty' | 'real' | 'filled' | 'unfinished';

const OWNER = 'demo@example.org';
const DONE = 'filled';

/** Other instruments than the longest are answered by so many of the companies. */
const FEWER = 5;

/** Days before the end on which an edition is built, as the nightly job would have. */
const EDITIONS = [540, 365, 180, 90, 0];

/** People written together. */
const BATCH = 50;
const DAY = 24 * 3_600_000;

export const foundHere = (): Promise<Found> =>
	change('demonstration', async (db) => {
		if (await isDemonstration(db)) return (await noted(db, DONE)) === null ? 'unfinished' : 'filled';
		return (await holdsAnything(db)) ? 'real' : 'empty';
	});

/** Throws where the database is real. One that is a demonstration loses all that is in it first. */
export async function fill(wishes: Wishes, progress: (responses: number) => void): Promise<Filled> {
	const instruments = [...content().instruments.values()].toSorted((a, b) => b.questions.length - a.questions.length);
	const [first] = instruments;
	const campaigns = first === undefined ? [] : inventedCampaigns(first, endOf(wishes));
	const owner = await begin(campaigns);
	await keepInstruments();
	const filled = { responses: 0, leads: 0, editions: 0, report: null as string | null };
	for (const instrument of instruments) {
		const companies = instrument === first ? wishes.companies : Math.ceil(wishes.companies / FEWER);
		const own = campaigns.filter((each) => each.instrument === instrument.id);
		const planned = plannedFor(instrument, companies, wishes, own);
		const told = await answer(instrument, planned, wishes, (count) => progress(filled.responses + count));
		filled.responses += told.responses;
		filled.leads += told.leads;
		filled.editions += told.editions;
		filled.report ??= told.report;
		await change('visits', async (db) => {
			for (const campaign of own) await keepVisits(db, campaign, planned, chanceOf(wishes, 'visits', campaign.id));
		});
	}
	await change('demonstration', (db) => note(db, DONE, JSON.stringify(wishes)));
	return { ...filled, companies: wishes.companies, owner };
}

/** The mark, and the first that is invented, in one: there is never one without the other. */
async function begin(campaigns: readonly InventedCampaign[]): Promise<Filled['owner']> {
	const password = randomBytes(12).toString('base64url');
	const hash = await hashPassword(password);
	await change(PEOPLE, async (db) => {
		const isOurs = await isDemonstration(db);
		if (!isOurs && (await holdsAnything(db))) throw new Error('the database is no demonstration');
		await emptyTables(db);
		forgetEditions();
		await db.deleteFrom('installation').where('name', '=', DONE).execute();
		await mark(db);
		const person = await addPerson(db, { name: 'Demo Owner', address: OWNER, role: 'owner' }, hash);
		for (const campaign of campaigns) await keepCampaign(db, campaign, person);
	});
	return { address: OWNER, password };
}

/** In the order of time, with an edition now and then, so that each is compared with what was known by then. */
async function answer(
	instrument: Instrument,
	planned: readonly Planned[],
	wishes: Wishes,
	progress: (responses: number) => void
): Promise<Pick<Filled, 'responses' | 'leads' | 'editions' | 'report'>> {
	const told = { responses: 0, leads: 0, editions: 0, report: null as string | null };
	const seconds: number[] = [];
	let edition: string | null = null;
	let done = 0;
	for (const before of EDITIONS) {
		const moment = endOf(wishes) - before * DAY;
		const until = planned.findIndex(({ began }) => began >= moment - DAY / 4);
		const due = planned.slice(done, until < 0 ? planned.length : until);
		for (let at = 0; at < due.length; at += BATCH) {
			const people = due.slice(at, at + BATCH).map((each) => somebodyFrom(each, wishes));
			const sorted = seconds.toSorted((a, b) => a - b);
			const median = { n: sorted.length, seconds: sorted[Math.floor((sorted.length - 1) / 2)] ?? 0 };
			await change('demonstration', async (db) => {
				for (const each of people) {
					const report = await keepSomebody(db, each, { edition, median });
					if (report !== null && each.care === 'careful' && each.campaign === null) told.report = report;
				}
			});
			const finished = people.filter(({ isUnfinished }) => !isUnfinished);
			seconds.push(...finished.map(({ paced }) => Math.round(paced.lasts / 1000)));
			told.responses += finished.length;
			told.leads += finished.filter(({ leavesAddress }) => leavesAddress).length;
			progress(told.responses);
		}
		done += due.length;
		const built = await buildEdition(instrument, new Date(moment));
		if (built === null) continue;
		edition = built.id;
		told.editions += 1;
	}
	return told;
}
