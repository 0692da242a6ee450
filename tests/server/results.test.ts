// Results of a campaign: what each step counts, where people left, how long it took, where they came from.
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Marks } from '#core/survey/draft.ts';
import { findCampaign, type Campaign } from '#lib/server/campaigns.ts';
import { content } from '#lib/server/content.ts';
import { database } from '#lib/server/database/database.ts';
import { Funnel, type Begun } from '#lib/server/funnel.ts';
import { periodOf, resultsOf, type Period } from '#lib/server/results.ts';
import { campaignFor } from '../support/campaign-in.ts';
import { stored } from '../support/stored-leads.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());

const ever: Period = { from: null, to: null };
const NOW = new Date('2026-11-20T12:00:00.000Z');
const early = '2026-11-10T08:00:00.000Z';
const marks = (...questions: readonly string[]): Marks =>
	Object.fromEntries(questions.map((id, at) => [id, { value: 'x', at: at + 1 }]));

describe('the funnel', () => {
	const begun = (more: Partial<Begun>): Begun => {
		const instrument = content().instruments.get('small');
		if (instrument === undefined) throw new Error('there is no small survey');
		return {
			instrument,
			isCompleted: false,
			isLead: false,
			source: '',
			timing: {},
			answers: {},
			isAtIt: false,
			...more
		};
	};
	const counted = (...all: readonly Partial<Begun>[]) => {
		const funnel = new Funnel();
		for (const each of all) funnel.add(begun(each));
		return funnel;
	};

	test.each<[string, Partial<Begun>, readonly [you: number, work: number]]>([
		['nothing answered', {}, [0, 0]],
		['an answer in the first section', { answers: marks('role') }, [1, 0]],
		['an answer in a later section: the one before was reached, too', { answers: marks('second') }, [1, 1]],
		['an answer taken back is none', { answers: { second: { value: null, at: 1 } } }, [0, 0]],
		['finished, whatever was skipped', { isCompleted: true }, [1, 1]]
	])('a section is reached: %s', (_, each, [you, work]) => {
		const funnel = counted(each);
		expect([funnel.reached('you'), funnel.reached('work')]).toEqual([you, work]);
	});

	test.each<[string, Partial<Begun>, Readonly<Record<string, number>>]>([
		[
			'after the question that was answered last',
			{ answers: { first: { value: 'agree', at: 9 }, role: { value: 'x', at: 12 } } },
			{ role: 1 }
		],
		[
			'not after one that was taken back',
			{ answers: { first: { value: 'agree', at: 1 }, role: { value: null, at: 2 } } },
			{ first: 1 }
		],
		['at once', {}, { atOnce: 1 }],
		['not yet: within the last hour', { answers: marks('role'), isAtIt: true }, { atIt: 1 }],
		['never: it was finished', { isCompleted: true }, {}]
	])('somebody left %s', (_, each, left) => {
		const funnel = counted(each);
		const found = {
			role: funnel.leftAfter('role'),
			first: funnel.leftAfter('first'),
			atOnce: funnel.leftAtOnce,
			atIt: funnel.atIt
		};
		expect(Object.fromEntries(Object.entries(found).filter(([, count]) => count > 0))).toEqual(left);
	});

	test.each<[readonly number[], number | null]>([
		[[], null],
		[[30], 30],
		[[10, 20], 15],
		[[10, 10, 50], 10],
		[[100, 1, 3, 7], 5]
	])('the median of %j seconds is %j; zero is not a time', (seconds, median) => {
		const funnel = counted(
			...seconds.map((you) => ({ isCompleted: true, timing: { you } })),
			{ isCompleted: true, timing: { you: 0 } },
			{ timing: { you: 999 } }
		);
		expect(funnel.median('you')?.seconds ?? null).toBe(median);
		expect(funnel.median()?.of ?? 0).toBe(seconds.length);
	});
});

describe('a campaign', () => {
	let campaign: Campaign;
	let name = 0;

	beforeEach(async () => {
		name += 1;
		await campaignFor(await database(), `campaign-${name}`, { instrument: 'small' });
		const found = await findCampaign(`campaign-${name}`);
		if (found === null) throw new Error('there is no campaign');
		campaign = found;
	});

	const response = (more: object, lead: object | null = null) =>
		stored({ lead, response: { campaign: campaign.id, created_at: early, updated_at: early, ...more } });
	const steps = async (period = ever) =>
		(await resultsOf(campaign, period, NOW)).steps.map(({ kind, title, count }) => [title ?? kind, count]);

	test('that nobody has begun has its steps all the same', async () => {
		expect(await steps()).toEqual([
			['seen', 0],
			['started', 0],
			['You', 0],
			['Work', 0],
			['completed', 0],
			['lead', 0]
		]);
	});

	test('counts each step, without tests, and remembers it for a minute', async () => {
		const db = await database();
		const visit = (day: string, source: string, seen: number) =>
			db.insertInto('visits').values({ campaign: campaign.id, day, source, seen }).execute();
		await visit('2026-11-10', 'letter', 5);
		await visit('2026-11-11', '', 2);
		await response({ answers: marks('role'), source: { utm_source: 'letter' } });
		await response({ answers: marks('role', 'first'), source: { referrer: 'news.example' } });
		await response(
			{ state: 'completed', completed_at: early, source: { utm_source: 'letter' }, timing: { you: 20, work: 40 } },
			{ campaign: campaign.id }
		);
		await response({ is_test: 1, answers: marks('role') });
		await response({ created_at: '2026-11-15T08:00:00.000Z', updated_at: NOW.toISOString(), answers: marks('role') });
		const all = [
			['seen', 7],
			['started', 4],
			['You', 4],
			['Work', 2],
			['completed', 1],
			['lead', 1]
		];
		expect(await steps()).toEqual(all);
		const results = await resultsOf(campaign, ever, NOW);
		expect(results.leaving).toEqual([
			{ section: 'You', question: 'What is your role?', count: 1 },
			{ section: 'Work', question: 'We plan.', count: 1 }
		]);
		expect([results.leftAtOnce, results.atIt]).toEqual([0, 1]);
		expect(results.times).toEqual([
			{ section: null, seconds: 60, of: 1 },
			{ section: 'You', seconds: 20, of: 1 },
			{ section: 'Work', seconds: 40, of: 1 }
		]);
		expect(results.sources).toEqual([
			{ source: 'letter', seen: 5, started: 2, completed: 1, leads: 1 },
			{ source: '', seen: 2, started: 1, completed: 0, leads: 0 },
			{ source: 'news.example', seen: 0, started: 1, completed: 0, leads: 0 }
		]);
		expect(await steps({ from: '2026-11-11', to: '2026-11-15' })).toEqual([
			['seen', 2],
			['started', 1],
			['You', 1],
			['Work', 0],
			['completed', 0],
			['lead', 0]
		]);
		expect((await steps({ from: null, to: '2026-11-10' }))[1]).toEqual(['started', 3]);

		await response({ answers: marks('role') });
		expect(await steps()).toEqual(all);
		const later = await resultsOf(campaign, ever, new Date(NOW.getTime() + 61_000));
		expect(later.steps[1]?.count).toBe(5);
	});

	test('is read to the end, page by page, whatever was begun at the same moment', async () => {
		for (let at = 0; at < 230; at += 1)
			await response({ answers: marks('role'), source: { utm_source: `from-${at % 23}` } });
		const results = await resultsOf(campaign, ever, NOW);
		expect(results.steps[1]?.count).toBe(230);
		expect(results.sources).toHaveLength(20);
		expect(results.otherSources).toEqual({ of: 3, seen: 0, started: 30, completed: 0, leads: 0 });
	});
});

test.each([
	['', ever],
	['from=2026-11-01', { from: '2026-11-01', to: null }],
	['from=2026-11-09&to=2026-11-01', { from: '2026-11-01', to: '2026-11-09' }],
	['from=&to=32', ever]
])('the period of "%s" is %j', (query, period) => {
	expect(periodOf(new URLSearchParams(query))).toEqual(period);
});
