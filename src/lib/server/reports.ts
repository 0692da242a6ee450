// A report key → the report it opens: key, response, latest revision, its instrument, composed. Kept while it is in use.
import type { Report } from '#core/report/report.ts';
import { foundBefore, nameOf, scoredBefore } from './before.ts';
import { composeFrom } from './composing.ts';
import { database } from './database/database.ts';
import { isDemonstration } from './demonstration.ts';
import { asFree, gateOf, type Gate } from './gate.ts';
import type { Scope } from './keys.ts';
import { instrumentOf, opened } from './opened.ts';
import { Recent } from './recent.ts';
import { comparedWith, newerEdition, type Compared } from './report-edition.ts';
import { reopenableUntil } from './reopening.ts';
import { valuesOf } from '#core/survey/draft.ts';

export type OpenedReport = {
	/** As much of it as the gate leaves free. */
	readonly report: Report;
	/** What an address would still open. */
	readonly gate: Gate;
	/** An owner may share, reopen, export and erase; a share only reads. */
	readonly access: 'owner' | 'share';
	readonly scope: Scope;
	/** The instrument's id, for the way back to its survey. */
	readonly instrument: string;
	/** The campaign that it was answered for, in whose theme it is shown; null: none. */
	readonly campaign: string | null;
	/** `yyyy-mm-dd`: the date of a newer edition that its owner may compare with instead; null: there is none. */
	readonly newerPeers: string | null;
	/** ISO 8601: until then the owner may reopen; null: no longer, or not the owner. */
	readonly reopenableUntil: string | null;
};

const recent = new Recent<Report>(200);

/** What this key opens; null for every other text, revoked and erased ones included. */
export async function reportFor(key: string): Promise<OpenedReport | null> {
	const found = await wholeReportFor(key);
	return found && { ...found, report: asFree(found.report, found.gate) };
}

/** The same before the gate, for the share picture, which is free where the summary is. */
export async function wholeReportFor(key: string): Promise<OpenedReport | null> {
	const found = await opened(key);
	if (found === null) return null;
	const { scope, purpose, stored, revision } = found;
	const until = purpose === 'owner' ? reopenableUntil(revision) : 0;

	const past = await foundBefore(stored, revision, purpose === 'owner');
	const instrument = await instrumentOf(revision);
	const compared = await comparedWith(stored, revision, instrument);
	const name = [
		stored.id,
		revision.revision,
		revision.hash,
		stored.locale,
		scope,
		nameOf(past),
		nameOfPeers(compared)
	].join(' ');
	let report = recent.get(name);
	if (report === undefined) {
		const composed = composeFrom(instrument, valuesOf(revision), {
			date: revision.completed_at.slice(0, 10),
			locale: stored.locale,
			scope,
			response: { id: stored.id, revision: revision.revision },
			demonstration: await isDemonstration(),
			...compared,
			...(await scoredBefore(past, revision))
		});
		if (!composed.ok) throw new Error(`a completed response is not sound: ${composed.problems[0]?.code}`);
		report = composed.value;
		recent.set(name, report);
	}
	return {
		report,
		gate: purpose === 'owner' ? await gateOf(await database(), stored) : 'none',
		access: purpose,
		scope,
		instrument: stored.instrument,
		campaign: stored.campaign,
		newerPeers: purpose === 'owner' ? ((await newerEdition(revision, instrument))?.date ?? null) : null,
		reopenableUntil: until > Date.now() ? new Date(until).toISOString() : null
	};
}

const nameOfPeers = ({ edition, own, published, former, study }: Compared): string =>
	[edition?.id, own[0]?.since, own.length, published?.id, former?.id, study?.edition].join(' ');

/** Drops what is kept of a response that was erased. */
export const forgetReports = (response: string): void => recent.forget(`${response} `);
