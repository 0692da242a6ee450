// `bellwether edition`: the benchmark counted anew, and the editions that there are.
import { line } from '#core/problem.ts';
import { buildEditions } from '#lib/server/benchmarks.ts';
import { content } from '#lib/server/content.ts';
import { editionById, editionsOf, type EditionSummary } from '#lib/server/edition-rows.ts';
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
	for (const { instrument: id, edition, isStudyNew } of built)
		process.stdout.write(
			edition === null
				? `${id}: no new edition; too little has changed, or too few companies have answered.\n`
				: `${id}: edition ${edition.id} with ${edition.cells.length} peer groups; the study ${isStudyNew ? 'is told anew' : 'stays as it was'}.\n`
		);
}

export async function listEditions({ json = false }: { readonly json?: boolean }): Promise<void> {
	const rows = await stored(async () =>
		Promise.all((await editionsOf()).map(async (row) => ({ ...row, source: await sourceOf(row) })))
	);
	if (json) process.stdout.write(`${JSON.stringify(rows)}\n`);
	else
		for (const { id, date, origin, hash, source, signer } of rows) {
			const from = [source ?? 'counted here', ...(signer === null ? [] : [`signed by ${signer}`])].join(', ');
			process.stdout.write(`${id}  ${date}  ${origin}  ${hash.slice(0, 16)}  ${from}\n`);
		}
}

/** Null: it was counted here. */
const sourceOf = async ({ id, origin }: Pick<EditionSummary, 'id' | 'origin'>): Promise<string | null> =>
	origin === 'own' ? null : ((await editionById(id))?.source ?? null);
