// The people of an engagement → what each of them answered, read in bulk and scored once.
import { checkAnswers } from '#core/answers/check.ts';
import { quality } from '#core/answers/quality.ts';
import { leadOf } from '#core/benchmark/contribution.ts';
import { groupNameOf, type Respondent } from '#core/group/respondent.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import { valuesOf, type Marks } from '#core/survey/draft.ts';
import { roleQuestionOf } from '#lib/engagement/roles.ts';
import { database, type Db } from '../database/database.ts';
import type { ResponseRow, RevisionRow } from '../database/schema.ts';
import { storedJson } from '../database/stored-json.ts';
import type { Engagement } from './engagements.ts';
import type { Invitee } from './invitees.ts';
import { instrumentOf } from '../opened.ts';
import { Recent } from '../recent.ts';

/** One respondent with what the studio knows of them; never shown where anonymity was promised. */
export type Answered = Respondent & { readonly invitee: string; readonly completedAt: string };

export type Pinned = Answered & { readonly instrument: Instrument };

/** What one revision says, under one role: as long as its row is there, it says nothing else. */
type Read = Pick<Pinned, 'instrument' | 'answers' | 'scores' | 'group' | 'isIncluded'>;

/** The largest engagement there may be, and the next one beside it. */
const recent = new Recent<Read>(3000);

/** Drops what is kept in memory of a response that was erased. */
export const forgetAnswered = (response: string): void => recent.forget(`${response} `);

/** Placeholders that one statement has: both databases take more. */
const MOST = 500;

type Completed = Pick<RevisionRow, 'response' | 'revision' | 'hash' | 'completed_at'> &
	Pick<ResponseRow, 'timing' | 'updated_at'> & { readonly invitee: string; readonly role: string | null };

/** Everybody who completed and whose link still counts, in no order. */
export async function answeredIn(
	{ id, closed_at, promise }: Engagement,
	invitees: readonly Invitee[]
): Promise<readonly Pinned[]> {
	const db = await database();
	const isAnonymous = promise === 'anonymous';
	const counting = countingOf(await completedIn(db, id), isAnonymous, closed_at);
	const known = new Set(invitees.map((each) => each.id));
	const rows = [...counting.values()].filter(({ invitee }) => known.has(invitee));
	const read = await readingsOf(db, rows);
	// A ruling takes one person in or out: where that must not be seen, the flags decide alone.
	const rulings = isAnonymous ? new Map<string, boolean>() : await rulingsIn(db, id);
	return rows.flatMap((row): readonly Pinned[] => {
		const found = read.get(keyOf(row));
		if (found === undefined) return [];
		const isLate = closed_at !== null && row.completed_at > closed_at;
		const isIncluded = rulings.get(row.response) ?? found.isIncluded;
		return [{ ...found, id: row.response, invitee: row.invitee, completedAt: row.completed_at, isIncluded, isLate }];
	});
}

/** Every revision of everybody, without what it says. */
const completedIn = (db: Db, engagement: string): Promise<readonly Completed[]> =>
	db
		.selectFrom('invitees')
		.innerJoin('responses', 'responses.id', 'invitees.response')
		.innerJoin('revisions', 'revisions.response', 'responses.id')
		.select(['invitees.id as invitee', 'invitees.role', 'responses.timing', 'responses.updated_at'])
		.select(['revisions.response', 'revisions.revision', 'revisions.hash', 'revisions.completed_at'])
		.where('invitees.engagement', '=', engagement)
		.where('invitees.removed_at', 'is', null)
		// What came when nothing was taken any more is the participant's own.
		.where('invitees.completed_at', 'is not', null)
		.where('responses.is_test', '=', 0)
		.orderBy('revisions.revision')
		.execute();

/**
 * The revision of each that counts, by response: the last. What was told of an anonymous engagement when it was closed
 * would differ by one person if that person's answers changed: there it is the last before closing, else the first after.
 */
function countingOf(
	rows: readonly Completed[],
	isAnonymous: boolean,
	closed: string | null
): ReadonlyMap<string, Completed> {
	const counting = new Map<string, Completed>();
	for (const row of rows) {
		const isSettled = isAnonymous && closed !== null && row.completed_at > closed && counting.has(row.response);
		if (!isSettled) counting.set(row.response, row);
	}
	return counting;
}

/** The response comes first, by which it is forgotten. */
const keyOf = ({ response, revision, role, updated_at }: Completed): string =>
	`${response} ${revision} ${updated_at} ${role ?? ''}`;

/** By key; nothing of what was erased in the meantime. */
async function readingsOf(db: Db, rows: readonly Completed[]): Promise<ReadonlyMap<string, Read>> {
	const read = new Map<string, Read>();
	const missing: Completed[] = [];
	for (const row of rows) {
		const known = recent.get(keyOf(row));
		if (known === undefined) missing.push(row);
		else read.set(keyOf(row), known);
	}
	for (let at = 0; at < missing.length; at += MOST) {
		const some = missing.slice(at, at + MOST);
		const said = await saidBy(db, some);
		for (const row of some) {
			const marks = said.get(`${row.response} ${row.revision}`);
			if (marks === undefined) continue;
			const found = await readingOf(row, marks);
			read.set(keyOf(row), found);
			recent.set(keyOf(row), found);
		}
	}
	return read;
}

async function saidBy(db: Db, rows: readonly Completed[]): Promise<ReadonlyMap<string, Marks>> {
	const responses = rows.map(({ response }) => response);
	const found = await db
		.selectFrom('revisions')
		.select(['response', 'revision', 'answers'])
		.where('response', 'in', responses)
		.execute();
	return new Map(
		found.map(({ response, revision, answers }) => [`${response} ${revision}`, storedJson<Marks>(answers)])
	);
}

async function readingOf({ hash, role, timing }: Completed, said: Marks): Promise<Read> {
	const instrument = await instrumentOf({ hash });
	const checked = checkAnswers(instrument, valuesOf({ answers: said }));
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	const answers = checked.value;
	const scores = score(instrument, answers);
	const lead = leadOf(instrument, 'company');
	const complete = lead === undefined || (scores.indices[lead.id]?.tenths ?? null) !== null;
	const roleQuestion = roleQuestionOf(instrument);
	const invited = role === null || roleQuestion === null ? {} : { [roleQuestion.id]: role };
	const { status } = quality(instrument, answers, storedJson<Record<string, number>>(timing), { complete });
	return {
		instrument,
		answers,
		scores,
		group: groupNameOf(instrument, answers, invited),
		isIncluded: status === 'included'
	};
}

/** What a reviewer decided last about each of them, by response. */
async function rulingsIn(db: Db, engagement: string): Promise<ReadonlyMap<string, boolean>> {
	const rows = await db
		.selectFrom('invitees')
		.innerJoin('contributions', 'contributions.response', 'invitees.response')
		.select(['contributions.response', 'contributions.ruling'])
		.where('invitees.engagement', '=', engagement)
		.orderBy('contributions.at')
		.execute();
	const last = new Map(rows.map(({ response, ruling }) => [response ?? '', ruling]));
	return new Map(
		[...last].flatMap(([response, ruling]) => (ruling === null ? [] : [[response, ruling === 'included'] as const]))
	);
}
