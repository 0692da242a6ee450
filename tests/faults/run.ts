// `npm run faults [-- --database sqlite|postgres --faults N --seed N --clients N --servers N]`: exit 1 if a promise was broken.
import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { accused, said } from './said.ts';
import { runTrial, type Plan } from './trial.ts';

const { values } = parseArgs({
	options: {
		database: { type: 'string' },
		faults: { type: 'string', default: '150' },
		seed: { type: 'string', default: String(Date.now() % 1_000_000) },
		clients: { type: 'string', default: '20' },
		servers: { type: 'string', default: '2' }
	}
});

const both = ['sqlite', 'postgres'] as const;
const wanted = both.filter((name) => values.database === undefined || values.database === name);
const [faults, seed, clients, servers] = [values.faults, values.seed, values.clients, values.servers].map(Number);
if (wanted.length === 0 || !faults || !seed || !clients || !servers) {
	console.error(
		'usage: npm run faults -- [--database sqlite|postgres] [--faults N] [--seed N] [--clients N] [--servers N]'
	);
	process.exit(2);
}

let isRight = true;
for (const database of wanted) {
	const plan: Plan = { database, faults, seed, clients, servers };
	console.log(`\n${database}: ${faults} faults, --seed ${seed}`);
	const trial = await runTrial(plan, (line) => console.error(line));
	console.log(`\n${said(trial)}\n`);
	if (trial.violations.length === 0) continue;
	isRight = false;
	const file = join(tmpdir(), `bellwether-history-${database}-${seed}.jsonl`);
	writeFileSync(file, [...trial.outages, ...trial.history].map((line) => `${JSON.stringify(line)}\n`).join(''));
	for (const violation of trial.violations.slice(0, 50)) console.log(accused(violation));
	console.log(`${trial.violations.length} violations; the whole history is in ${file}. The servers said:`);
	for (const line of trial.complaints.slice(-20)) console.log(line.slice(0, 400));
}
process.exit(isRight ? 0 : 1);
