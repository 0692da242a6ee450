// A report key → the report it opens: key, response, latest revision, its instrument, composed. Kept while it is in use.
import type { Report } from '#core/report/report.ts';
import { foundBefore, nameOf, scoredBefore } from './before.ts';
import { composeFrom } from './composing.ts';
import type { Scope } from './keys.ts';
import { instrumentOf, opened } from './opened.ts';
import { Recent } from './recent.ts';
import { reopenableUntil } from './reopening.ts';
import { valuesOf } from '#core/survey/draft.ts';

export type OpenedReport = {
	readonly report: Report;
	/** An owner may share, reopen, export and erase; a share only reads. */
	readonly access: 'owner' | 'share';
	readonly scope: Scope;
	/** The instrument's id, for the way back to its survey. */
	readonly instrument: string;
	/** ISO 8601: until then the owner may reopen; null: no longer, or not the owner. */
	readonly reopenableUntil: string | null;
};

const recent = new Recent<Report>(200);

/** What this key opens; null for every other text, revoked and erased ones included. */
export async function reportFor(key: string): Promise<OpenedReport | null> {
	const found = await opened(key);
	if (found === null) return null;
	const { scope, purpose, stored, revision } = found;
	const until = purpose === 'owner' ? reopenableUntil(revision) : 0;

	const past = await foundBefore(stored, revision, purpose === 'owner');
	const name = [stored.id, revision.revision, revision.hash, stored.locale, scope, nameOf(past)].join(' ');
	let report = recent.get(name);
	if (report === undefined) {
		const composed = composeFrom(await instrumentOf(revision), valuesOf(revision), {
			date: revision.completed_at.slice(0, 10),
			locale: stored.locale,
			scope,
			response: { id: stored.id, revision: revision.revision },
			...(await scoredBefore(past, revision))
		});
		if (!composed.ok) throw new Error(`a completed response is not sound: ${composed.problems[0]?.code}`);
		report = composed.value;
		recent.set(name, report);
	}
	return {
		report,
		access: purpose,
		scope,
		instrument: stored.instrument,
		reopenableUntil: until > Date.now() ? new Date(until).toISOString() : null
	};
}

/** Drops what is kept of a response that was erased. */
export const forgetReports = (response: string): void => recent.forget(`${response} `);
