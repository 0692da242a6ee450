// A campaign and a period → its results: read a page at a time, beside everything else, and remembered for a minute.
import { z } from 'zod';
import { countedAs } from '#lib/campaign/source.ts';
import type { Marks } from '#core/survey/draft.ts';
import type { Campaign } from './campaigns.ts';
import { content } from './content.ts';
import { database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { Funnel } from './funnel.ts';
import { instrumentOf } from './opened.ts';
import { Recent } from './recent.ts';
import { resultsShown, type Results } from './results-shown.ts';
import { turn } from './turns.ts';

const PAGE = 100;
const HOUR = 3_600_000;
const MINUTE = 60_000;

/** Days in UTC, both included; null: since the beginning, until now. */
export type Period = { readonly from: string | null; readonly to: string | null };

const shape = z.object({ from: z.iso.date().nullable().catch(null), to: z.iso.date().nullable().catch(null) });

export function periodOf(query: URLSearchParams): Period {
	const { from, to } = shape.parse({ from: query.get('from'), to: query.get('to') });
	return from !== null && to !== null && from > to ? { from: to, to: from } : { from, to };
}

const recent = new Recent<{ readonly until: number; readonly results: Promise<Results> }>(50);

export function resultsOf(campaign: Campaign, period: Period, now: Date): Promise<Results> {
	const name = JSON.stringify([campaign.id, period.from, period.to]);
	const known = recent.get(name);
	if (known !== undefined && known.until > now.getTime()) return known.results;
	const results = resultsFrom(campaign, period, now);
	recent.set(name, { until: now.getTime() + MINUTE, results });
	results.catch(() => recent.forget(name));
	return results;
}

async function resultsFrom({ id, instrument }: Campaign, period: Period, now: Date): Promise<Results> {
	const funnel = new Funnel();
	const atIt = new Date(now.getTime() - HOUR).toISOString();
	const hashes = new Set<string>();
	for await (const rows of responsesOf(id, period)) {
		for (const { hash, completed_at, updated_at, source, timing, answers, lead } of rows) {
			hashes.add(hash);
			funnel.add({
				instrument: await instrumentOf({ hash }),
				isCompleted: completed_at !== null,
				isLead: lead !== null,
				source: countedAs(storedJson(source)),
				timing: storedJson(timing),
				answers: answers === null ? {} : storedJson<Marks>(answers),
				isAtIt: updated_at > atIt
			});
		}
		await turn();
	}
	const instruments = await Promise.all([...hashes].map((hash) => instrumentOf({ hash })));
	const current = content().instruments.get(instrument);
	return resultsShown(
		funnel,
		await seenOf(id, period),
		instruments.length === 0 && current ? [current] : instruments,
		now
	);
}

/** In the order in which they were begun. The answers of what was completed are not needed: they stay where they are. */
async function* responsesOf(campaign: string, { from, to }: Period) {
	const db = await database();
	let after = { created_at: '', id: '' };
	for (;;) {
		const { created_at, id } = after;
		const rows = await db
			.selectFrom('responses')
			.leftJoin('leads', 'leads.response', 'responses.id')
			.select([
				'responses.id',
				'responses.hash',
				'responses.created_at',
				'responses.updated_at',
				'responses.completed_at',
				'responses.source',
				'responses.timing',
				'leads.response as lead'
			])
			.select((eb) =>
				eb.case().when('responses.completed_at', 'is', null).then(eb.ref('responses.answers')).end().as('answers')
			)
			.where('responses.campaign', '=', campaign)
			.where('responses.is_test', '=', 0)
			.where((eb) =>
				eb(eb.refTuple('responses.created_at', 'responses.id'), '>', eb.tuple(created_at || (from ?? ''), id))
			)
			.$if(to !== null, (query) => query.where('responses.created_at', '<', dayAfter(to ?? '')))
			.orderBy('responses.created_at')
			.orderBy('responses.id')
			.limit(PAGE)
			.execute();
		const last = rows.at(-1);
		if (last === undefined) return;
		yield rows;
		if (rows.length < PAGE) return;
		after = last;
	}
}

const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * HOUR).toISOString().slice(0, 10);

/** How often the campaign's page was seen, by source. */
async function seenOf(campaign: string, { from, to }: Period): Promise<ReadonlyMap<string, number>> {
	const rows = await (
		await database()
	)
		.selectFrom('visits')
		.select(['source', (eb) => eb.fn.sum('seen').as('seen')])
		.where('campaign', '=', campaign)
		.$if(from !== null, (query) => query.where('day', '>=', from ?? ''))
		.$if(to !== null, (query) => query.where('day', '<=', to ?? ''))
		.groupBy('source')
		.execute();
	return new Map(rows.map(({ source, seen }) => [source, Number(seen)]));
}
