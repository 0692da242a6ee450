// What stands between an owner and the report: whether an address opens it, and what is free before that. The one place.
import type { Block, Report } from '#core/report/report.ts';
import { findCampaign } from './campaigns.ts';
import { database, type Db } from './database/database.ts';
import { wrong } from './input.ts';
import { accessOf } from './keys.ts';
import { refused } from './replies.ts';
import { findResponse, type Stored } from './response-rows.ts';

/** `none`: it is open; `rest`: the summary is free; `all`: nothing is but that there is a report. */
export type Gate = 'none' | 'rest' | 'all';

const NEEDS_ADDRESS = wrong(
	'address-needed',
	'report',
	'a report that was opened with an address',
	'one that was not yet',
	'Leave an address on its page.'
);

/** So often somebody has taken it again after another time; beyond it nobody looks. */
const MOST_TIMES = 50;

/** For the owner of a response. A lead opens it for good, also one that was left the time before, and so does the campaign's end. */
export async function gateOf(db: Db, { id, campaign, previous }: Stored): Promise<Gate> {
	if (campaign === null) return 'none';
	const gate = (await findCampaign(campaign, db))?.settings.gate ?? 'none';
	if (gate === 'none') return 'none';
	for (let each: Pick<Stored, 'id' | 'previous'> | null = { id, previous }, times = 0; each && times < MOST_TIMES;) {
		if (await hasLead(db, each.id)) return 'none';
		each = each.previous === null ? null : await findResponse(db, each.previous);
		times += 1;
	}
	return gate;
}

async function hasLead(db: Db, response: string): Promise<boolean> {
	const row = await db.selectFrom('leads').select('response').where('response', '=', response).executeTakeFirst();
	return row !== undefined;
}

/** For whoever has this key; a share was given by somebody to whom it was open. */
async function gateFor(key: string): Promise<Gate> {
	const db = await database();
	const access = await accessOf(key, db);
	const stored = access?.purpose === 'owner' ? await findResponse(db, access.response) : null;
	return stored === null ? 'none' : gateOf(db, stored);
}

/** The answer to who asks for more than is free; null: go on. `free` is what is asked for when only the rest is closed. */
export async function refusedAtGate(key: string, { free = false } = {}): Promise<Response | null> {
	const gate = await gateFor(key);
	return gate === 'none' || (free && gate === 'rest') ? null : refused(403, [NEEDS_ADDRESS]);
}

/** As much of a report as is free: the summary and the first of the key areas, or the cover without a name. */
export function asFree(report: Report, gate: Gate): Report {
	if (gate === 'none') return report;
	if (gate === 'all') return { ...report, cover: { ...report.cover, subtitle: '' }, edition: null, parts: [] };
	return {
		...report,
		parts: report.parts.flatMap((part) => {
			if (part.id === 'summary') return [part];
			if (part.id !== 'executive-summary') return [];
			const blocks = firstFinding(part.blocks);
			return blocks.length === 0 ? [] : [{ ...part, blocks }];
		})
	};
}

/** The first card, under its heading. */
function firstFinding(blocks: readonly Block[]): readonly Block[] {
	const card = blocks.findIndex(({ kind }) => kind === 'card');
	if (card < 0) return [];
	const heading = blocks.slice(0, card).findLast(({ kind }) => kind === 'heading');
	return [heading, blocks[card]].filter((block) => block !== undefined);
}
