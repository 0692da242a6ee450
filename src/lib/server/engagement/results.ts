// An engagement → what its people amount to: the one way to it, for brief, company report, progress, portfolio and API.
import { checkAnswers } from '#core/answers/check.ts';
import { quality } from '#core/answers/quality.ts';
import { leadOf } from '#core/benchmark/contribution.ts';
import { heardOf } from '#core/group/circle.ts';
import { groupNameOf, type Respondent } from '#core/group/respondent.ts';
import { severalOf, type Several } from '#core/group/several.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import { valuesOf } from '#core/survey/draft.ts';
import { content } from '../content.ts';
import { database } from '../database/database.ts';
import type { Engagement } from './engagements.ts';
import { inviteesOf, type Invitee } from './invitees.ts';
import { instrumentOf } from '../opened.ts';
import { findResponse } from '../response-rows.ts';
import { revisionsOf } from '../revisions.ts';
import { roleQuestionOf } from '#lib/engagement/roles.ts';

/** One respondent with what the studio knows of them; never shown where anonymity was promised. */
export type Answered = Respondent & { readonly invitee: string; readonly completedAt: string };

export type Results = {
	/** The newest that somebody answered; else the one that is offered. */
	readonly instrument: Instrument;
	/** Everybody who was asked and whose link still counts. */
	readonly invitees: readonly Invitee[];
	/** Those who count, in the order of completion. */
	readonly heard: readonly Answered[];
	/** Late answers that wait for more of them, and those that the quality flags keep out. */
	readonly waiting: number;
	readonly excluded: number;
	/** Null: nothing may be told; `because` says why. */
	readonly several: Several | null;
	readonly because: 'nobody' | 'too few' | 'not closed' | null;
};

/** Throws where neither a response nor the content has the instrument: that would be a fault of ours. */
export async function resultsOf(engagement: Engagement): Promise<Results> {
	const invitees = await inviteesOf(engagement.id);
	const answered: (Answered & { readonly instrument: Instrument })[] = [];
	for (const invitee of invitees) {
		const found = await answeredBy(invitee, engagement);
		if (found !== null) answered.push(found);
	}
	answered.sort((one, other) =>
		one.completedAt === other.completedAt ? (one.id < other.id ? -1 : 1) : one.completedAt < other.completedAt ? -1 : 1
	);
	const instrument = newest(answered.map((each) => each.instrument)) ?? offered(engagement.instrument);
	const isAnonymous = engagement.promise === 'anonymous';
	const { heard, waiting, excluded } = heardOf(answered, isAnonymous);
	const isShut = isAnonymous && engagement.closed_at === null;
	const several = isShut ? null : severalOf(instrument, heard, { isAnonymous });
	const because =
		several !== null ? null : heard.length === 0 ? 'nobody' : isShut ? ('not closed' as const) : ('too few' as const);
	return { instrument, invitees, heard, waiting, excluded, several, because };
}

async function answeredBy(
	{ id: invitee, response, role }: Invitee,
	{ closed_at, promise }: Engagement
): Promise<(Answered & { readonly instrument: Instrument }) | null> {
	if (response === null) return null;
	const db = await database();
	const stored = await findResponse(db, response);
	const all = await revisionsOf(db, response);
	// What was told of an anonymous one when it was closed would differ by one person if that person's answers changed.
	const told =
		promise === 'anonymous' && closed_at !== null ? all.filter((each) => each.completed_at <= closed_at) : [];
	const revision = told.at(-1) ?? all.at(-1) ?? null;
	if (stored === null || revision === null || stored.is_test === 1) return null;
	const instrument = await instrumentOf(revision);
	const checked = checkAnswers(instrument, valuesOf(revision));
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	const answers = checked.value;
	const scores = score(instrument, answers);
	const lead = leadOf(instrument, 'company');
	const complete = lead === undefined || (scores.indices[lead.id]?.tenths ?? null) !== null;
	const roleQuestion = roleQuestionOf(instrument);
	const invited = role === null || roleQuestion === null ? {} : { [roleQuestion.id]: role };
	return {
		id: response,
		invitee,
		instrument,
		answers,
		scores,
		group: groupNameOf(instrument, answers, invited),
		isIncluded:
			(await rulingOn(response)) ?? quality(instrument, answers, stored.timing, { complete }).status === 'included',
		isLate: closed_at !== null && revision.completed_at > closed_at,
		completedAt: revision.completed_at
	};
}

/** What a reviewer decided; null: nothing. */
async function rulingOn(response: string): Promise<boolean | null> {
	const row = await (
		await database()
	)
		.selectFrom('contributions')
		.select('ruling')
		.where('response', '=', response)
		.orderBy('at', 'desc')
		.limit(1)
		.executeTakeFirst();
	return row?.ruling == null ? null : row.ruling === 'included';
}

function newest(instruments: readonly Instrument[]): Instrument | null {
	const parts = ({ version }: Instrument): readonly number[] => version.split('.').map(Number);
	const isNewer = (one: Instrument, other: Instrument): boolean => {
		const [a, b] = [parts(one), parts(other)];
		const at = a.findIndex((each, place) => each !== b[place]);
		return at >= 0 && (a[at] ?? 0) > (b[at] ?? 0);
	};
	return instruments.reduce<Instrument | null>(
		(one, other) => (one === null || isNewer(other, one) ? other : one),
		null
	);
}

function offered(id: string): Instrument {
	const found = content().instruments.get(id);
	if (found === undefined) throw new Error(`the instrument ${id} is not offered, and nobody answered it`);
	return found;
}
