// Briefs about simulated companies that answered the flagship: what holds of each, whatever they said.
import { describe, expect, test } from 'vitest';
import type { Brief } from '#core/brief/brief.ts';
import { severalOf } from '#core/group/several.ts';
import { plain } from '#core/instrument/fill.ts';
import { wholePoints } from '#core/report/format.ts';
import type { DotsBlock, TableBlock } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { itemsIn, partOf } from '../../support/briefs.ts';
import { flagship } from '../../support/flagship.ts';
import { flagshipBrief, peopleOf, type Kind } from './simulated.ts';

const kinds = ['one', 'few', 'several', 'anonymous', 'many'] as const;
const seeds = [1, 2, 3, 4];
const briefs = kinds.flatMap((kind) =>
	seeds.map((seed): readonly [Kind, number, Brief] => [kind, seed, flagshipBrief(kind, seed)])
);

const areaOf = (id: string): string | null => flagship.questions.find((each) => each.id === id)?.area ?? null;

const tablesIn = (brief: Brief, part: string): readonly TableBlock[] =>
	partOf(brief, part).blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

const dotsIn = (brief: Brief): readonly DotsBlock[] =>
	partOf(brief, 'disagree').blocks.flatMap((block) => (block.kind === 'dots' ? [block] : []));

describe.each(briefs)('of %s (seed %i)', (kind, seed, brief) => {
	test('has each part under its name, and something in it', () => {
		expect(new Set(brief.parts.map(({ id }) => id)).size).toBe(13);
		for (const { title, blocks } of brief.parts) {
			expect(title).not.toBe('');
			expect(blocks).not.toEqual([]);
		}
	});

	test('can be read in a few minutes', () => {
		const words = (texts: readonly string[]): number => texts.join(' ').split(/\s+/).length;
		expect(words(textsOf(brief))).toBeLessThan(2000);
		expect(words(textsOf(brief.phone))).toBeLessThan(500);
		for (const [line] of itemsIn(brief, 'call')) expect(line.length).toBeLessThan(260);
	});

	test('plans six to eight questions that the content has, on as many areas, with what to listen for', () => {
		expect(brief.plan.length).toBeGreaterThanOrEqual(6);
		expect(brief.plan.length).toBeLessThanOrEqual(8);
		const areas = brief.plan.map(({ id }) => areaOf(id));
		expect(areas).not.toContain(null);
		expect(new Set(areas).size).toBe(areas.length);
		for (const { id, ask, listenFor, why } of brief.plan) {
			const written = flagship.questions.find((each) => each.id === id)?.texts.ask ?? [];
			expect(written.map(({ question }) => plain(question))).toContain(ask);
			expect(written.map((each) => plain(each.listenFor))).toContain(listenFor);
			expect(why).toMatch(/^Why: .+\.$/);
		}
	});

	test('has three hypotheses, no two alike, each of which could fall', () => {
		const items = itemsIn(brief, 'hypotheses');
		expect(items).toHaveLength(3);
		expect(new Set(items.map(([claim]) => claim)).size).toBe(3);
		for (const [, detail] of items) expect(detail).toContain(' It falls if ');
		expect(itemsIn(brief, 'call')[2]?.[0]).toContain(items[0]?.[0]);
	});

	test('shows what the report shows: the scores of the areas are those of the company', () => {
		const several = severalOf(flagship, peopleOf(kind, seed), { isAnonymous: kind === 'anonymous' || kind === 'many' });
		for (const [part, verdicts] of [
			['strong', ['keep']],
			['weak', ['change', 'stop']]
		] as const)
			for (const [name, score] of tablesIn(brief, part).flatMap(({ rows }) => rows)) {
				const area = flagship.areas.find(({ title }) => title === name);
				const found = several?.scores.areas[area?.id ?? ''];
				expect(wholePoints(found?.tenths ?? -1, 'en')).toBe(score);
				expect(verdicts).toContain(found?.verdict);
			}
	});

	test('sets no gap beside one or few voices, nor beside small groups under a promise', () => {
		const mayTell = kind === 'several' || kind === 'many';
		if (!mayTell) expect(dotsIn(brief)).toEqual([]);
		expect(brief.plan.some(({ why }) => why.includes('managers say'))).toBe(dotsIn(brief).length > 0);
	});

	test('tells the widest gaps first, five at most, and reads no two alike', () => {
		const rows = dotsIn(brief).flatMap((block) => block.rows);
		const widths = rows.map(({ dots: [one, other] }) => Math.abs((one?.tenths ?? 0) - (other?.tenths ?? 0)));
		expect(widths.length).toBeLessThanOrEqual(5);
		// A gap is rounded from the answers, and its means each for themselves.
		for (const [at, width] of widths.entries()) expect(width).toBeLessThanOrEqual((widths[at - 1] ?? 1000) + 2);
		for (const at of [0, 1, 2]) {
			const said = rows.map((row) => row.said[at]?.text);
			expect(new Set(said).size).toBe(said.length);
		}
	});

	test('speaks of no id, fills every gap, and ends its sentences', () => {
		const texts = textsOf(brief);
		const titles = flagship.areas.map(({ title }) => title).join(' ');
		const ids = flagship.questions.map(({ id }) => id).filter((id) => id.includes('-') && !titles.includes(id));
		for (const text of texts) {
			expect(text).not.toMatch(/undefined|NaN|\{|\}|\s{2}|\.\.|“”|\bnull\b/);
			for (const id of ids) expect(text.split(/[\s“”(),.;:?]+/)).not.toContain(id);
		}
		const sentences = ['plan', 'hypotheses', 'discreet', 'unknown'].flatMap((part) =>
			itemsIn(brief, part).flatMap(([text, detail]) => [text, ...(detail === '' ? [] : [detail])])
		);
		for (const sentence of sentences) expect(sentence).toMatch(/[.?”]$/);
	});

	test('is plain data, and the same each time', () => {
		const again = flagshipBrief(kind, seed);
		expect(JSON.parse(JSON.stringify(brief))).toEqual(brief);
		expect(JSON.stringify(again)).toBe(JSON.stringify(brief));
	});

	test('has nothing of the person', () => {
		const personal = flagship.indices.filter(({ about }) => about === 'personal').map(({ title }) => title);
		const sections = new Set(flagship.sections.filter(({ about }) => about === 'personal').map(({ id }) => id));
		const asked = flagship.questions.filter(({ section }) => sections.has(section)).map(({ text }) => plain(text));
		const texts = textsOf(brief).join('\n');
		for (const each of [...personal.map((title) => `${title} at`), ...asked]) expect(texts).not.toContain(each);
		expect(partOf(brief, 'glance').blocks.some((block) => block.kind === 'panel' && block.about === 'personal')).toBe(
			false
		);
	});
});
