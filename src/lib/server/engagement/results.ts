// An engagement → what its people amount to: the one way to it, for brief, company report, progress, portfolio and API.
import { checkAnswers } from '#core/answers/check.ts';
import { quality } from '#core/answers/quality.ts';
import { leadOf } from '#core/benchmark/contribution.ts';
import { find } from '#core/findings/find.ts';
import type { Finding } from '#core/findings/findings.ts';
import { heardOf } from '#core/group/circle.ts';
import { groupNameOf, type Respondent } from '#core/group/respondent.ts';
import { severalFacts } from '#core/group/facts.ts';
import { severalOf, type Several } from '#core/group/several.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import { areaMedians } from '#core/study/area-medians.ts';
import { valuesOf } from '#core/survey/draft.ts';
import { roleQuestionOf } from '#lib/engagement/roles.ts';
import { content } from '../content.ts';
import { majorOf } from '../contribution-rows.ts';
import { database } from '../database/database.ts';
import { newestId } from '../edition-rows.ts';
import type { Engagement } from './engagements.ts';
import { inviteesOf, type Invitee } from './invitees.ts';
import { instrumentOf } from '../opened.ts';
import { comparedWith, type Compared } from '../report-edition.ts';
import { findResponse } from '../response-rows.ts';
import { revisionsOf } from '../revisions.ts';

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
	/** What there is to say of `several`, most important first; none where nothing may be told. */
	readonly findings: readonly Finding[];
	/** The newest edition, to compare with: less what this company put into it. */
	readonly compared: Compared;
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
	const compared = await comparedNow(instrument, heard[0]?.id ?? null);
	const medians = areaMedians(compared.study, instrument);
	const several = isShut ? null : severalOf(instrument, heard, { isAnonymous, medians });
	const findings = several === null ? [] : find(instrument, several.answers, several.scores, severalFacts(several));
	const because =
		several !== null ? null : heard.length === 0 ? 'nobody' : isShut ? ('not closed' as const) : ('too few' as const);
	return { instrument, invitees, heard, waiting, excluded, several, because, findings, compared };
}

/** `response` is of one of its people: they share a company. */
async function comparedNow(instrument: Instrument, response: string | null): Promise<Compared> {
	const db = await database();
	const scope = { instrument: instrument.id, major: majorOf(instrument.version) };
	const revision = {
		edition: await newestId(db, scope),
		edition_before: null,
		published: await newestId(db, scope, 'imported')
	};
	return comparedWith({ id: response ?? '' }, revision, instrument);
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
