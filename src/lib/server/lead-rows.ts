// A filter → every lead that it means, the newest first, with what they answered and how it was scored.
import type { Instrument } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import type { Value } from '#core/instrument/value.ts';
import { namedBy } from '#core/survey/depends.ts';
import type { Marks } from '#core/survey/draft.ts';
import { outlineOf, pathOf, type Outline } from '#core/survey/path.ts';
import { sql } from 'kysely';
import { database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import type { LeadFilter, Place } from './lead-filter.ts';
import { conditionsOf, inOrder, positionOf } from './lead-query.ts';
import type { Consent } from './leads.ts';
import { instrumentOf } from './opened.ts';
import { turn } from './turns.ts';

export type WholeLead = {
	/** As it is stored: what is JSON in it is read below. */
	readonly row: StoredLead;
	readonly fields: Readonly<Record<string, string>>;
	readonly consents: readonly Consent[];
	/** What the link said by which they came. */
	readonly source: Readonly<Record<string, string>>;
	/** What was completed last; what was said so far where nothing was. */
	readonly answers: Marks;
	/** Questions that these answers do not lead to: what was said to them is no answer any more. */
	readonly unasked: ReadonlySet<string>;
	/** Tenths by index; empty before completion. */
	readonly scores: Readonly<Record<string, number>>;
};

/** So many are held in memory at once, and worked on before others have their turn. */
const PAGE = 50;

/** A page at a time. */
export async function* wholeLeads(filter: LeadFilter): AsyncGenerator<readonly WholeLead[]> {
	for await (const rows of ahead(storedLeads(filter))) {
		const instruments = new Map<string, Instrument>();
		for (const { hash } of rows) if (!instruments.has(hash)) instruments.set(hash, await instrumentOf({ hash }));
		yield rows.map((row) => wholeLead(row, instruments.get(row.hash)));
		await turn();
	}
}

/** The next page is asked for while this one is worked on. */
async function* ahead<Page>(pages: AsyncGenerator<Page, void>): AsyncGenerator<Page, void> {
	let next = pages.next();
	for (;;) {
		const step = await next;
		if (step.done === true) return;
		next = pages.next();
		// Whoever waits for it hears of it; nobody may.
		next.catch(() => undefined);
		yield step.value;
	}
}

export type StoredLead = Awaited<ReturnType<typeof page>>[number];

/** The rows as they are stored. */
export async function* storedLeads(filter: LeadFilter): AsyncGenerator<readonly StoredLead[], void> {
	const conditions = await conditionsOf(filter);
	let place: Place = null;
	for (;;) {
		const rows: readonly StoredLead[] = await page(conditions, place);
		const last = rows.at(-1);
		if (last === undefined) return;
		yield rows;
		if (rows.length < PAGE) return;
		place = { way: 'after', position: positionOf('newest', last) };
	}
}

async function page(conditions: Awaited<ReturnType<typeof conditionsOf>>, place: Place) {
	const { columns, direction, conditions: beyond } = inOrder('newest', place);
	// A response that is open after it was completed is at the next revision, which nobody has completed yet.
	const completed = sql<number>`responses.revision - case responses.state when 'open' then 1 else 0 end`;
	let query = (await database())
		.selectFrom('leads')
		.innerJoin('responses', 'responses.id', 'leads.response')
		.leftJoin('revisions', (join) =>
			join.onRef('revisions.response', '=', 'leads.response').on('revisions.revision', '=', completed)
		)
		.selectAll('leads')
		.select((eb) => [
			'responses.version',
			'responses.source as came',
			eb.fn.coalesce('revisions.hash', 'responses.hash').as('hash'),
			eb.fn.coalesce('revisions.answers', 'responses.answers').as('answers')
		]);
	for (const condition of [...conditions, ...beyond]) query = query.where(condition);
	for (const column of columns) query = query.orderBy(column, direction);
	return query.limit(PAGE).execute();
}

function wholeLead(row: StoredLead, instrument: Instrument | undefined): WholeLead {
	if (instrument === undefined) throw new Error(`the instrument ${row.hash} was not read`);
	const answers = storedJson<Marks>(row.answers);
	return {
		row,
		fields: storedJson<WholeLead['fields']>(row.fields),
		consents: storedJson<WholeLead['consents']>(row.consents),
		source: storedJson<WholeLead['source']>(row.came),
		answers,
		unasked: unaskedOf(instrument, answers),
		scores: row.scores === null ? {} : storedJson<WholeLead['scores']>(row.scores)
	};
}

function unaskedOf(instrument: Instrument, answers: Marks): ReadonlySet<string> {
	const { outline, ids } = decidingOf(instrument);
	const values: Record<string, Value> = {};
	for (const id of ids) {
		const value = answers[id]?.value ?? null;
		if (value !== null) values[id] = value;
	}
	const path = pathOf(outline, values);
	const unasked = Object.keys(values).filter((id) => !path.includes(id));
	return unasked.length === 0 ? none : new Set(unasked);
}

const none: ReadonlySet<string> = new Set();

/** The questions that are not asked of everybody, and those that decide about them: the others are on every path. */
const decidingOf = once((instrument: Instrument): { readonly outline: Outline; readonly ids: readonly string[] } => {
	const whole = outlineOf(instrument);
	const conditional = whole.flatMap((section) =>
		section.questions.filter(({ when }) => section.when !== null || when !== null)
	);
	const named = [...whole, ...conditional].flatMap(({ when }) => [...namedBy(when)]);
	const deciding = new Set([...conditional.map(({ id }) => id), ...named]);
	const outline = whole.map((section) => ({
		...section,
		questions: section.questions.filter(({ id }) => deciding.has(id))
	}));
	return { outline, ids: [...deciding] };
});
