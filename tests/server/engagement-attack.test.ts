// A curious consultant who does all that the studio allows and keeps every number: nobody who was promised anonymity comes out.
import { afterAll, describe, expect, test } from 'vitest';
import { chanceFrom, type Chance } from '#core/simulation/chance.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { newEngagementSettings } from '#lib/engagement/settings.ts';
import { database } from '#lib/server/database/database.ts';
import { comparisonOf } from '#lib/server/engagement/comparison.ts';
import { closeEngagement, editEngagement, reopenEngagement } from '#lib/server/engagement/changes.ts';
import { addInvitees, editInvitee, removeInvitee, replaceInvitee } from '#lib/server/engagement/invitee-changes.ts';
import { inviteesOf, type Invitee } from '#lib/server/engagement/invitees.ts';
import { portfolioPage } from '#lib/server/engagement/portfolio.ts';
import { resultsOf } from '#lib/server/engagement/results.ts';
import type { Person } from '#lib/server/person.ts';
import { rule } from '#lib/server/rulings.ts';
import { Diary } from '../support/curious.ts';
import { answers, asked, engagementNow, engagementOf } from '../support/engagements.ts';
import { flagship } from '../support/flagship.ts';
import { makeWorld, newId } from '../support/world.ts';

const world = makeWorld({ CONTENT_DIR: 'content' });
afterAll(() => world.stop());

const groups = Object.keys(flagship.groups);
const [question = 'role'] = Object.keys(Object.values(flagship.groups)[0] ?? {});
const options = flagship.questions.find(({ id }) => id === question)?.options.map(({ id }) => id) ?? [];
const seller = flagship.groups[groups[1] ?? '']?.[question]?.[0] ?? '';
const manager = flagship.groups[groups[0] ?? '']?.[question]?.[0] ?? '';

const pick = <T>(chance: Chance, some: readonly T[]): T => some[Math.floor(chance.next() * some.length)] as T;
const upTo = (chance: Chance, least: number, most: number): number =>
	least + Math.floor(chance.next() * (most - least + 1));
const role = (chance: Chance): string =>
	chance.next() < 0.85 ? pick(chance, [seller, seller, manager]) : pick(chance, options);

type Promise_ = 'named' | 'anonymous';

/** Everything that is told now, by any way that leads out of the server. */
async function look(person: Person, id: string, diary: Diary, raw: Diary): Promise<void> {
	const engagement = await engagementNow(id);
	const { several, heard, because } = await resultsOf(engagement);
	const { rows } = await portfolioPage(person, new URL('https://studio.test/studio/engagements'));
	const row = rows.find((each) => each.id === id);
	raw.keepRaw(heard, groups);
	if (several === null) {
		expect(because).not.toBeNull();
		expect([row?.index, row?.band, row?.agreement]).toEqual([null, null, null]);
		expect(await comparisonOf(person, [id, newId()])).toBe('untold');
		return;
	}
	diary.keep(several, heard);
	expect(row?.agreement).toBe(several.agreed?.label ?? null);
}

/** A round of a client's life under somebody who wants to know too much. */
async function pried(seed: number, promise: Promise_): Promise<{ readonly diary: Diary; readonly raw: Diary }> {
	const chance = chanceFrom(seed);
	const person: Person = { id: newId(), name: 'Ada', address: 'ada@firm.example', role: 'consultant', session: '' };
	const made = { instrument: flagship.id, promise, settings: { ...newEngagementSettings(), openLink: true } };
	const { id } = await engagementOf(person, made);
	const [diary, raw] = [new Diary(), new Diary()];
	let number = 1000 * seed;
	const replies = async (invitee: Pick<Invitee, 'id' | 'generation'>): Promise<void> => {
		const given = { ...answersOf(flagship, seed, (number += 1)), [question]: role(chance) };
		await answers(invitee, given, { instrument: flagship.id, version: flagship.version });
	};
	const watch = (): Promise<void> => look(person, id, diary, raw);
	const anybody = async (): Promise<Invitee> => pick(chance, await inviteesOf(id));
	const listed = () => ({ name: 'New', address: `${newId()}@client.example`, role: role(chance) });
	/** What the studio lets be done with people at any time. */
	const meddle = async (): Promise<void> => {
		const one = await anybody();
		const deeds = [
			() => removeInvitee(person, id, one.id),
			() => replaceInvitee(person, id, one.id, listed()),
			() => editInvitee(person, id, one.id, { name: 'Other', role: role(chance) }),
			() => addInvitees(person, id, [listed()]),
			() => editEngagement(person, id, { promise: 'named' }),
			() => reopenEngagement(person, id),
			() => ruledOn(one)
		];
		await pick(chance, deeds)();
	};

	const people = await asked(
		person,
		{ id },
		Array.from({ length: upTo(chance, 5, 16) }, () => role(chance))
	);
	for (const each of people) {
		if ((await inviteesOf(id)).some((still) => still.id === each.id) && chance.next() < 0.9) await replies(each);
		if (chance.next() < 0.3) await meddle();
		if (chance.next() < 0.3) await watch();
	}
	await closeEngagement(person, id);
	await watch();
	const late = await asked(
		person,
		{ id },
		Array.from({ length: upTo(chance, 4, 14) }, () => role(chance))
	);
	for (const each of late) {
		if ((await inviteesOf(id)).some((still) => still.id === each.id)) await replies(each);
		await watch();
		await meddle();
		await watch();
	}
	return { diary, raw };
}

/** A reviewer's last word takes a response in or out of what is counted. */
async function ruledOn({ response }: Invitee): Promise<void> {
	if (response === null) return;
	const db = await database();
	const row = await db
		.selectFrom('contributions')
		.select(['id', 'eligible'])
		.where('response', '=', response)
		.executeTakeFirst();
	if (row) await rule('command', row.id, row.eligible === 1 ? 'excluded' : 'included', 'to see what changes');
}

const seeds = [1, 2, 3, 4, 5, 6];

describe('where anonymity was promised', () => {
	test.each(seeds)('nobody comes out, nor a group below five (seed %i)', async (seed) => {
		const { diary } = await pried(seed, 'anonymous');
		expect(diary.leaks(5)).toEqual([]);
	});

	test('there was something to subtract from, and the same numbers without the rules give people away', async () => {
		const found = await pried(7, 'anonymous');
		expect(found.diary.size).toBeGreaterThan(15);
		const leaks = found.raw.leaks(5);
		expect(leaks.filter(({ people }) => people.length === 1)).not.toEqual([]);
		for (const leak of leaks) expect(Math.abs(leak.mean - found.raw.truth(leak))).toBeLessThanOrEqual(leak.within);
	});
});

test('where names were promised the same consultant learns what single people scored, and knows that he may', async () => {
	const { diary } = await pried(11, 'named');
	const alone = diary.leaks(3).filter(({ people }) => people.length === 1);
	expect(alone).not.toEqual([]);
	for (const leak of alone) expect(Math.abs(leak.mean - diary.truth(leak))).toBeLessThanOrEqual(leak.within);
});
