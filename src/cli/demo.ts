// `bellwether demo`: a place of its own → two thousand invented companies to look at, and how to look at them.
import { relative } from 'node:path';
import { line } from '#core/problem.ts';
import { takeOver } from '#lib/server/database/takeover.ts';
import { fill, foundHere, type Filled, type Found } from '#lib/server/demonstration/filling.ts';
import { env, settleIn } from '#lib/server/env.ts';
import { wrong } from '#lib/server/input.ts';
import { day } from './date.ts';
import { fail, usage } from './output.ts';
import { progress } from './progress.ts';
import { serve } from './serve.ts';
import { stored } from './stored.ts';

export type DemoOptions = {
	readonly companies: string;
	readonly seed: string;
	readonly date: string;
	readonly folder?: string;
	readonly database?: string;
	readonly again?: boolean;
	readonly serve?: boolean;
};

/** Where a demonstration lies by default: beside what is kept. */
const BESIDE = '-demonstration';

export async function demonstrate(options: DemoOptions): Promise<void> {
	const wishes = {
		companies: whole('--companies', options.companies, 10, 20_000),
		seed: whole('--seed', options.seed, 0, 999_999_999),
		date: day(options.date)
	};
	settle(options);
	// No server may run on it meanwhile.
	const place = await takeOver(env().database);
	try {
		const { found, filled } = await stored(async () => {
			const found = await foundHere();
			const isDue = found === 'empty' || found === 'unfinished' || (found === 'filled' && options.again === true);
			const say = progress((responses) => `${responses} responses`);
			const filled = isDue ? await fill(wishes, say) : null;
			say(null);
			return { found, filled };
		});
		if (found === 'real') refuse();
		tell(found, filled);
	} finally {
		await place.release();
	}
	if (options.serve === true) await serve();
}

/** From here on, this process has nothing to do with what is real. */
function settle({ folder, database }: DemoOptions): void {
	const { dataDir, database: real } = env();
	const beside = dataDir.endsWith(BESIDE) ? dataDir : `${dataDir}${BESIDE}`;
	if (database !== undefined && !/^postgres(ql)?:\/\/./.test(database))
		usage('--database takes postgres://user:password@host/name; without it there is a file in a folder of its own.');
	if (database === undefined && !real.startsWith('file:'))
		usage('DATABASE_URL is a server: name another, empty database on it with --database.');
	settleIn(folder ?? beside, database ?? null);
}

function whole(option: string, text: string, least: number, most: number): number {
	const number = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
	if (number >= least && number <= most) return number;
	return usage(`${option} takes a whole number from ${least} to ${most}, and "${text}" is none.`);
}

function refuse(): never {
	const remedy = 'Name another place with --folder or --database. Nothing was changed.';
	const found = 'one that holds real answers, people, campaigns or editions';
	const problem = wrong('not-a-demonstration', here(), 'an empty database, or a demonstration', found, remedy);
	process.stderr.write(`${line(problem)}\n`);
	fail();
}

function tell(found: Found, filled: Filled | null): void {
	const look = `Look at it:  ${environment()} npx bellwether serve`;
	if (filled === null) {
		const again = 'With --again it is made anew, and everything in it is lost.';
		process.stdout.write(`There is a demonstration in ${here()}. ${again}\n${look}\n`);
		return;
	}
	const { companies, responses, leads, editions, owner, report } = filled;
	const counted = `${companies} companies, ${responses} responses, ${leads} leads, ${editions} editions`;
	const lines = [
		...(found === 'unfinished' ? ['The demonstration that was here was never finished, so it was begun anew.'] : []),
		`Filled ${here()}: ${counted}. All of it is invented, and every page says so.`,
		look,
		`The studio:  /studio as ${owner.address}, password ${owner.password} (it is shown this once)`,
		...(report === null ? [] : [`A report:    ${report}`])
	];
	process.stdout.write(`${lines.join('\n')}\n`);
}

/** The folder as somebody here would type it, or the server's database without user and password. */
function here(): string {
	const { dataDir, database } = env();
	if (!database.startsWith('file:')) return new URL(database).host + new URL(database).pathname;
	const path = relative(process.cwd(), dataDir);
	return path.startsWith('..') ? dataDir : `./${path}`;
}

const environment = (): string =>
	env().database.startsWith('file:') ? `DATA_DIR=${here()}` : `DATA_DIR=${env().dataDir} DATABASE_URL=postgres://…`;
