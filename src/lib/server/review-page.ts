// Contributions → what the pages of a reviewer show of them: never who answered, and never what.
import { checkAnswers } from '#core/answers/check.ts';
import { isStrong } from '#core/answers/flags.ts';
import { evidenceOf } from '#core/answers/quality.ts';
import { figuresOf } from '#core/answers/raised.ts';
import { leadOf } from '#core/benchmark/contribution.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { valuesOf, type Marks } from '#core/survey/draft.ts';
import { score } from '#core/scores/score.ts';
import { content } from './content.ts';
import { isComplete, knownOf } from './contribution-rows.ts';
import { database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { medianOf } from './medians.ts';
import { instrumentOf } from './opened.ts';
import { findResponse } from './response-rows.ts';
import { noted, PAGE, reviewed, states, type ReviewFilter } from './reviewing.ts';
import { latestRevision } from './revisions.ts';
import { contributionBy } from './rulings.ts';
import { stampInForce } from './tally-rows.ts';

const titleOf = (instrument: string): string => content().instruments.get(instrument)?.title ?? instrument;

export async function reviewPage({ searchParams }: URL) {
	const scopes = (await reviewed()).map((scope) => ({ ...scope, title: titleOf(scope.instrument) }));
	const asked = `${searchParams.get('instrument') ?? ''} ${searchParams.get('major') ?? ''}`;
	const scope = scopes.find(({ instrument, major }) => `${instrument} ${major}` === asked) ?? scopes[0];
	if (scope === undefined) return { scopes, list: null };
	const [at = '', id = ''] = (searchParams.get('after') ?? '').slice(0, 200).split('~');
	const filter: ReviewFilter = {
		instrument: scope.instrument,
		major: scope.major,
		flag: scope.flags.find(({ flag }) => flag === searchParams.get('flag'))?.flag ?? null,
		state: states.find((state) => state === searchParams.get('state')) ?? null,
		after: id === '' ? null : [at, id]
	};
	const rows = await noted(filter);
	const page = rows.slice(0, PAGE);
	const last = rows.length > PAGE ? page.at(-1) : undefined;
	const lead = leadIn(content().instruments.get(scope.instrument));
	return {
		scopes,
		list: {
			scope,
			filter: { flag: filter.flag ?? '', state: filter.state ?? '' },
			isFirst: filter.after === null,
			rows: page.map(({ id, at, tenths, seconds, flags, eligible, ruling, campaign, answers }) => ({
				id,
				at,
				campaign,
				seconds,
				answered: answeredIn(storedJson<Marks>(answers)),
				tenths: lead === undefined ? null : (storedJson<Tenths>(tenths)[lead] ?? null),
				flags: storedJson<readonly string[]>(flags),
				isIn: eligible === 1,
				ruling
			})),
			next: last === undefined ? null : `${last.at}~${last.id}`
		}
	};
}

/** Null: there is none, or what it was of is erased or was answered anew. */
export async function contributionPage(id: string) {
	const row = await contributionBy(id);
	if (row === null) return null;
	const db = await database();
	const stored = await findResponse(db, row.response);
	const revision = await latestRevision(db, row.response);
	if (stored === null || revision === null) return null;
	const instrument = await instrumentOf(revision);
	const checked = checkAnswers(instrument, valuesOf(revision));
	if (!checked.ok) throw new Error(`a completed response is not sound: ${checked.problems[0]?.code}`);
	const isWhole = isComplete(instrument, score(instrument, checked.value));
	const known = knownOf(stored, revision, isWhole, await medianOf(db, instrument));
	const figures = figuresOf(evidenceOf(instrument, checked.value, stored.timing, known));
	const lead = leadIn(instrument);
	const named = (table: 'campaigns' | 'users', id: string) =>
		db.selectFrom(table).select('name').where('id', '=', id).executeTakeFirst();
	return {
		id,
		at: row.at,
		title: titleOf(row.instrument),
		instrument: row.instrument,
		major: row.major,
		version: row.version,
		campaign: stored.campaign === null ? null : ((await named('campaigns', stored.campaign))?.name ?? stored.campaign),
		seconds: row.seconds,
		answered: answeredIn(revision.answers),
		tenths: lead === undefined ? null : (storedJson<Tenths>(row.tenths)[lead] ?? null),
		flags: storedJson<readonly string[]>(row.flags).map((flag) => ({
			flag,
			isStrong: isStrong(flag),
			figures: figures[flag] ?? {}
		})),
		isIn: row.eligible === 1,
		isCounted: row.counted_out === null && row.counted_in !== null && row.counted_in <= (await stampInForce(db, row)),
		ruling: row.ruling && {
			ruling: row.ruling,
			reason: row.reason ?? '',
			by: (await named('users', row.ruled_by?.replace('person ', '') ?? ''))?.name ?? null,
			at: row.ruled_at ?? row.at
		}
	};
}

type Tenths = Readonly<Record<string, number>>;

const leadIn = (instrument: Instrument | undefined): string | undefined =>
	instrument && (leadOf(instrument, 'company') ?? leadOf(instrument, 'personal'))?.id;

const answeredIn = (answers: Marks): number =>
	Object.values(answers).filter(({ value }) => ![null, 'na', 'ns'].includes(value as string | null)).length;
