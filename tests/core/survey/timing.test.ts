import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { secondsOf, seen, STILL, timingFrom, type Timing } from '#core/survey/timing.ts';

type Look = readonly [section: string | null, now: number];

const after = (looks: readonly Look[], start: Timing = timingFrom({})) =>
	secondsOf(looks.reduce((timing, [section, now]) => seen(timing, section, now), start));

describe('the time that a section had somebody', () => {
	it.each<[string, Look[], Record<string, number>]>([
		[
			'goes to what was in front',
			[
				['you', 1000],
				['you', 6000],
				['deals', 8000],
				['deals', 9000]
			],
			{ you: 7, deals: 1 }
		],
		[
			'adds up over several visits',
			[
				['you', 0],
				['deals', 2000],
				['you', 5000],
				['deals', 9000]
			],
			{ you: 6, deals: 3 }
		],
		[
			'does not run while the page is out of sight',
			[
				['you', 0],
				[null, 3000],
				['you', 900_000],
				['you', 901_000]
			],
			{ you: 4 }
		],
		[
			'does not run before there is something to see',
			[
				[null, 0],
				['you', 60_000],
				['you', 61_000]
			],
			{ you: 1 }
		],
		[
			'is at most a minute for each sign of life',
			[
				['you', 0],
				['you', 3_600_000]
			],
			{ you: 60 }
		],
		[
			'leaves out what was hardly looked at',
			[
				['you', 0],
				['deals', 400],
				['deals', 5000]
			],
			{ deals: 5 }
		]
	])('%s', (_, looks, seconds) => {
		expect(after(looks)).toEqual(seconds);
	});

	it('goes on from an earlier visit, whose seconds it does not change', () => {
		const earlier = timingFrom({ you: 30, deals: 12 });
		expect(secondsOf(earlier)).toEqual({ you: 30, deals: 12 });
		expect(
			after(
				[
					['you', 5_000_000],
					['you', 5_004_000]
				],
				earlier
			)
		).toEqual({ you: 34, deals: 12 });
	});

	it('is not taken away by a clock that stands still or goes back', () => {
		expect(
			after([
				['you', 5000],
				['you', 9000],
				['you', 2000]
			])
		).toEqual({ you: 4 });
	});

	it('is never more than went by, nor more than a minute a sign of life', () => {
		const look = fc.tuple(fc.constantFrom('you', 'deals', null), fc.nat(200_000));
		fc.assert(
			fc.property(fc.array(look), (steps) => {
				let now = 0;
				const looks = steps.map(([section, pause]): Look => [section, (now += pause)]);
				const total = Object.values(after(looks)).reduce((sum, time) => sum + time, 0);
				expect(total * 1000).toBeLessThanOrEqual(Math.min(now, looks.length * STILL) + 2000);
			})
		);
	});
});
