// The table of contributions as a reviewer sees it: how many count, what keeps others out, and a list of those. Reading only.
import { sql } from 'kysely';
import { isStrong, statusOf } from '#core/answers/flags.ts';
import type { Scope } from './contributions.ts';
import type { ContributionRow } from './database/benchmark-schema.ts';
import { database } from './database/database.ts';
import { storedJson } from './database/stored-json.ts';
import { promisedAnonymity } from './engagement/invited.ts';

type FlagCount = {
	readonly flag: string;
	readonly isStrong: boolean;
	readonly raised: number;
	readonly keptOut: number;
};

type Reviewed = Scope & {
	readonly counting: number;
	readonly keptOut: number;
	/** Decided by a reviewer. */
	readonly ruledIn: number;
	readonly ruledOut: number;
	readonly flags: readonly FlagCount[];
	/** Of the newest edition that was counted here, `yyyy-mm-dd`; null: there is none. */
	readonly edition: string | null;
};

/** As the index has it, so that it is used. */
const IS_NOTED = sql<boolean>`(flags <> '[]' or ruling is not null)`;

/** Every instrument and major that somebody has contributed to, in the order of the alphabet, the newest major first. */
export async function reviewed(): Promise<readonly Reviewed[]> {
	const db = await database();
	const counting = await db
		.selectFrom('contributions')
		.select((row) => ['instrument', 'major', row.fn.countAll().as('count')])
		.where('eligible', '=', sql.lit(1))
		.groupBy(['instrument', 'major'])
		.execute();
	const noted = await db
		.selectFrom('contributions')
		.select((row) => ['instrument', 'major', 'flags', 'ruling', 'eligible', row.fn.countAll().as('count')])
		.where(IS_NOTED)
		.where('response', 'in', (row) =>
			row
				.selectFrom('responses')
				.select('id')
				.where((each) => each.or([each('invitation', 'is', null), each('invitation', 'not in', promisedAnonymity(db))]))
		)
		.groupBy(['instrument', 'major', 'flags', 'ruling', 'eligible'])
		.execute();
	const editions = await db
		.selectFrom('editions')
		.select((row) => ['instrument', 'major', row.fn.max('date').as('date')])
		.where('origin', '=', 'own')
		.groupBy(['instrument', 'major'])
		.execute();
	const keys = [...counting, ...noted].map(({ instrument, major }) => JSON.stringify([instrument, -major]));
	return [...new Set(keys)].sort().map((key): Reviewed => {
		const [instrument, minus] = storedJson<[string, number]>(key);
		const isOf = (row: Scope): boolean => row.instrument === instrument && row.major === -minus;
		const rows = noted.filter(isOf).map(({ flags, ruling, eligible, count }) => ({
			flags: storedJson<readonly string[]>(flags),
			ruling,
			isOut: eligible === 0,
			count: Number(count)
		}));
		// What is too old does not count either, whatever was noticed about it.
		const out = rows.filter(
			({ isOut, flags, ruling }) => isOut && (ruling === 'excluded' || statusOf(flags) === 'excluded')
		);
		return {
			instrument,
			major: -minus,
			counting: Number(counting.find(isOf)?.count ?? 0),
			keptOut: total(out),
			ruledIn: total(rows.filter(({ ruling }) => ruling === 'included')),
			ruledOut: total(rows.filter(({ ruling }) => ruling === 'excluded')),
			flags: [...new Set(rows.flatMap(({ flags }) => flags))].sort().map((flag) => ({
				flag,
				isStrong: isStrong(flag),
				raised: total(rows.filter(({ flags }) => flags.includes(flag))),
				keptOut: total(out.filter(({ flags }) => flags.includes(flag)))
			})),
			edition: editions.find(isOf)?.date ?? null
		};
	});
}

const total = (rows: readonly { readonly count: number }[]): number => rows.reduce((sum, { count }) => sum + count, 0);

export const states = ['out', 'in', 'included', 'excluded'] as const;

export type ReviewFilter = Scope & {
	/** Null: any. */
	readonly flag: string | null;
	/** Kept out or counting, or decided by a reviewer. */
	readonly state: (typeof states)[number] | null;
	/** Goes on after this place; null: from the newest. */
	readonly after: readonly [at: string, id: string] | null;
};

export const PAGE = 50;

/**
 * Those that were kept out, flagged or ruled, the newest first: one more than a page where there are more. Of whoever was
 * promised that nobody learns what they said, nobody decides by looking.
 */
export async function noted({ instrument, major, flag, state, after }: ReviewFilter) {
	const db = await database();
	return db
		.selectFrom('contributions')
		.innerJoin('responses', 'responses.id', 'contributions.response')
		.leftJoin('campaigns', 'campaigns.id', 'responses.campaign')
		.select([
			'contributions.id',
			'contributions.at',
			'contributions.tenths',
			'contributions.seconds',
			'contributions.flags',
			'contributions.eligible',
			'contributions.ruling',
			'campaigns.name as campaign',
			'responses.answers'
		])
		.where('contributions.instrument', '=', instrument)
		.where('contributions.major', '=', major)
		.where(IS_NOTED)
		.where((row) => row.or([row('invitation', 'is', null), row('invitation', 'not in', promisedAnonymity(db))]))
		.$if(flag !== null, (query) => query.where('contributions.flags', 'like', `%"${flag}"%`))
		.$if(state === 'out' || state === 'in', (query) => query.where('eligible', '=', state === 'in' ? 1 : 0))
		.$if(state === 'included' || state === 'excluded', (query) =>
			query.where('ruling', '=', state as NonNullable<ContributionRow['ruling']>)
		)
		.$if(after !== null, (query) =>
			query.where((row) =>
				row(row.refTuple('contributions.at', 'contributions.id'), '<', row.tuple(after?.[0] ?? '', after?.[1] ?? ''))
			)
		)
		.orderBy('contributions.at', 'desc')
		.orderBy('contributions.id', 'desc')
		.limit(PAGE + 1)
		.execute();
}
