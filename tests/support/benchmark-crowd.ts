// Simulated respondents of the flagship → contributions in the database, as their completed surveys would make them.
import { answersOf } from '#core/simulation/simulate.ts';
import { contributionOf } from '#lib/server/contribution-rows.ts';
import { contribute } from '#lib/server/contributions.ts';
import { change } from '#lib/server/database/database.ts';
import { flagship } from './flagship.ts';

const BEGAN = Date.parse('2026-10-01T12:00:00.000Z');
const MINUTES = 60_000;

/** Respondents 1 to `count`, one or two of each company. Those who answered carelessly are kept out, as ever. */
export const contributeCrowd = (count: number): Promise<void> =>
	change('crowd', async (db) => {
		for (let number = 1; number <= count; number += 1) {
			const values = Object.entries(answersOf(flagship, 11, number));
			const marks = values.map(([id, value], at) => [id, { value, at: BEGAN + 10_000 * at }] as const);
			const row = contributionOf(
				{
					id: `simulated-${number}`,
					instrument: flagship.id,
					timing: {},
					trap: 0,
					created_at: new Date(BEGAN).toISOString()
				},
				{
					revision: 1,
					answers: Object.fromEntries(marks),
					completed_at: new Date(BEGAN + 20 * MINUTES + number).toISOString()
				},
				flagship,
				{ company: `company-${Math.floor((2 * number) / 3)}`, person: `person-${number}` }
			);
			await contribute(db, { ...row, response: null });
		}
	});
