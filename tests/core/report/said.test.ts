// What is said about answers: cards, answers, patterns, unknowns, and the words that the composer asks for.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { plain } from '#core/instrument/fill.ts';
import type { Block, Report } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { reportWords, type WordKey, type Words } from '#core/report/words.ts';
import { wordsFor } from '#lib/words.ts';
import { score } from '#core/scores/score.ts';
import { BINS, COUNTED_HERE, type Measure } from '#core/standing/edition.ts';
import type { Values } from '#core/instrument/value.ts';
import { cellOf, countedOf, editionOf, measureOf, peersOf, studyOf } from '../../support/edition.ts';
import { answersTo } from '../../support/answers.ts';
import { contentFolder, flagship, reportOf } from '../../support/flagship.ts';
import { composedTwice } from '../../support/twice.ts';

const journey = (name: string): Record<string, unknown> =>
	(
		JSON.parse(readFileSync(join(import.meta.dirname, `../../journeys/${name}.json`), 'utf8')) as {
			answers: Record<string, unknown>;
		}
	).answers;

const steady = journey('steady-process');

const withAnswers = (changes: Record<string, unknown>, wishes: Parameters<typeof reportOf>[1] = {}): Report =>
	reportOf(JSON.stringify({ answers: { ...steady, ...changes } }), wishes);

const blocksOf = (report: Report, id: string): readonly Block[] =>
	report.parts.find((part) => part.id === id)?.blocks ?? [];

const answerTo = (report: Report, question: string) =>
	report.parts
		.flatMap(({ blocks }) => blocks)
		.flatMap((block) => (block.kind === 'answer' && block.question === question ? [block] : []));

describe('an answer', () => {
	test.each([
		['strongly-agree', 'keep', 'Keep'],
		['agree', 'keep', 'Keep'],
		['neither', 'change', 'Change'],
		['disagree', 'stop', 'Stop'],
		['strongly-disagree', 'stop', 'Stop']
	])('%s gets the text of its verdict, once', (option, verdict, label) => {
		const found = answerTo(withAnswers({ 'buying-group': option, 'key-player-access': 'neither' }), 'buying-group');
		expect(found).toHaveLength(1);
		expect(found[0]).toMatchObject({ verdict, label });
		expect(found[0]?.prose.length).toBeGreaterThan(0);
	});

	test('to a question that agrees with bad news is read the other way round', () => {
		expect(answerTo(withAnswers({ 'stale-deals': 'strongly-agree' }), 'stale-deals')[0]?.verdict).toBe('stop');
		expect(answerTo(withAnswers({ 'stale-deals': 'strongly-disagree' }), 'stale-deals')[0]?.verdict).toBe('keep');
	});

	test('is told in the wording that the other answers ask for', () => {
		const prose = (changes: Record<string, unknown>): string =>
			JSON.stringify(answerTo(withAnswers(changes), 'qualification')[0]?.prose);
		const faded = prose({ qualification: 'agree', 'lost-to': 'no-decision' });
		const priced = prose({ qualification: 'agree', 'lost-to': 'price' });
		expect(faded).not.toBe(priced);
	});

	test('that is not scored has no verdict', () => {
		const report = withAnswers({ 'lost-to': 'price' });
		expect(answerTo(report, 'lost-to')).toEqual([]);
		const lost = flagship.questions.find(({ id }) => id === 'lost-to');
		const label = lost?.options.find(({ id }) => id === 'price')?.label ?? 'no such option';
		expect(
			textsOf(report).some(
				(text) => text.startsWith('Also answered') && text.includes(`${plain(lost?.text ?? [])} ${label}`)
			)
		).toBe(true);
	});

	test('"does not apply" is left out and said so', () => {
		const report = withAnswers({ partners: 'na' });
		expect(answerTo(report, 'partners')).toEqual([]);
		const partners = flagship.questions.find(({ id }) => id === 'partners');
		expect(
			textsOf(report).some((text) => text.startsWith('Left out') && text.includes(plain(partners?.text ?? [])))
		).toBe(true);
	});

	test('to the importance grid is a table and no verdict', () => {
		const tables = blocksOf(withAnswers({}), 'detailed-analysis').filter((block) => block.kind === 'table');
		expect(tables).toHaveLength(1);
		expect(tables[0]?.kind === 'table' ? tables[0].rows : []).toHaveLength(5);
	});
});

describe('a key area', () => {
	test('that is kept although one answer in it is at stop says which', () => {
		const strong = {
			'problem-discovery': 'strongly-agree',
			'stale-deals': 'strongly-disagree',
			'pipeline-accurate': 'strongly-agree'
		};
		const report = withAnswers({ ...strong, 'deal-record': 'heads', 'pipeline-importance': 'essential' });
		const card = blocksOf(report, 'executive-summary').find(
			(block) =>
				block.kind === 'card' &&
				block.verdict === 'keep' &&
				block.title === flagship.areas.find(({ id }) => id === 'pipeline')?.title
		);
		const question = flagship.questions.find(({ id }) => id === 'deal-record');
		expect(JSON.stringify(card)).toContain(plain(question?.text ?? []).slice(0, 40));
		const but = flagship.areas.find(({ id }) => id === 'pipeline')?.texts.but[0];
		expect(card?.kind === 'card' ? card.prose.length : 0).toBeGreaterThan(but?.body.length ?? 99);
	});

	test('says whether its importance was rated or is the same for everybody', () => {
		const lines = blocksOf(withAnswers({}), 'executive-summary').flatMap((block) =>
			block.kind === 'card' ? block.because.lines : []
		);
		expect(lines.some((line) => line.includes('as you rated it'))).toBe(true);
		expect(lines.some((line) => line.includes('the same for everybody'))).toBe(true);
	});
});

describe('a pattern', () => {
	const report = withAnswers({ qualification: 'agree', 'lost-to': 'no-decision' });
	const pattern = flagship.patterns.find(({ id }) => id === 'leaky-verdict');

	test('is told with the answers that made it', () => {
		const told = report.parts
			.flatMap(({ blocks }) => blocks)
			.find((block) => block.kind === 'pattern' && plain(block.title) === plain(pattern?.title ?? []));
		expect(told?.kind === 'pattern' ? told.because.lines : []).toHaveLength(2);
	});

	test('is not told when its condition fails', () => {
		const other = withAnswers({ qualification: 'agree', 'lost-to': 'price' });
		expect(JSON.stringify(other)).not.toContain(plain(pattern?.title ?? []));
	});
});

describe('the words', () => {
	const english = JSON.parse(readFileSync(join(contentFolder, 'messages/en.json'), 'utf8')) as Record<string, unknown>;
	const gaps = (key: WordKey): readonly string[] => [
		...new Set([...JSON.stringify(english[key]).matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? ''))
	];

	const invented = peersOf(flagship, 200, { demonstration: true });
	const quarters = [16, 12, 8, 0].map((worse) => {
		const bins = Array.from({ length: BINS }, (_, at) => (at === 3 ? worse : at === 18 ? 16 - worse : 0));
		return editionOf(flagship, [cellOf(flagship, {}, measureOf(16, { bins }))]);
	});
	const ofIndustry = editionOf(flagship, [
		cellOf(flagship, { industry: 'manufacturing' }, measureOf(40)),
		cellOf(flagship, { role: String(steady['role']) }, measureOf(40))
	]);
	const unphrased = flagship.questions.map((question) =>
		question.id === 'industry'
			? { ...question, options: question.options.map((option) => ({ ...option, phrase: option.label })) }
			: question
	);

	test('every key that the composer may ask for has its message', () => {
		expect(reportWords.filter((key) => english[key] === undefined)).toEqual([]);
	});

	test('are asked for with every gap filled, and each of them is needed', () => {
		const asked = new Set<WordKey>();
		const words: Words = (key, inputs = {}) => {
			asked.add(key);
			expect(
				gaps(key).filter((gap) => inputs[gap] === undefined),
				key
			).toEqual([]);
			return wordsFor('en')(key, inputs);
		};
		for (const changes of [{}, { partners: 'na' }, { qualification: 'ns' }, { role: 'marketing' }])
			withAnswers(changes, { words });
		reportOf(readFileSync(join(contentFolder, '../tests/journeys/strong-house.json'), 'utf8'), { words });
		const rows = flagship.questions.filter(({ importanceOf }) => importanceOf.length > 0);
		const unrated: Record<string, unknown> = Object.fromEntries(rows.map(({ id }) => [id, undefined]));
		withAnswers(unrated, { words, instrument: { ...flagship, velocity: null } });
		reportOf('{ "answers": {} }', { words });
		for (const edition of [...quarters, peersOf(flagship, 200), invented]) withAnswers({}, { words, edition });
		for (const edition of [...quarters, peersOf(flagship, 200)])
			withAnswers({}, { words, edition: { ...edition, source: COUNTED_HERE } });
		withAnswers({}, { words, edition: invented, sample: true });
		withAnswers({}, { words, demonstration: true });
		furtherPeers(words);
		withAnswers({}, { words, edition: ofIndustry, instrument: { ...flagship, questions: unphrased } });
		reportOf('{ "answers": { "role": "seller" } }', { words });
		composedTwice(flagship, journey('weak-everywhere'), journey('strong-house'), words);
		const alike = { 'stale-deals': 'agree', 'pipeline-accurate': 'agree', 'deal-value': 'agree' };
		withAnswers({ ...alike, 'discount-to-close': 'agree', 'one-thing': 'Fewer reports.' }, { words });
		for (const rated of [rows, rows.slice(0, 1)])
			withAnswers({ ...unrated, ...Object.fromEntries(rated.map(({ id }) => [id, 'a-lot'])) }, { words });
		// The openings of sections have their turns in a test of their own.
		const elsewhere = /^report_(because|section)_(?!behind|ahead)/;
		const silent = reportWords.filter((key) => !asked.has(key) && !elsewhere.test(key));
		expect(silent).toEqual([]);
	});

	/** Ties, other groups, published and newer peers, and how others answered. */
	function furtherPeers(words: Words): void {
		const counted = { source: COUNTED_HERE };
		const tenths = score(flagship, answersTo(flagship, steady as Values)).indices['company']?.tenths ?? 0;
		const all = (measure: Measure) => editionOf(flagship, [cellOf(flagship, {}, measure)], counted);
		for (const same of [3, 8]) withAnswers({}, { words, edition: all(countedOf({ [tenths]: same, 100: 40 })) });
		const { company = measureOf(60) } = cellOf(flagship, {}, measureOf(60)).measures;
		const companies = editionOf(flagship, [{ dimensions: {}, measures: { company } }], counted);
		withAnswers({}, { words, edition: companies });
		withAnswers({}, { words, edition: companies, published: peersOf(flagship, 200) });
		const groups = (n: number, source: string) =>
			editionOf(
				flagship,
				[cellOf(flagship, { industry: 'manufacturing' }, measureOf(20)), cellOf(flagship, {}, measureOf(n))],
				{ source }
			);
		const former = peersOf(flagship, 9, counted);
		for (const n of [15, 90])
			for (const source of ['', 'x']) withAnswers({}, { words, edition: groups(n, source), former });
		const people = editionOf(flagship, [
			cellOf(flagship, { role: String(steady['role']) }, measureOf(30)),
			cellOf(flagship, {}, measureOf(90))
		]);
		withAnswers({}, { words, edition: people });
		for (const demonstration of [true, false])
			for (const lower of [250, 750]) {
				const item = { n: 40, median: 750, quartiles: [lower, 750] as const };
				withAnswers({}, { words, edition: peersOf(flagship, 90), study: studyOf(flagship, item, { demonstration }) });
			}
	}

	test('stand in the plural where they count', () => {
		const lead = (changes: Record<string, unknown>): string =>
			textsOf(withAnswers({ 'marketing-aligned': 'agree', ...changes })).find((text) =>
				text.includes('That is a finding too')
			) ?? '';
		expect(lead({ qualification: 'ns' })).toMatch(/^One question was/);
		expect(lead({ qualification: 'ns', 'walk-away': 'ns' })).toMatch(/^2 questions were/);
	});
});

test('figures are written as the locale writes them, whatever machine composes', () => {
	const german = JSON.stringify(withAnswers({}, { locale: 'de' }));
	expect(german).toMatch(/EUR\u00a0\d+\.\d{3}/);
	expect(german).toContain('75,0');
	expect(german).not.toContain('75.0 points');
});

describe('money', () => {
	const numbers = {
		'open-opportunities': 40,
		'average-deal-value': 50_000,
		'win-rate-percent': 25,
		'cycle-days': 90,
		currency: 'eur'
	};
	const texts = textsOf(withAnswers(numbers));

	test('has three figures in a sentence, since four estimates are not known to the last euro', () => {
		expect(texts.some((text) => text.includes('about EUR\u00a05,560 a working day'))).toBe(true);
		expect(texts.filter((text) => text.includes('5,556 a working day'))).toEqual([]);
	});

	test('has every digit in the equation and its table', () => {
		expect(texts).toContain('EUR\u00a05,556 a day');
		expect(texts.filter((text) => text === '+47.9%')).toHaveLength(1);
	});

	test('stands without a currency where none was given', () => {
		const bare = textsOf(reportOf(JSON.stringify({ answers: { ...steady, ...numbers, currency: undefined } })));
		expect(bare).toContain('5,556 a day');
	});
});
