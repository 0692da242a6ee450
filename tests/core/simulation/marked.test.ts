// Marks in place of texts: a marked report shows exactly the marks of those texts whose words stand in the real one.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { textsOf } from '#core/report/texts.ts';
import { score } from '#core/scores/score.ts';
import { marked, marksIn } from '#core/simulation/marked.ts';
import { answersOf } from '#core/simulation/simulate.ts';
import { answersTo } from '../../support/answers.ts';
import { flagship, reportOf } from '../../support/flagship.ts';
import { compiled } from '../instrument/tiny.ts';
import { reportOn, wordingsOf } from './told.ts';

const tiny = compiled();
const seeds = fc.integer({ min: 0, max: 1_000_000 });

const said = (instrument: Instrument, seed: number): string => reportOn(instrument, answersOf(instrument, seed, 1));

/** Where two values of the same shape differ, as paths that do not go into a text's body. */
function differences(one: unknown, other: unknown, path = ''): readonly string[] {
	if (JSON.stringify(one) === JSON.stringify(other)) return [];
	if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) return [path];
	if (path.endsWith('.body') || /^headlines\.\d+\.text$/.test(path)) return [path];
	const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
	const at = (value: object, key: string): unknown => (value as Readonly<Record<string, unknown>>)[key];
	return [...keys].flatMap((key) => differences(at(one, key), at(other, key), path === '' ? key : `${path}.${key}`));
}

describe.each([
	['the tiny fixture', tiny],
	['the flagship', flagship]
])('%s, marked', (_name, instrument) => {
	const under = marked(instrument);

	test('differs in the bodies of its texts and nowhere else', () => {
		const changed = differences(instrument, under.instrument);
		expect(changed).toHaveLength(under.labels.length);
		const texts =
			/^(sections\.\d+\.skipped|questions\.\d+\.texts\.\w+|areas\.\d+\.(texts\.\w+|moves)|indices\.\d+\.(texts|potentialTexts)\.[\w-]+|patterns)\.\d+\.body$|^headlines\.\d+\.text$/;
		expect(changed.filter((path) => !texts.test(path))).toEqual([]);
	});

	test('holds each mark once, in the order of its labels', () => {
		const marks = wordingsOf(under.instrument).flatMap(([line = '']) => marksIn(line));
		expect(marks.toSorted((a, b) => a - b)).toEqual(under.labels.map((_, at) => at));
		expect(marksIn(JSON.stringify(under.instrument))).toHaveLength(under.labels.length);
	});

	test('comes to the same scores and findings', () => {
		fc.assert(
			fc.property(seeds, (seed) => {
				const values = answersOf(instrument, seed, 1);
				const [plain, ours] = [instrument, under.instrument].map((each) => {
					const answers = answersTo(each, values);
					const scores = score(each, answers);
					return { answers, scores, findings: find(each, answers, scores) };
				});
				expect(ours).toEqual(plain);
			}),
			{ numRuns: 30 }
		);
	});
});

type Sentences = readonly (readonly [mark: string, sentence: string])[];

/** What betrays each text: its longest sentence that has no gap and stands in no other text. */
function sentencesOf(instrument: Instrument): Sentences {
	const wordings = wordingsOf(instrument).map((lines) => lines.join('\n'));
	const marks = wordingsOf(marked(instrument).instrument).map((lines) => lines.join(''));
	return wordings.flatMap((wording, at) => {
		const own = wording
			.split(/(?<=[.!?])\s+|\n/)
			.filter(
				(sentence) => !sentence.includes('{{') && wordings.filter((each) => each.includes(sentence)).length === 1
			);
		const [longest] = own.toSorted((a, b) => b.length - a.length);
		return longest === undefined ? [] : [[marks[at] ?? '', longest] as const];
	});
}

/** The texts that the real report shows and the marked one does not, or the other way round. */
function disagreements(sentences: Sentences, real: string, twin: string): Sentences {
	const marks = new Set(marksIn(twin).map((at) => `⟦${at}⟧`));
	return sentences.filter(([mark, sentence]) => real.includes(sentence) !== marks.has(mark));
}

describe('a marked report', () => {
	const journeys = join(import.meta.dirname, '../../journeys');
	const names = readdirSync(journeys).filter((name) => /^[\w-]+\.json$/.test(name));

	const sentences = sentencesOf(flagship);
	const twin = marked(flagship).instrument;

	test('can be compared: nearly every text has a sentence of its own', () => {
		expect(sentences.length).toBeGreaterThan(0.9 * marked(flagship).labels.length);
	});

	test.each(names)('of %s shows exactly the texts of the real one', (name) => {
		const json = readFileSync(join(journeys, name), 'utf8');
		const [real, marks] = [reportOf(json), reportOf(json, { instrument: twin })].map((each) =>
			textsOf(each).join('\n')
		);
		expect(disagreements(sentences, real ?? '', marks ?? '')).toEqual([]);
		expect(marksIn(marks ?? '').length).toBeGreaterThan(20);
	});

	test('of anybody shows exactly the texts of the real one', () => {
		const own = sentencesOf(tiny);
		fc.assert(
			fc.property(seeds, (seed) => {
				expect(disagreements(own, said(tiny, seed), said(marked(tiny).instrument, seed))).toEqual([]);
			}),
			{ numRuns: 50 }
		);
	});
});

describe('a label', () => {
	const { labels } = marked(tiny);
	const of = (owner: string) => labels.filter((label) => label.owner === owner);

	test.each([
		['many-calls', 'question', ['Keep', 'Change', 'Stop where', 'Stop', 'Unsure']],
		['checked', 'question', ['Keep where', 'Keep', 'Change', 'Stop', 'Unsure']],
		['calls', 'area', ['Keep', 'Change', 'Stop', 'But', 'Move']],
		['making', 'area', ['Keep', 'Change', 'Stop', 'Move where', 'Move']],
		['reach', 'section', ['Skipped']],
		['second-look', 'pattern', [' where']],
		['role', 'question', []]
	])('of %s says what it is of, its heading and what narrows it', (owner, kind, expected) => {
		const found = of(owner).filter((label) => label.kind === kind);
		expect(found.map(({ keyword, when }) => `${keyword}${when === null ? '' : ' where'}`)).toEqual(expected);
	});

	test('of an index names the band, and whether it is about the potential', () => {
		const keywords = labels.flatMap(({ kind, owner, keyword }) =>
			kind === 'index' && owner === 'reach' ? [keyword] : []
		);
		expect(keywords).toEqual(['weak', 'fair', 'strong', 'potential: large', 'potential: small']);
	});

	test('of a headline names the tone', () => {
		const headlines = labels.filter(({ kind }) => kind === 'headline');
		expect(headlines.map(({ keyword }) => keyword).toSorted()).toEqual(
			tiny.headlines.map(({ tone }) => tone).toSorted()
		);
		expect(new Set(headlines.map(({ owner }) => owner))).toContain('even');
	});

	test('knows with which two words its text begins', () => {
		expect(of('many-calls').at(-1)?.opening).toBe('nobody keeps');
		expect(labels.every(({ opening }) => opening.split(' ').length <= 2 && opening === opening.toLowerCase())).toBe(
			true
		);
	});

	test('knows how long its text is', () => {
		// "Nobody keeps count, so the answer sits in somebody's memory. Whoever opens the post knows more …"
		expect(of('many-calls').at(-1)?.reading).toMatchObject({ words: 24, sentences: 2 });
	});
});

test.each([
	['', []],
	['⟦3⟧', [3]],
	['for example: ⟦12⟧ and ⟦3⟧, ⟦12⟧.', [12, 3, 12]],
	['[1] ⟦⟧ ⟦x⟧', []]
])('the marks in "%s" are %j', (text, marks) => {
	expect(marksIn(text)).toEqual(marks);
});
