// `bellwether edition`: the benchmark counted anew, and the editions that there are.
import { line } from '#core/problem.ts';
import { buildEditions } from '#lib/server/benchmarks.ts';
import { content } from '#lib/server/content.ts';
import { editionsOf } from '#lib/server/edition-rows.ts';
import { wrong } from '#lib/server/input.ts';
import { fail } from './output.ts';
import { progress } from './progress.ts';
import { stored } from './stored.ts';

export async function buildBenchmarks(instrument: string | undefined): Promise<void> {
	if (instrument !== undefined && !content().instruments.has(instrument)) {
		const known = [...content().instruments.keys()].join(', ');
		process.stderr.write(
			`${line(wrong('unknown-instrument', instrument, `one of ${known}`, 'another', 'Check the name.'))}\n`
		);
		fail();
	}
	const say = progress((companies) => `${companies} companies`);
	const built = await stored(() =>
		buildEditions(new Date(), { ...(instrument === undefined ? {} : { only: instrument }), progress: say })
	);
	say(null);
	for (const { instrument: id, edition } of built)
		process.stdout.write(
			edition === null
				? `${id}: no new edition; too little has changed, or too few companies have answered.\n`
				: `${id}: edition ${edition.id} with ${edition.cells.length} peer groups.\n`
		);
}

export async function listEditions({ json = false }: { readonly json?: boolean }): Promise<void> {
	const rows = await stored(() => editionsOf());
	if (json) process.stdout.write(`${JSON.stringify(rows)}\n`);
	else
		for (const { id, date, origin, hash } of rows)
			process.stdout.write(`${id}  ${date}  ${origin}  ${hash.slice(0, 16)}\n`);
}
