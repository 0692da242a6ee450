// All engagements that somebody may open → the list of them: where each client stands, how far it is, and what comes next.
import { leadOf } from '#core/benchmark/contribution.ts';
import { rdiv } from '#core/scores/arithmetic.ts';
import { nextOf, stageOf, stages, type Stage } from '#lib/engagement/stages.ts';
import { dayThere } from '#lib/engagement/deadline.ts';
import { agendasOf, type Agenda } from './agenda.ts';
import { engagementsFor, type Engagement } from './engagements.ts';
import { resultsOf, type Results } from './results.ts';
import type { Person } from '../person.ts';

export async function portfolioPage(person: Person, { searchParams }: URL) {
	const all = await listed(person, await engagementsFor(person));
	const stage = stages.find((each) => each === searchParams.get('stage')) ?? null;
	const order = searchParams.get('sort') === 'name' ? ('name' as const) : ('next' as const);
	const rows = all.filter((row) => stage === null || row.stage === stage);
	return {
		filter: { stage, order },
		counts: Object.fromEntries(stages.map((each) => [each, all.filter((row) => row.stage === each).length])),
		total: all.length,
		rows: rows.toSorted(order === 'name' ? byName : byNext),
		mayCompare: comparable(all).length > 0
	};
}

async function listed(person: Person, engagements: readonly Engagement[]) {
	const agendas = await agendasOf(engagements);
	const rows = [];
	for (const engagement of engagements) {
		const agenda = agendas.get(engagement.id);
		if (agenda !== undefined) rows.push(rowOf(engagement, await resultsOf(engagement), agenda));
	}
	return rows;
}

function rowOf(engagement: Engagement, results: Results, agenda: Agenda) {
	const { id, client, name, instrument, closed_at, settings } = engagement;
	const { invitees, several, because } = results;
	const today = dayThere(new Date().toISOString(), settings.zone);
	const completed = invitees.filter(({ completed_at }) => completed_at !== null).length;
	const begun = invitees.filter(({ begun_at }) => begun_at !== null).length;
	const isClosed = closed_at !== null;
	const { heldOn, againOn, openActions } = agenda;
	const progress = { begun, open: invitees.length - completed, isClosed, isTold: several !== null };
	const stage: Stage = stageOf({ ...progress, heldOn, againOn, openActions, today });
	const next = nextOf(agenda.dates, today);
	return {
		id,
		client: client.name,
		name,
		instrument,
		title: results.instrument.title,
		stage,
		asked: invitees.length,
		completed,
		...scoreIn(results),
		agreement: several?.agreed?.label ?? null,
		isTold: several !== null,
		because,
		next: next === null ? null : { kind: next.kind, on: next.on }
	};
}

/** The company index as a whole number, and the label of its band; null where there is none to tell. */
function scoreIn({ instrument, several }: Results): { readonly index: number | null; readonly band: string | null } {
	const lead = leadOf(instrument, 'company');
	const found = lead === undefined ? undefined : several?.scores.indices[lead.id];
	if (lead === undefined || found === undefined || found.tenths === null) return { index: null, band: null };
	const bands = lead.bands === null ? [] : (instrument.bands[lead.bands] ?? []);
	return { index: rdiv(found.tenths, 10), band: bands.find(({ id }) => id === found.band)?.label ?? null };
}

type Sorted = { readonly client: string; readonly name: string; readonly next: { readonly on: string } | null };

const byName = (one: Sorted, other: Sorted): number =>
	one.client.localeCompare(other.client, 'en') || one.name.localeCompare(other.name, 'en');

/** Whatever has nothing ahead comes last. */
const byNext = (one: Sorted, other: Sorted): number => {
	const [a, b] = [one, other].map(({ next }) => next?.on ?? '9999-12-31') as [string, string];
	return a === b ? byName(one, other) : a < b ? -1 : 1;
};

type Told = { readonly id: string; readonly instrument: string; readonly title: string; readonly isTold: boolean };

/** What may be told, by instrument, where there are two or more to compare. */
export function comparable<Row extends Told>(rows: readonly Row[]): readonly (readonly Row[])[] {
	const told = rows.filter(({ isTold }) => isTold);
	const instruments = [...new Set(told.map(({ instrument }) => instrument))];
	return instruments.map((id) => told.filter(({ instrument }) => instrument === id)).filter(({ length }) => length > 1);
}

/** For choosing from: without what nothing may be told of. */
export async function comparisonChoice(person: Person) {
	const rows = await listed(person, await engagementsFor(person));
	return comparable(rows.toSorted(byName)).map((some) => ({
		instrument: some[0]?.instrument ?? '',
		title: some[0]?.title ?? '',
		rounds: some.map(({ id, client, name }) => ({ id, client, name }))
	}));
}
