// A lead's response → the report as the firm sees it: composed anew for whoever may see leads, by no key of its reader.
import type { Report } from '#core/report/report.ts';
import { valuesOf } from '#core/survey/draft.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { foundBefore, scoredBefore } from './before.ts';
import { composeFrom } from './composing.ts';
import { database } from './database/database.ts';
import { isDemonstration } from './demonstration.ts';
import { findLead } from './leads.ts';
import { instrumentOf } from './opened.ts';
import { findResponse } from './response-rows.ts';
import { latestRevision } from './revisions.ts';

/** Null where nobody left an address with it, and before it was completed. */
export async function leadReport(response: string): Promise<{ report: Report; campaign: string } | null> {
	const db = await database();
	const lead = await findLead(db, response);
	const stored = await findResponse(db, response);
	const revision = await latestRevision(db, response);
	if (lead === null || stored === null || revision === null) return null;
	const composed = composeFrom(await instrumentOf(revision), valuesOf(revision), {
		date: revision.completed_at.slice(0, 10),
		locale: stored.locale,
		response: { id: stored.id, revision: revision.revision },
		demonstration: await isDemonstration(),
		// What the reader plans for the next time is theirs.
		...(await scoredBefore(await foundBefore(stored, revision, false), revision))
	});
	if (!composed.ok) throw new Error(`a completed response is not sound: ${composed.problems[0]?.code}`);
	return { report: marked(composed.value), campaign: lead.campaign };
}

function marked(report: Report): Report {
	const words = { locale: toLocale(report.locale) ?? baseLocale };
	const said = [m.leads_report_notice({}, words), ...(report.cover.notice === null ? [] : [report.cover.notice.text])];
	const notice = { label: m.leads_report_label({}, words), text: said.join(' ') };
	return { ...report, cover: { ...report.cover, notice } };
}
