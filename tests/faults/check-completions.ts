// What was completed: once for each completion that was sent, whole, under one address, and never taken back.
import type { Entry, Final, KeptResponse } from './history.ts';
import { covers, mayBeDone, notCovered, type Violation } from './violation.ts';

/**
 * The client sends one and the same content for one completion, however often, and one with a newer answer after
 * reopening. So a revision belongs to those completions whose answers it is the first to hold.
 */
export function* completions(kept: KeptResponse | null, entries: readonly Entry[], final: Final): Generator<Violation> {
	const sent = entries.filter(({ kind }) => kind === 'complete').filter(mayBeDone);
	const acknowledged = sent.filter(({ status }) => status === 200);
	const revisions = final.revisions
		.filter(({ response }) => response === entries[0]?.response)
		.toSorted((one, other) => one.revision - other.revision);

	for (const [index, { revision, answers }] of revisions.entries()) {
		const before = revisions[index - 1]?.answers ?? null;
		const mine = sent.filter((entry) => covers(answers, entry.sent) && !(before && covers(before, entry.sent)));
		const said = `revision ${revision} of ${entries[0]?.response}`;
		if (mine.length === 0) yield { rule: 'completion', said: `${said}: nobody completed it`, entries: sent };
		const began = Math.min(...mine.map(({ start }) => start));
		for (const entry of entries) {
			const isBefore = entry.kind === 'save' && entry.status === 200 && entry.end < began;
			if (isBefore && !covers(answers, entry.sent))
				yield { rule: 'completion', said: `${said} lacks ${notCovered(answers, entry.sent)}`, entries: [entry] };
		}
	}
	for (const entry of acknowledged) {
		if (!revisions.some(({ answers }) => covers(answers, entry.sent)))
			yield { rule: 'completion', said: 'confirmed, and not kept', entries: [entry] };
	}
	yield* standing(kept, acknowledged, entries, final);
	yield* addresses(entries);
}

/** Completed is what was completed, unless it was reopened since. */
function* standing(
	kept: KeptResponse | null,
	acknowledged: readonly Entry[],
	entries: readonly Entry[],
	final: Final
): Generator<Violation> {
	if (kept === null) return;
	// One that arrives again after reopening completes nothing: what counts is when it was sent first.
	const firstSent = (entry: Entry): number =>
		Math.min(...acknowledged.filter(({ sent }) => covers(sent, entry.sent)).map(({ start }) => start));
	const last = acknowledged.toSorted((one, other) => firstSent(one) - firstSent(other)).at(-1);
	if (last === undefined) return;
	const reopenings = entries.filter(({ kind }) => kind === 'reopen').filter(mayBeDone);
	const mayBeOpen = reopenings.some(({ status, end }) => status !== 200 || end > firstSent(last));
	if (kept.state === 'open' && !mayBeOpen)
		yield { rule: 'completion', said: 'confirmed, and open again', entries: [last] };
	if (!final.owners.includes(kept.id)) yield { rule: 'completion', said: 'without an owner key', entries: [last] };
	const newest = final.revisions.find(({ response, revision }) => response === kept.id && revision === kept.revision);
	if (kept.state === 'completed' && JSON.stringify(newest?.answers) !== JSON.stringify(kept.answers))
		yield { rule: 'completion', said: `${kept.id}: its last revision says something else`, entries: [last] };
}

function* addresses(entries: readonly Entry[]): Generator<Violation> {
	const told = entries.filter(({ reply, status }) => status === 200 && typeof reply.report === 'string');
	if (new Set(told.map(({ reply }) => reply.report)).size > 1)
		yield { rule: 'completion', said: 'more than one address for the report', entries: told };
}
