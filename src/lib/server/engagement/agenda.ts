// Engagements → the days that matter to them: deadline, meeting, actions due, taking again.
import { dayThere } from '#lib/engagement/deadline.ts';
import type { Dated } from '#lib/engagement/stages.ts';
import { database, type Db } from '../database/database.ts';
import type { ActionRow, MeetingRow } from '../database/engagement-schema.ts';
import type { Engagement } from './engagements.ts';

export type Agenda = {
	/** With what tells one from another for ever, among those of one engagement. */
	readonly dates: readonly (Dated & { readonly key: string })[];
	readonly heldOn: string | null;
	readonly againOn: string | null;
	readonly openActions: number;
};

type Meeting = Pick<MeetingRow, 'engagement' | 'held_on' | 'again_on'>;
type Action = Pick<ActionRow, 'id' | 'engagement' | 'due_on'>;

/** Placeholders that one statement has: both databases take more. */
const MOST = 500;

/** By the engagement's id. */
export async function agendasOf(engagements: readonly Engagement[]): Promise<ReadonlyMap<string, Agenda>> {
	const db = await database();
	const ids = engagements.map(({ id }) => id);
	const meetings = await inChunks(ids, (some) => meetingsOf(db, some));
	const actions = await inChunks(ids, (some) => openActionsOf(db, some));
	const meeting = new Map(meetings.map((each) => [each.engagement, each]));
	const open = new Map<string, Action[]>();
	for (const each of actions) open.set(each.engagement, [...(open.get(each.engagement) ?? []), each]);
	return new Map(
		engagements.map((each) => [each.id, agendaOf(each, meeting.get(each.id) ?? null, open.get(each.id) ?? [])])
	);
}

/** Once it is closed, no deadline lies ahead. */
function agendaOf(
	{ deadline, closed_at, settings }: Engagement,
	meeting: Meeting | null,
	actions: readonly Action[]
): Agenda {
	const dated = (kind: Dated['kind'], on: string | null, key: string) => (on === null ? [] : [{ kind, on, key }]);
	const last = deadline === null || closed_at !== null ? null : dayThere(deadline, settings.zone);
	const [heldOn, againOn] = [meeting?.held_on ?? null, meeting?.again_on ?? null];
	return {
		dates: [
			...dated('deadline', last, 'deadline'),
			...dated('meeting', heldOn, 'meeting'),
			...actions.flatMap(({ id, due_on }) => dated('action', due_on, `action-${id}`)),
			...dated('again', againOn, 'again')
		],
		heldOn,
		againOn,
		openActions: actions.length
	};
}

const meetingsOf = (db: Db, engagements: readonly string[]): Promise<readonly Meeting[]> =>
	db
		.selectFrom('meetings')
		.select(['engagement', 'held_on', 'again_on'])
		.where('engagement', 'in', engagements)
		.execute();

const openActionsOf = (db: Db, engagements: readonly string[]): Promise<readonly Action[]> =>
	db
		.selectFrom('actions')
		.select(['id', 'engagement', 'due_on'])
		.where('engagement', 'in', engagements)
		.where('state', '=', 'open')
		.orderBy('created_at')
		.orderBy('id')
		.execute();

async function inChunks<Row>(
	ids: readonly string[],
	read: (some: readonly string[]) => Promise<readonly Row[]>
): Promise<readonly Row[]> {
	const rows: Row[] = [];
	for (let at = 0; at < ids.length; at += MOST) rows.push(...(await read(ids.slice(at, at + MOST))));
	return rows;
}
