// A history and what was kept in the end → every promise that was broken, with the lines that show it. Pure.
import type { Marks } from '#core/survey/draft.ts';
import { completions } from './check-completions.ts';
import type { Entry, Final, KeptResponse, Outage } from './history.ts';
import { byName, covers, isHeld, mayBeDone, notCovered, type Violation } from './violation.ts';

export function check(history: readonly Entry[], outages: readonly Outage[], final: Final): readonly Violation[] {
	const all = byName(history, ({ response }) => response);
	return [
		...history.flatMap((entry) => [...unavailable(entry, outages)]),
		...[...all].flatMap(([id, entries]) => [...oneResponse(id, entries, final)]),
		...strangers(new Set(all.keys()), final),
		...doubles(final),
		...final.damage.map((said) => ({ rule: 'damaged', said, entries: [] })),
		...(final.undelivered > 0 ? [{ rule: 'undelivered', said: `${final.undelivered} messages`, entries: [] }] : [])
	];
}

/** Who may fail, when and how. */
function* unavailable(entry: Entry, outages: readonly Outage[]): Generator<Violation> {
	const { status, retryAfter, kind, start, end } = entry;
	const broken = (said: string): Violation => ({ rule: 'unavailable', said, entries: [entry] });
	if (status === 429) yield { rule: 'refused', said: 'the clients keep within the limits', entries: [entry] };
	if (status >= 500 && status !== 503) yield broken(`${status} is never right`);
	if (status === 503 && retryAfter === null) yield broken('503 without Retry-After');
	const during = outages.filter(({ from, to, servers }) => servers.includes(entry.server) && start < to && end > from);
	const isMerelyWriting = during.some(({ isReadable, from, to }) => isReadable && start > from && end < to);
	const isFailed = (status === 0 || status >= 500) && !entry.isDropped;
	if (isFailed && during.length === 0) yield broken('outside of every outage');
	if (kind === 'read' && isMerelyWriting && (isFailed || end - start > READING))
		yield broken('reading should have gone on');
}

/** In milliseconds: a read that takes longer has waited for a writer. Less than that a busy machine may take for it. */
const READING = 4000;

function* oneResponse(id: string, entries: readonly Entry[], final: Final): Generator<Violation> {
	const kept = final.responses.find((response) => response.id === id) ?? null;
	const erasures = entries.filter(({ kind }) => kind === 'erase').filter(mayBeDone);
	const isErased = erasures.some(({ status }) => status < 300 && status > 0);
	if (isErased && kept !== null) yield { rule: 'not erased', said: id, entries: erasures };
	yield* refused(entries, erasures);
	yield* reads(entries);
	const told = final.told.get(id) ?? null;
	if (JSON.stringify(told) !== JSON.stringify(kept?.answers ?? null))
		yield { rule: 'told otherwise', said: `${id}: the interface and the table differ`, entries: [] };
	if (kept === null && erasures.length > 0) return;
	yield* answers(kept, entries);
	yield* completions(kept, entries, final);
}

/** A status of 4xx has to have a reason in what was sent before. */
function* refused(entries: readonly Entry[], erasures: readonly Entry[]): Generator<Violation> {
	const completing = entries.filter(({ kind }) => kind === 'complete');
	for (const entry of entries) {
		const { status, kind, end } = entry;
		if (status < 400 || status >= 500 || status === 429) continue;
		const isBegun = (others: readonly Entry[]) => others.some((other) => other !== entry && other.start < end);
		if (status === 404 && isBegun(erasures)) continue;
		const isKnown = entries.some((other) => acknowledges(other) && other.end < entry.start);
		if (status === 404 && (kind === 'read' || kind === 'resume') && !isKnown) continue;
		if (status === 409 && kind === 'save' && isBegun(completing)) continue;
		yield { rule: 'refused', said: `${status} without a reason`, entries: [entry] };
	}
}

const acknowledges = ({ kind, status }: Entry): boolean => (kind === 'save' || kind === 'complete') && status === 200;

/** Whoever reads sees everything that was acknowledged before, and nothing that nobody had sent yet. */
function* reads(entries: readonly Entry[]): Generator<Violation> {
	for (const read of entries) {
		const seen = read.status === 200 ? read.reply.answers : undefined;
		if (read.kind !== 'read' || seen === undefined) continue;
		for (const save of entries) {
			if (acknowledges(save) && save.end < read.start && !covers(seen, save.sent))
				yield { rule: 'stale', said: notCovered(seen, save.sent), entries: [save, read] };
		}
		const sentByThen = entries.filter(({ start }) => start < read.end);
		yield* forged(seen, sentByThen, [read]);
	}
}

function* answers(kept: KeptResponse | null, entries: readonly Entry[]): Generator<Violation> {
	const stands = kept?.answers ?? {};
	for (const entry of entries) {
		if (acknowledges(entry) && (kept === null || !covers(stands, entry.sent)))
			yield { rule: 'lost', said: notCovered(stands, entry.sent), entries: [entry] };
		const seen = entry.kind === 'read' && entry.status === 200 ? entry.reply.answers : undefined;
		if (seen !== undefined && !covers(stands, seen))
			yield { rule: 'lost', said: `seen once, and gone: ${notCovered(stands, seen)}`, entries: [entry] };
	}
	yield* forged(stands, entries, []);
}

function* forged(found: Marks, entries: readonly Entry[], shown: readonly Entry[]): Generator<Violation> {
	const writes = entries.filter(mayBeDone);
	for (const [question, mark] of Object.entries(found)) {
		if (!writes.some(({ sent }) => isHeld(sent[question], mark)))
			yield { rule: 'forged', said: `${question}: nobody wrote ${JSON.stringify(mark)}`, entries: shown };
	}
}

function* strangers(made: ReadonlySet<string>, final: Final): Generator<Violation> {
	const found = [...final.responses.map(({ id }) => id), ...final.revisions.map(({ response }) => response)];
	for (const id of new Set([...found, ...final.owners]))
		if (!made.has(id)) yield { rule: 'stranger', said: `nobody made ${id}`, entries: [] };
}

function* doubles(final: Final): Generator<Violation> {
	const lists = {
		response: final.responses.map(({ id }) => id),
		revision: final.revisions.map(({ response, revision }) => `${response} ${revision}`),
		'owner key': final.owners
	};
	for (const [what, names] of Object.entries(lists)) {
		for (const [name, same] of byName(names, (name) => name))
			if (same.length > 1) yield { rule: 'double', said: `${what} ${name}: ${same.length}`, entries: [] };
	}
}
