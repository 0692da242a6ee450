// The method page: everything that decides about a number or a sentence, from the content and the rules, and no narrative.
import { describe, expect, test } from 'vitest';
import { perDay } from '#core/calculators/velocity.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Instrument, Text } from '#core/instrument/instrument.ts';
import { linesOf } from '#core/instrument/words.ts';
import { EXAMPLE, methodPage } from '#core/report/method-page/page.ts';
import { methodWords } from '#core/report/method-page/words.ts';
import type { Block, Paper } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import type { Words } from '#core/report/words.ts';
import { wordsFor } from '#lib/words.ts';
import { flagship } from '../../support/flagship.ts';
import { instrument, option } from '../../support/instrument.ts';
import { compiled } from '../instrument/tiny.ts';

const tiny = compiled();

const pageOf = (of: Instrument, wishes: Partial<Parameters<typeof methodPage>[0]> = {}): Paper =>
	methodPage({ instrument: of, words: wordsFor('en'), locale: 'en', since: null, ...wishes });

const page = pageOf(flagship);
const texts = textsOf(page);
const part = (id: string, of: Paper = page): readonly Block[] => of.parts.find((each) => each.id === id)?.blocks ?? [];
const tables = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));
const items = (blocks: readonly Block[]) => blocks.flatMap((block) => (block.kind === 'list' ? block.items : []));

describe('the page', () => {
	test('is plain data with every string final', () => {
		expect(JSON.parse(JSON.stringify(page))).toEqual(page);
		for (const text of texts) {
			expect(text.trim()).not.toBe('');
			expect(text).not.toMatch(/\{\{|undefined|NaN|\[object|-Infinity/);
		}
	});

	test('has anchors that occur once', () => {
		const anchors = page.parts.flatMap(({ id, blocks }) => [
			id,
			...blocks.flatMap((block) => (block.kind === 'heading' ? [block.id] : []))
		]);
		expect(new Set(anchors).size).toBe(anchors.length);
	});

	test('names no id where a title or a question can be read', () => {
		const ids = [...flagship.questions, ...flagship.areas]
			.map(({ id }) => id)
			.filter((id) => id.includes('-') && !flagship.areas.some(({ title }) => title.includes(id)));
		const all = texts.join('\n');
		expect(ids.filter((id) => new RegExp(`(^|[^\\w-])${id}([^\\w-]|$)`).test(all))).toEqual([]);
	});

	test('holds no narrative', () => {
		const { questions, areas, indices, sections, patterns } = flagship;
		const bodies: readonly Pick<Text, 'body'>[] = [
			...questions.flatMap((each) => [each.texts.keep, each.texts.change, each.texts.stop, each.texts.unsure].flat()),
			...areas.flatMap((each) => [...Object.values(each.texts).flat(), ...each.moves]),
			...indices.flatMap((each) => [...Object.values(each.texts), ...Object.values(each.potentialTexts)].flat()),
			...sections.flatMap(({ skipped }) => skipped),
			...patterns
		];
		const all = texts.join('\n');
		const told = bodies.flatMap(({ body }) => linesOf(body).map(plain)).filter((line) => all.includes(line));
		expect(bodies.length).toBeGreaterThan(300);
		expect(told).toEqual([]);
	});

	test('says which version it is about, and since when it is in use only where that is known', () => {
		expect(page.cover.byline).toContain(flagship.version);
		expect(page.cover.byline).not.toContain('In use since');
		expect(pageOf(flagship, { since: '2026-11-22' }).cover.byline).toContain('In use since 22 November 2026');
		expect(texts.some((text) => text.includes(flagship.hash))).toBe(true);
	});

	test('is the same for the same instrument', () => {
		expect(pageOf(flagship)).toEqual(page);
	});

	test('asks for every one of its words, each gap filled', () => {
		const asked = new Set<string>();
		const words: Words = (key, inputs = {}) => {
			asked.add(key);
			const said = wordsFor('en')(key, inputs);
			expect(said, key).not.toContain('undefined');
			return said;
		};
		const conditions: Instrument = {
			...flagship,
			patterns: flagship.patterns.slice(0, 1).flatMap((pattern) => [
				{ ...pattern, when: { kind: 'answered' as const, question: 'one-thing' } },
				{ ...pattern, when: { kind: 'from' as const, question: 'cycle-days', value: 90 } },
				{ ...pattern, when: { kind: 'area' as const, area: 'access', test: 'below' as const, value: 40 } }
			])
		};
		for (const each of [flagship, conditions, tiny, instrument({})]) pageOf(each, { words, since: '2026-11-22' });
		expect(methodWords.filter((key) => !asked.has(key))).toEqual([]);
	});
});

describe('the weights', () => {
	const rows = tables(part('questions')).flatMap(({ head, rows }) => rows.map((row) => ({ head, row })));
	const titles = new Map(flagship.indices.map(({ title, id }) => [title, id]));

	test('are those of the content, question by question', () => {
		const scored = flagship.questions.filter(({ feeds }) => Object.values(feeds).some((weight) => weight > 0));
		expect(rows).toHaveLength(scored.length);
		for (const question of scored) {
			const found = rows.filter(({ row }) => row[0]?.startsWith(plain(question.text)));
			expect(found, question.id).toHaveLength(1);
			const shown = Object.fromEntries(
				(found[0]?.head ?? []).slice(1).flatMap((title, at) => {
					const weight = Number(found[0]?.row[at + 1] ?? '');
					return weight > 0 ? [[titles.get(title) ?? title, weight]] : [];
				})
			);
			expect(shown).toEqual(Object.fromEntries(Object.entries(question.feeds).filter(([, weight]) => weight > 0)));
		}
	});

	test('mark what is turned round and what is an outcome', () => {
		const marked = (words: string) => rows.filter(({ row }) => row[0]?.includes(words)).length;
		const scored = flagship.questions.filter(({ feeds }) => Object.keys(feeds).length > 0);
		expect(marked('(turned round)')).toBe(scored.filter(({ reverse }) => reverse).length);
		expect(marked('(an outcome)')).toBe(scored.filter(({ result }) => result).length);
	});

	test('leave nothing out that is asked', () => {
		const all = texts.join('\n');
		expect(flagship.questions.filter(({ text }) => !all.includes(plain(text)))).toEqual([]);
	});
});

describe('the rules', () => {
	test('give every band with its lower limit', () => {
		const found = tables(part('indices'));
		for (const bands of Object.values(flagship.bands))
			expect(found.map(({ rows }) => rows)).toContainEqual(bands.map(({ label, from }) => [label, String(from)]));
	});

	test('give the limits of the verdicts from the rule itself', () => {
		expect(texts.some((text) => text.includes('from 70.0 points up reads Keep, up to 30.0 Stop'))).toBe(true);
	});

	test('give every area with its index, its importance and its questions', () => {
		const told = items(part('verdicts'));
		expect(told.map(({ text }) => plain(text))).toEqual(flagship.areas.map(({ title }) => title));
		for (const [at, area] of flagship.areas.entries()) {
			const detail = told[at]?.detail ?? '';
			expect(detail).toContain(flagship.indices.find(({ id }) => id === area.index)?.title);
			expect(detail).toContain(`${area.importance / 10} of 100`);
			for (const question of flagship.questions.filter(
				(each) => each.area === area.id && Object.keys(each.feeds).length > 0
			))
				expect(detail).toContain(plain(question.text));
		}
	});

	test('give every pattern with its condition', () => {
		const told = items(part('findings'));
		expect(told).toHaveLength(flagship.patterns.length);
		for (const { detail } of told) expect(detail).toMatch(/^Told if .+\.$/);
		const leaky = told[flagship.patterns.findIndex(({ id }) => id === 'leaky-verdict')];
		expect(leaky?.detail).toContain('is answered “Agree” or “Strongly agree” and “');
		expect(leaky?.detail).toContain('“No decision: they carried on as before”');
	});

	test('give the worked example exactly', () => {
		const block = part('velocity').find(({ kind }) => kind === 'velocity');
		expect(perDay(EXAMPLE)).toBe(5556);
		expect(block).toMatchObject({ result: '5,556 a day', title: 'An example with round numbers that nobody gave' });
		expect(JSON.stringify(block)).not.toContain('As you gave it');
	});
});

describe('an instrument with less', () => {
	const small = pageOf(
		instrument({
			indices: [{ id: 'value', title: 'Value' }],
			questions: [
				{ id: 'q', feeds: { value: 3 } },
				{
					id: 'n',
					type: 'number',
					feeds: { value: 1 },
					number: {
						min: 0,
						max: 9,
						step: 0.5,
						decimals: 1,
						unit: 'days',
						anchors: [
							[5, 0],
							[90, 1000]
						]
					}
				},
				{
					id: 'c',
					type: 'choice',
					feeds: { value: 1 },
					options: [option('x', 125, { label: 'Some' }), option('y', null, { label: 'Cannot say' })]
				}
			]
		})
	);

	test('has no word about what it does not have', () => {
		expect(small.parts.map(({ id }) => id)).toEqual(['points', 'indices', 'verdicts', 'questions', 'limits']);
		expect(textsOf(small).join(' ')).not.toMatch(/velocity|pattern|key area|tone/i);
	});

	test('shows anchors in their unit, and only options that score', () => {
		const rows = tables(part('points', small)).map((table) => table.rows);
		expect(rows).toContainEqual([
			['0.5 days', '0'],
			['9 days', '100']
		]);
		expect(rows).toContainEqual([['Some', '12.5']]);
	});

	test('of nothing at all is still a page', () => {
		expect(textsOf(pageOf(instrument({}))).length).toBeGreaterThan(10);
	});
});
