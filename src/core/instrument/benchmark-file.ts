// benchmarks/<name>.yaml → what was measured elsewhere, or what is wrong with it, with file and line.
import { z } from 'zod';
import { contradictionIn, type Benchmark, type BenchmarkMeasure } from './benchmark.ts';
import type { Compiled } from './compiled.ts';
import type { Ledger } from './ledger.ts';
import { readSettings, type Settings, type SourceFile } from './page.ts';
import { count, id, keys, named, readShape, score } from './shape.ts';
import { oneOf, wrong } from './wrong.ts';

const line = z.string('text').trim().min(1, 'text').max(160, 'footer').regex(/^.*$/, 'one line');

/** Points in steps of five → tenths. */
const edge = z
	.int('edge')
	.min(0, 'edge')
	.max(100, 'edge')
	.multipleOf(5, 'edge')
	.transform((points) => 10 * points);

const measureShape = keys({
	n: z.int('members').min(30, 'members'),
	companies: count.optional(),
	median: score,
	quartiles: z.tuple([score, score], 'quartiles'),
	bins: z.array(keys({ from: edge, to: edge, count }), 'list').min(1, 'list')
});

const benchmarkShape = keys({
	id,
	source: line,
	url: z
		.string('url')
		.max(300, 'url')
		.regex(/^https?:\/\/[^\s/]+(\/\S*)?$/, 'url'),
	date: z.iso.date('date'),
	population: line,
	version: z
		.string('version')
		.regex(/^\d{1,6}\.\d{1,6}\.\d{1,6}$/, 'version')
		.optional(),
	measures: named(measureShape)
});

/** All that have no error, in the order of their names. Those of another major version are left out. */
export function readBenchmarks(
	files: readonly SourceFile[],
	instrument: Compiled,
	ledger: Ledger
): readonly Benchmark[] {
	const ids = new Set<string>();
	return files.flatMap((file) => {
		if (!/^benchmarks\/[^/]+\.ya?ml$/.test(file.path)) {
			ledger.error(`${file.path}:1`, notABenchmark(file.path));
			return [];
		}
		const settings = readSettings(file, ledger);
		const read = settings && readBenchmark(settings, instrument);
		if (!settings || !read) return [];
		if (ids.has(read.id)) ledger.error(settings.place(['id']), idTwice(read.id));
		ids.add(read.id);
		const isOurs = majorOf(read.version) === majorOf(instrument.version);
		if (!isOurs) ledger.warning(settings.place(['version']), otherMajor(instrument.version, read.version));
		return isOurs ? [read] : [];
	});
}

function readBenchmark(settings: Settings, { indices, version }: Compiled): Benchmark | null {
	const { ledger } = settings;
	const front = readShape(benchmarkShape, settings);
	if (!front) return null;
	const known = indices.map(({ id }) => id);
	const measures = Object.entries(front.measures).map(([index, read]): readonly [string, BenchmarkMeasure] => {
		const measure = { ...read, companies: read.companies ?? read.n };
		if (!known.includes(index)) ledger.error(settings.keyPlace(['measures', index]), unknownIndex(known, index));
		const contradiction = contradictionIn(measure);
		if (contradiction) {
			const { key, expected, found } = contradiction;
			ledger.error(settings.place(['measures', index, key]), wrongFigures(expected, found));
		}
		return [index, measure];
	});
	const total = indices.find(({ about, of }) => about === 'company' && of !== null);
	if (total && !Object.hasOwn(front.measures, total.id))
		ledger.warning(settings.place(['measures']), withoutTotal(total.id));
	return { ...front, version: front.version ?? `${majorOf(version)}.0.0`, measures: Object.fromEntries(measures) };
}

const majorOf = (version: string): string => version.split('.')[0] ?? '';

const notABenchmark = (path: string) =>
	wrong('not-a-benchmark', 'benchmarks such as study-2026.yaml', `"${path}"`, 'Rename the file or take it out.');

const idTwice = (found: string) =>
	wrong('benchmark-twice', 'an id of its own', `"${found}" for the second time`, 'Give the newer one a new id.');

const otherMajor = (version: string, found: string) =>
	wrong(
		'benchmark-outdated',
		`a benchmark of version ${majorOf(version)}, whose scores alone compare`,
		`one of ${found}, which is passed over`,
		'Take it out, or score it anew.'
	);

const unknownIndex = (known: readonly string[], found: string) =>
	wrong('benchmark-index', oneOf('the indices', known), `"${found}"`, 'Correct the name or take it out.');

const wrongFigures = (expected: string, found: string) =>
	wrong('benchmark-figures', expected, found, 'Check the figures against their source.');

const withoutTotal = (total: string) =>
	wrong(
		'benchmark-without-total',
		`a measure of "${total}", by which the peer group is chosen`,
		'none, so that no company is compared with it',
		'Add it if the source has it.'
	);
