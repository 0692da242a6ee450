// The flagship as designed: what is asked, where it counts, and in which order.
import { describe, expect, test } from 'vitest';
import { parseInstrument } from '#core/instrument/parse.ts';
import { isError, line } from '#core/problem.ts';
import { filesIn } from '../../support/content.ts';

const { instrument, problems } = parseInstrument('sales-velocity', filesIn('content/sales-velocity'));
const questions = new Map(instrument?.questions.map((question) => [question.id, question]));

/** Company questions in the order asked: area and weights. */
const COMPANY: readonly (readonly [id: string, area: string, feeds: Readonly<Record<string, number>>])[] = [
	['strategy-aligned', 'strategy', { value: 2 }],
	['icp-shared', 'marketing', { value: 1, number: 2, 'win-rate': 2 }],
	['marketing-aligned', 'marketing', { number: 3 }],
	['leadership-listens', 'strategy', { value: 2, 'win-rate': 1 }],
	['pay-fits', 'incentives', { value: 3, number: 1 }],
	['process-defined', 'process', { 'win-rate': 2, 'sales-cycle': 3 }],
	['process-followed', 'process', { 'win-rate': 2, 'sales-cycle': 3 }],
	['own-approvals', 'pace', { 'sales-cycle': 5 }],
	['mutual-plan', 'pace', { 'win-rate': 1, 'sales-cycle': 5 }],
	['qualification', 'qualification', { number: 2, 'win-rate': 3, 'sales-cycle': 1 }],
	['walk-away', 'qualification', { number: 1, 'win-rate': 3, 'sales-cycle': 2 }],
	['resources-follow-deals', 'qualification', { 'win-rate': 2 }],
	['close-ratio', 'closing', { 'win-rate': 2 }],
	['lost-to', 'closing', {}],
	['cycle-length', 'pace', { 'sales-cycle': 2 }],
	['stale-deals', 'pipeline', { number: 1, 'sales-cycle': 4 }],
	['deal-value', 'deal-value', { value: 3 }],
	['concessions-traded', 'deal-value', { value: 4 }],
	['enough-opportunities', 'prospecting', { number: 4 }],
	['prospecting-time', 'prospecting', { number: 5 }],
	['pipeline-sources', 'prospecting', { number: 4 }],
	['partners', 'channels', { number: 2 }],
	['self-service', 'channels', { number: 1, 'sales-cycle': 2 }],
	['ramp-up', 'coaching', { number: 2 }],
	['manager-time', 'coaching', { 'win-rate': 3 }],
	['coaching-happens', 'coaching', { number: 1, 'win-rate': 3 }],
	['core-skills', 'skills', { 'win-rate': 2 }],
	['solution-design', 'skills', { value: 2, 'win-rate': 2 }],
	['retention', 'retention', { value: 1 }],
	['success-evidence', 'retention', { value: 2, number: 1, 'win-rate': 1 }],
	['expansion', 'major-accounts', { value: 3, number: 2 }],
	['major-accounts', 'major-accounts', { value: 3 }],
	['buying-group', 'access', { value: 1, 'win-rate': 4, 'sales-cycle': 2 }],
	['key-player-access', 'access', { value: 2, 'win-rate': 3, 'sales-cycle': 1 }],
	['problem-discovery', 'discovery', { value: 2, 'win-rate': 3 }],
	['standing-still', 'closing', { value: 1, 'win-rate': 4, 'sales-cycle': 2 }],
	['compete-effectively', 'differentiation', { 'win-rate': 3 }],
	['unique-value', 'differentiation', { value: 3, 'win-rate': 2 }],
	['methodology-in-use', 'methodology', { 'win-rate': 2, 'sales-cycle': 2 }],
	['deal-record', 'pipeline', { 'sales-cycle': 1 }],
	['ai-use', 'methodology', { number: 1, 'sales-cycle': 1 }],
	['forecast-accurate', 'forecast', { 'sales-cycle': 2 }],
	['discount-to-close', 'deal-value', { value: 5 }],
	['forecast-process', 'forecast', { 'win-rate': 1, 'sales-cycle': 2 }],
	['pipeline-accurate', 'pipeline', { number: 3, 'sales-cycle': 1 }]
];

/** Personal questions in the order asked: weights in the personal index and its facet. */
const PERSONAL: readonly (readonly [id: string, feeds: Readonly<Record<string, number>>])[] = [
	['customer-meetings', { personal: 2, execution: 2 }],
	['my-prospecting', { personal: 2, execution: 2 }],
	['win-loss-review', { personal: 2, execution: 2 }],
	['ask-referrals', { personal: 2, execution: 2 }],
	['hardest-stage', {}],
	['my-differentiation', { personal: 2, approach: 2 }],
	['business-acumen', { personal: 3, approach: 3 }],
	['hard-truth', { personal: 2, approach: 2 }],
	['my-trades', { personal: 2, approach: 2 }],
	['my-walk-away', { personal: 3, approach: 3 }],
	['my-competitive-strategy', { personal: 2, execution: 2 }],
	['call-objectives', { personal: 3, execution: 3 }],
	['my-threads', { personal: 3, execution: 3 }],
	['my-pipeline', { personal: 2, execution: 2 }],
	['my-preparation', { personal: 2, execution: 2 }]
];

test('the content has no error', () => expect(problems.filter(isError).map(line)).toEqual([]));

describe('questions of the company', () => {
	test.each(COMPANY)('%s belongs to %s and feeds %j', (id, area, feeds) => {
		expect(questions.get(id)).toMatchObject({ area, feeds });
	});

	test.each([
		['value', 40],
		['number', 36],
		['win-rate', 51],
		['sales-cycle', 41]
	])('weights in %s add up to %i', (index, total) => {
		const weights = instrument?.questions.map(({ feeds }) => feeds[index] ?? 0) ?? [];
		expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(total);
	});

	test('two are keyed the other way round, each with its opposite in another section', () => {
		const reversed = instrument?.questions.filter(({ reverse }) => reverse) ?? [];
		expect(reversed.map(({ id }) => id).toSorted()).toEqual(['discount-to-close', 'stale-deals']);
		const pairs =
			instrument?.questions.flatMap(({ id, opposite }) =>
				opposite === null ? [] : [[id, opposite].toSorted().join(' ')]
			) ?? [];
		expect([...new Set(pairs)].toSorted()).toEqual(['deal-value discount-to-close', 'pipeline-accurate stale-deals']);
		for (const [a = '', b = ''] of pairs.map((pair) => pair.split(' ')))
			expect(questions.get(a)?.section).not.toBe(questions.get(b)?.section);
	});

	test('results are marked as such', () => {
		const results = instrument?.questions.filter(({ result }) => result).map(({ id }) => id);
		expect(results?.toSorted()).toEqual([
			'close-ratio',
			'cycle-length',
			'deal-value',
			'enough-opportunities',
			'forecast-accurate',
			'retention'
		]);
	});
});

describe('questions of the person', () => {
	test.each(PERSONAL)('%s feeds %j', (id, feeds) => {
		expect(questions.get(id)?.feeds).toEqual(feeds);
	});
});

describe('the whole', () => {
	test('asks sixteen facts, two of them first', () => {
		const context =
			instrument?.sections.filter(({ about }) => about === 'context').flatMap((section) => section.questions) ?? [];
		expect(context).toEqual([
			...[
				'role',
				'carries-deals',
				'industry',
				'company-size',
				'sales-force-size',
				'region',
				'sellers-at-quota',
				'made-quota'
			],
			...[
				'open-opportunities',
				'average-deal-value',
				'currency',
				'win-rate-percent',
				'cycle-days',
				'one-thing',
				'company-name',
				'respondent-name'
			]
		]);
	});

	test('asks in the order of the design', () => {
		const asked = instrument?.questions.map(({ id }) => id) ?? [];
		const company = COMPANY.map(([id]) => id);
		const personal = PERSONAL.map(([id]) => id);
		expect(asked.filter((id) => company.includes(id))).toEqual(company);
		expect(asked.filter((id) => personal.includes(id))).toEqual(personal);
		expect(asked.indexOf('prospecting-importance')).toBeGreaterThan(asked.indexOf('pipeline-accurate'));
		expect(asked.indexOf('customer-meetings')).toBeGreaterThan(asked.indexOf('pipeline-importance'));
	});

	test('sets priorities in five rows', () => {
		const rows = instrument?.questions.filter(({ importanceOf }) => importanceOf.length > 0) ?? [];
		expect(rows.map(({ id, importanceOf }) => [id, ...importanceOf])).toEqual([
			['prospecting-importance', 'prospecting', 'marketing'],
			['buyer-importance', 'discovery', 'access'],
			['coaching-importance', 'coaching', 'skills'],
			['growth-importance', 'major-accounts', 'retention'],
			['pipeline-importance', 'pipeline', 'forecast']
		]);
		expect(rows[0]?.options.map(({ score }) => score)).toEqual([400, 550, 700, 850, 1000]);
	});

	test('has twenty areas of constant importance', () => {
		expect(instrument?.areas).toHaveLength(20);
		expect(new Set(instrument?.areas.map(({ importance }) => importance))).toEqual(new Set([800]));
		expect(new Set(COMPANY.map(([, area]) => area))).toEqual(new Set(instrument?.areas.map(({ id }) => id)));
	});

	test('asks the personal part of sellers, and of those who carry deals', () => {
		const personal = instrument?.sections.filter(({ about }) => about === 'personal') ?? [];
		expect(personal).toHaveLength(3);
		for (const { when } of personal) {
			expect(when).toEqual({
				kind: 'any',
				of: [
					{ kind: 'is', question: 'role', options: ['seller'] },
					{ kind: 'is', question: 'carries-deals', options: ['yes'] }
				]
			});
		}
	});
});
