// What companies and their people answered → whole numbers that the study is told from. They add up in any order.
import type { Share } from '#core/benchmark/contribution.ts';
import { addGroup, type Groups } from '#core/group/agreement.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { studyPlanOf, type StudyPlan } from './study-plan.ts';
import { meanAt, outcomeOf, voiceOf, type Answered, type Voice } from './study-voice.ts';
import { addRow, noSums, type Sums } from './sums.ts';

/** Scores in tenths, and how many hold each. */
export type Held = {
	readonly counts: Uint32Array;
	/** How many companies hold how many of them; null: each company holds one. */
	readonly sizes: Map<number, number> | null;
};

export type IndexTally = {
	/** Of the responses with all its items. */
	readonly rows: Sums;
	/** The index of the same responses. */
	readonly held: Held;
	/** Companies with two respondents or more who have the index, by how many they are. */
	readonly bySize: Map<number, Groups>;
};

/** What was counted of an instrument; lists are in the order of its plan. */
export type StudyTally = {
	companies: number;
	responses: number;
	readonly indices: readonly IndexTally[];
	/** Companies' means; people's scores where the question is about the person. */
	readonly questions: readonly Held[];
	readonly areas: readonly Held[];
	/** Of each hypothesis: companies with the practice that reached the outcome and did not, and of those without. */
	readonly tables: readonly [a: number, b: number, c: number, d: number][];
	/** Companies by the options of each question; `UNANSWERED` where it was passed over. */
	readonly composition: readonly Map<string, number>[];
};

/** No option has this id. */
const UNANSWERED = '';

const noHeld = (isPersonal: boolean): Held => ({
	counts: new Uint32Array(1001),
	sizes: isPersonal ? new Map<number, number>() : null
});

export const emptyStudy = (plan: StudyPlan): StudyTally => ({
	companies: 0,
	responses: 0,
	indices: plan.indices.map(({ items }) => ({ rows: noSums(items.length), held: noHeld(true), bySize: new Map() })),
	questions: plan.questions.map(({ isPersonal }) => noHeld(isPersonal)),
	areas: plan.areas.map(({ isPersonal }) => noHeld(isPersonal)),
	tables: plan.hypotheses.map(() => [0, 0, 0, 0]),
	composition: plan.composition.map(() => new Map())
});

/**
 * Adds a company to the tally of the instrument, or takes it away again: what its people answered, each by the latest
 * response, and its share of the benchmark. A company without a share there counts nowhere here.
 */
export function addToStudy(
	tally: StudyTally,
	instrument: Instrument,
	{ people, share }: { readonly people: readonly Answered[]; readonly share: Share },
	sign: 1 | -1
): void {
	const plan = studyPlanOf(instrument);
	const { personal } = plan;
	const voices = people.map((each) => voiceOf(plan, each));
	const ours = share.company === null ? [] : voices;
	const own = personal === null ? [] : voices.filter(({ tenths }) => tenths[personal] !== undefined);
	tally.responses += sign * Math.max(ours.length, own.length);
	for (let at = 0; at < plan.indices.length; at++)
		addIndex(tally, plan, at, plan.indices[at]?.isPersonal ? own : ours, sign);
	if (own.length > 0) {
		const [rows, areas] = [own.map(({ row }) => row), own.map((each) => each.areas)];
		for (let at = 0; at < plan.questions.length; at++)
			if (plan.questions[at]?.isPersonal) addPeople(tally.questions[at], rows, at, sign);
		for (let at = 0; at < plan.areas.length; at++)
			if (plan.areas[at]?.isPersonal) addPeople(tally.areas[at], areas, at, sign);
	}
	if (share.company !== null) addCompany(tally, plan, { dimensions: share.company.dimensions, people, ours }, sign);
}

function addCompany(
	tally: StudyTally,
	plan: StudyPlan,
	{
		dimensions,
		people,
		ours
	}: Pick<Answered, 'dimensions'> & { readonly people: readonly Answered[]; readonly ours: readonly Voice[] },
	sign: 1 | -1
): void {
	tally.companies += sign;
	const [rows, areas] = [ours.map(({ row }) => row), ours.map((each) => each.areas)];
	for (let at = 0; at < plan.questions.length; at++)
		if (plan.questions[at]?.isPersonal === false) bump(tally.questions[at], meanAt(rows, at), sign);
	for (let at = 0; at < plan.areas.length; at++)
		if (plan.areas[at]?.isPersonal === false) bump(tally.areas[at], meanAt(areas, at), sign);
	for (let at = 0; at < plan.composition.length; at++)
		addTo(tally.composition[at], dimensions[plan.composition[at] ?? ''] ?? UNANSWERED, sign);
	const reached = outcomeOf(plan, people);
	if (reached === null) return;
	for (const [at, { question, area, outcome }] of plan.hypotheses.entries()) {
		const practice = question >= 0 ? meanAt(rows, question) : meanAt(areas, area);
		const table = tally.tables[at];
		if (table === undefined || outcome !== plan.outcome?.question || practice < 0) continue;
		if (practice >= EXPOSED) table[reached ? 0 : 1] += sign;
		else if (practice <= NOT_EXPOSED) table[reached ? 2 : 3] += sign;
	}
}

/** A company has a practice from this mean on, in tenths, and has it not up to that one. */
const EXPOSED = 750;
const NOT_EXPOSED = 500;

function addIndex(tally: StudyTally, plan: StudyPlan, at: number, voices: readonly Voice[], sign: 1 | -1): void {
	const [about, index] = [plan.indices[at], tally.indices[at]];
	if (about === undefined || index === undefined || voices.length === 0) return;
	const { id, items, isPersonal } = about;
	const { rows, held, bySize } = index;
	const values = new Int16Array(items.length);
	let complete = 0;
	for (const { row, tenths } of voices) {
		const score = tenths[id];
		if (score === undefined || !isComplete(row, items, values)) continue;
		complete += 1;
		rows.n += sign;
		addRow(rows, values, sign);
		bump(held, score, sign);
	}
	if (complete > 0) addTo(held.sizes, complete, sign);
	if (isPersonal || voices.length < 2) return;
	const scores = voices.flatMap(({ tenths }) => tenths[id] ?? []);
	if (scores.length >= 2) addGroup(bySize, scores, sign);
}

/** Whether a response has all items, which go into `values`. */
function isComplete(row: Int16Array, items: readonly number[], values: Int16Array): boolean {
	for (let at = 0; at < items.length; at++) {
		const value = row[items[at] ?? -1] ?? -1;
		if (value < 0) return false;
		values[at] = value;
	}
	return items.length > 0;
}

function addPeople(held: Held | undefined, rows: readonly Int16Array[], at: number, sign: 1 | -1): void {
	let people = 0;
	for (const row of rows) if (bump(held, row[at] ?? -1, sign)) people += 1;
	if (people > 0) addTo(held?.sizes, people, sign);
}

/** False where there is no score. */
function bump(held: Held | undefined, score: number, sign: 1 | -1): boolean {
	if (held === undefined || score < 0) return false;
	held.counts[score] = (held.counts[score] ?? 0) + sign;
	return true;
}

function addTo<Key>(counts: Map<Key, number> | null | undefined, key: Key, sign: 1 | -1): void {
	const next = (counts?.get(key) ?? 0) + sign;
	if (next === 0) counts?.delete(key);
	else counts?.set(key, next);
}
