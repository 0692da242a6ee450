// The short form of `npm run faults`: every kind of fault on each database, and nothing that was acknowledged is lost.
import { expect, test } from 'vitest';
import { accused, said } from './said.ts';
import { runTrial, type Plan } from './trial.ts';

const plan = { faults: 15, clients: 12, servers: 2 } as const;

test.each<Plan>([
	{ ...plan, database: 'sqlite', seed: 51 },
	{ ...plan, database: 'postgres', seed: 52 }
])('$database survives $faults faults (seed $seed)', async (given) => {
	const trial = await runTrial(given);
	console.log(said(trial));
	expect(trial.outages).toHaveLength(given.faults);
	expect(trial.history.filter(({ kind, status }) => kind === 'save' && status === 200).length).toBeGreaterThan(200);
	expect([...trial.violations.map(accused), ...(trial.violations.length > 0 ? trial.complaints : [])]).toEqual([]);
});
