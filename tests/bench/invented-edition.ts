// A number of responses → an edition of an instrument that so many would make, without counting them one by one.
import { nextEdition } from '#core/benchmark/edition.ts';
import { tallyName, type Tallies, type Tally } from '#core/benchmark/tally.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Edition } from '#core/standing/edition.ts';

/** Every group that the ladders of the instrument can have, each with its share of the responses, told by the real rules. */
export function inventedEdition(instrument: Instrument, responses: number): Edition {
	const tallies: Tallies = new Map();
	for (const side of ['company', 'personal'] as const) {
		const indices = instrument.indices.filter(({ about }) => about === side).map(({ id }) => id);
		for (const rung of side === 'company' ? instrument.peers : instrument.personalPeers) {
			const groups = groupsOf(instrument, rung);
			for (const [at, dimensions] of groups.entries()) {
				const n = Math.floor(responses / groups.length);
				const scores = indices.map((index, shift) => [index, histogram(n, 560 + 20 * shift + (at % 9) * 10)] as const);
				const tally: Tally = {
					side,
					rung,
					dimensions,
					n,
					companies: n,
					sizes: new Map([[1, n]]),
					scores: new Map(scores)
				};
				tallies.set(tallyName(side, rung, dimensions), tally);
			}
		}
	}
	const { id, version } = instrument;
	const about = {
		id: `invented-${responses}`,
		date: '2026-01-01',
		instrument: { id, version },
		demonstration: true,
		source: ''
	};
	return nextEdition(tallies, { about, previous: null, changed: new Map(), stamp: '2026-01-01T00:00:00.000Z' }).edition;
}

/** One for each way to answer the questions of the rung. */
const groupsOf = ({ questions }: Instrument, rung: readonly string[]): readonly Readonly<Record<string, string>>[] =>
	rung.reduce<readonly Readonly<Record<string, string>>[]>(
		(groups, question) => {
			const options = questions.find(({ id }) => id === question)?.options ?? [];
			return groups.flatMap((group) => options.map(({ id }) => ({ ...group, [question]: id })));
		},
		[{}]
	);

/** So many members around a middle score, a bell 150 tenths wide, each score with its share of them to the nearest. */
function histogram(n: number, middle: number): Uint32Array {
	const counts = new Uint32Array(1001);
	const weights = Array.from(counts, (_, tenths) => Math.exp(-(((tenths - middle) / 150) ** 2) / 2));
	const all = weights.reduce((sum, each) => sum + each, 0);
	let [passed, placed] = [0, 0];
	for (const [tenths, weight] of weights.entries()) {
		passed += weight;
		const until = Math.round((n * passed) / all);
		counts[tenths] = until - placed;
		placed = until;
	}
	return counts;
}
