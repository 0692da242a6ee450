// The words that a company report asks for: each has its message, each is needed, and every gap in it is filled.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { edited } from '#core/company-report/edited.ts';
import { companyWords, type CompanyKey, type CompanyWords } from '#core/company-report/words.ts';
import { COUNTED_HERE } from '#core/standing/edition.ts';
import { wordsFor } from '#lib/words.ts';
import { home, says } from '../../support/briefs.ts';
import { companyReportOn } from '../../support/company-reports.ts';
import { peersOf } from '../../support/edition.ts';
import { contentFolder, flagship } from '../../support/flagship.ts';
import { peopleOf } from '../brief/simulated.ts';

const english = JSON.parse(readFileSync(join(contentFolder, 'messages/en.json'), 'utf8')) as Record<string, unknown>;

const gaps = (key: CompanyKey): readonly string[] => [
	...new Set([...JSON.stringify(english[key]).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
];

test('every key has its message', () => {
	expect(companyWords.filter((key) => english[key] === undefined)).toEqual([]);
});

test('each is asked for, with every gap filled', () => {
	const asked = new Set<CompanyKey>();
	const words: CompanyWords = (key, inputs = {}) => {
		asked.add(key);
		expect(
			gaps(key).filter((gap) => inputs[gap] === undefined),
			key
		).toEqual([]);
		return wordsFor('en')(key, inputs);
	};
	const group = (role: string, all: string, apart = {}) =>
		[0, 1, 2].map((at) => says(`${role}${at}`, role, all, apart));
	for (const kind of ['one', 'few', 'several', 'many'] as const)
		companyReportOn(peopleOf(kind), { instrument: flagship, isAnonymous: kind === 'many', words });
	const edition = peersOf(flagship, 200, { source: COUNTED_HERE });
	const report = companyReportOn(peopleOf('several'), { instrument: flagship, edition, words });
	const headline = edited(report, {}, { introduction: '', recommendations: '', author: '' }, words).texts[0];
	const edit = { was: headline?.was ?? '', text: 'Mine.', by: 'ada', at: '' };
	const own = { introduction: 'Hello.', recommendations: 'Do.', author: 'Ada' };
	edited(report, { [headline?.place ?? '']: edit }, own, words);
	companyReportOn([says('a', 'seller', '4'), says('b', 'boss', '4')], { words });
	companyReportOn([...group('boss', '5'), ...group('seller', '1')], { words });
	companyReportOn([...group('boss', '4'), ...group('seller', '4')], { words });
	const some = { 'care-1': '3', 'craft-1': '3', 'order-1': '3' };
	companyReportOn([...group('boss', '5', some), ...group('seller', '4', some)], { words });
	companyReportOn([says('a', 'boss', '5'), says('b', 'boss', '1'), says('c', 'seller', 'ns')], { words });
	companyReportOn(group('seller', '4', { 'care-1': 'ns' }), { words });
	const opposed = {
		...home,
		questions: home.questions.map((each) => (each.id === 'care-1' ? { ...each, opposite: 'craft-1' } : each))
	};
	companyReportOn(group('seller', '4', { 'care-1': '5', 'craft-1': '5' }), { words, instrument: opposed });
	for (const [high, low] of [
		['5', '3'],
		['4', '3'],
		['5', '4']
	] as const)
		companyReportOn([...group('boss', high), ...group('seller', low)], { words });
	companyReportOn([...group('boss', '4'), ...group('seller', '4', { 'care-1': '3', 'reach-1': '3' })], { words });
	const near = { 'reach-1': '3', 'trust-1': '3', 'price-1': '3', 'speed-1': '3', 'reach-2': '3' };
	companyReportOn([...group('boss', '4'), ...group('seller', '4', near)], { words });
	expect(companyWords.filter((key) => !asked.has(key))).toEqual([]);
});
