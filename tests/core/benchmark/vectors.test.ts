// The worked case of a count that goes on while answers come in: revised, withdrawn, sent twice, in any order.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shareOf, type Contribution } from '#core/benchmark/contribution.ts';
import { count, tallyName, type Tallies } from '#core/benchmark/tally.ts';
import { instrument } from '../../support/instrument.ts';
import { vectorsOf } from '../../support/vectors.ts';

type Event = { readonly id: string; readonly rev: number; readonly v: number | null };
type Expected = { readonly histogram: Readonly<Record<string, number>> };

const ranked = instrument({
	indices: [{ id: 'value' }, { id: 'company', of: { value: 1 } }],
	peers: [[]]
});

/** A score that was withdrawn is a revision without one. */
const contribution = ({ id, rev, v }: Event): Contribution => ({
	person: id,
	at: new Date(Date.UTC(2026, 0, rev)).toISOString(),
	dimensions: {},
	tenths: v === null ? {} : { value: v }
});

/** Each event takes out what its company had in the count, and puts in what it has now. */
function counted(events: readonly Event[]): Expected['histogram'] {
	const tallies: Tallies = new Map();
	const heard = new Map<string, readonly Contribution[]>();
	for (const event of events) {
		const before = heard.get(event.id) ?? [];
		const after = [...before, contribution(event)];
		count(tallies, ranked, shareOf(ranked, before), -1);
		count(tallies, ranked, shareOf(ranked, after), 1);
		heard.set(event.id, after);
	}
	const scores = tallies.get(tallyName('company', [], {}))?.scores.get('company') ?? [];
	return Object.fromEntries([...scores].flatMap((members, tenths) => (members === 0 ? [] : [[tenths, members]])));
}

describe.each(vectorsOf<{ events: readonly Event[] }, Expected>('stream.histogram'))('$id', ({ input, expected }) => {
	const { events } = input;

	test('as it came in', () => expect(counted(events)).toEqual(expected.histogram));

	test('in any order, and each event as often as it likes', () => {
		const times = fc.tuple(
			...events.map((event) => fc.integer({ min: 1, max: 3 }).map((n) => Array.from({ length: n }, () => event)))
		);
		const orders = times.chain((each) => {
			const all = each.flat();
			return fc.shuffledSubarray(all, { minLength: all.length });
		});
		fc.assert(
			fc.property(orders, (order) => {
				expect(counted(order)).toEqual(expected.histogram);
			})
		);
	});
});
