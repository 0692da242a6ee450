// Leads in the order in which they came, a page at a time, for whoever has a key.
import type { z } from 'zod';
import { pageOf, type Asked, type leadsQuery } from './api-queries.ts';
import type { LeadsReply } from './api-shapes.ts';
import { database } from './database/database.ts';
import { findLead, type Lead } from './leads.ts';
import { findResponse } from './response-rows.ts';
import { leadSaid } from './webhook-payload.ts';

/** Milliseconds: what came later may be on the disk before what came earlier. */
const SETTLED = 5000;

export async function leadsPage(
	{ query, since, after, limit }: Asked<z.output<typeof leadsQuery>>,
	date: Date
): Promise<LeadsReply> {
	const db = await database();
	const { campaign, test } = query;
	const rows = await db
		.selectFrom('leads')
		.select(['response', 'created_at'])
		.where('created_at', '<', new Date(date.getTime() - SETTLED).toISOString())
		.where('is_test', '=', test === '1' ? 1 : 0)
		.$if(campaign !== undefined, (each) => each.where('campaign', '=', campaign ?? ''))
		.$if(since !== null, (each) => each.where('created_at', '>=', since ?? ''))
		.$if(after !== null, (each) =>
			each.where((row) => row(row.refTuple('created_at', 'response'), '>', row.tuple(after?.at ?? '', after?.id ?? '')))
		)
		.orderBy('created_at')
		.orderBy('response')
		.limit(limit + 1)
		.execute();
	const { page, next } = pageOf(rows, limit, ({ response, created_at }) => ({ id: response, at: created_at }));
	const leads: LeadsReply['leads'] = [];
	for (const { response } of page) {
		const lead = await findLead(db, response);
		const stored = await findResponse(db, response);
		// It was erased meanwhile.
		if (lead !== null && stored !== null) leads.push(said(lead, stored.source));
	}
	return { leads, next };
}

const said = (lead: Lead, source: Readonly<Record<string, string>>): LeadsReply['leads'][number] => ({
	response: lead.response,
	campaign: lead.campaign,
	instrument: lead.instrument,
	source: { ...source },
	test: lead.is_test === 1,
	...leadSaid(lead),
	result:
		lead.completed_at === null
			? null
			: {
					tenths: lead.tenths,
					band: lead.band,
					weakest: lead.weakest,
					headline: lead.finding,
					wants: lead.wants,
					completedAt: lead.completed_at
				}
});
