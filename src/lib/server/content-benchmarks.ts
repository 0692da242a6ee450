// The benchmarks that the content brings along → editions, each once, so that a report keeps the one it compares with.
import { hashOf } from '#core/instrument/canonical.ts';
import { benchmarkEdition } from '#core/standing/imported.ts';
import { content } from './content.ts';
import { majorOf } from './contribution-rows.ts';
import { change } from './database/database.ts';
import { isDemonstration } from './demonstration.ts';
import { keepEdition } from './edition-rows.ts';
import { log } from './log.ts';

/** None of them where everything is invented. One that was changed under its id stays as it was first. */
export async function keepBenchmarks(): Promise<void> {
	if (content().benchmarks.size === 0 || (await isDemonstration())) return;
	for (const [instrument, benchmarks] of content().benchmarks) {
		for (const benchmark of benchmarks) {
			const edition = benchmarkEdition(instrument, benchmark);
			const scope = { instrument, major: majorOf(benchmark.version) };
			const kept = await change(`benchmark ${instrument} ${scope.major}`, async (db) => {
				const there = await db.selectFrom('editions').select('hash').where('id', '=', edition.id).executeTakeFirst();
				if (there === undefined) await keepEdition(db, scope, edition, 'imported');
				return there?.hash ?? null;
			});
			if (kept !== null && kept !== hashOf(edition))
				log.warn({ edition: edition.id }, 'benchmark changed under its id: give it a new one');
		}
	}
}
