// An engagement → what its people amount to: the one way to it, for brief, company report, progress, portfolio and API.
import { find } from '#core/findings/find.ts';
import type { Finding } from '#core/findings/findings.ts';
import { heardOf } from '#core/group/heard.ts';
import { severalFacts } from '#core/group/facts.ts';
import { severalOf, type Several, type SeveralOptions } from '#core/group/several.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { areaMedians } from '#core/study/area-medians.ts';
import { content } from '../content.ts';
import { majorOf } from '../contribution-rows.ts';
import { database } from '../database/database.ts';
import { newestId } from '../edition-rows.ts';
import { answeredIn, type Answered, type Pinned } from './answered.ts';
import type { Engagement } from './engagements.ts';
import { inviteesOf, type Invitee } from './invitees.ts';
import { Recent } from '../recent.ts';
import { comparedWith, type Compared } from '../report-edition.ts';
import { tokenHash } from '../tokens.ts';

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
	const answered = [...(await answeredIn(engagement, invitees))];
	answered.sort((one, other) =>
		one.completedAt === other.completedAt ? (one.id < other.id ? -1 : 1) : one.completedAt < other.completedAt ? -1 : 1
	);
	const instrument = newest(answered.map((each) => each.instrument)) ?? offered(engagement.instrument);
	const isAnonymous = engagement.promise === 'anonymous';
	const { heard, waiting, excluded } = heardOf(answered, isAnonymous);
	const isShut = isAnonymous && engagement.closed_at === null;
	const compared = await comparedNow(instrument, heard[0]?.id ?? null);
	const medians = areaMedians(compared.study, instrument);
	const { several, findings } = isShut
		? nothing
		: amounting(instrument, heard, { isAnonymous, medians }, compared.study?.edition ?? '');
	const because =
		several !== null ? null : heard.length === 0 ? 'nobody' : isShut ? ('not closed' as const) : ('too few' as const);
	return { instrument, invitees, heard, waiting, excluded, several, because, findings, compared };
}

type Amounted = Pick<Results, 'several' | 'findings'>;

const nothing: Amounted = { several: null, findings: [] };

const recent = new Recent<Amounted>(200);

/** The same people who said the same, beside the same study, amount to the same: that is worked out once. */
function amounting(instrument: Instrument, heard: readonly Pinned[], options: SeveralOptions, study: string): Amounted {
	const said = heard.map(({ id, completedAt, group }) => `${id} ${completedAt} ${group ?? ''}`).join('\n');
	const key = tokenHash(`${instrument.hash} ${String(options.isAnonymous)} ${study}\n${said}`);
	const known = recent.get(key);
	if (known !== undefined) return known;
	const several = severalOf(instrument, heard, options);
	const findings = several === null ? [] : find(instrument, several.answers, several.scores, severalFacts(several));
	recent.set(key, { several, findings });
	return { several, findings };
}

/** Drops what is kept in memory of what people amount to, where one of them was erased. */
export const forgetAmounts = (): void => recent.forget('');

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
