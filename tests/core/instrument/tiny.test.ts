// What the small good instrument compiles to.
import { describe, expect, test } from 'vitest';
import { hashOf } from '#core/instrument/canonical.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Question } from '#core/instrument/instrument.ts';
import { parseInstrument } from '#core/instrument/parse.ts';
import { lockOf } from '#core/instrument/release.ts';
import { compiled, edited, linesOf, tiny } from './tiny.ts';

const instrument = compiled();
const questions = new Map(instrument.questions.map((question) => [question.id, question]));

function question(id: string): Question {
	const found = questions.get(id);
	if (!found) throw new Error(`no question ${id}`);
	return found;
}

describe('the whole', () => {
	test('has no problem', () => expect(linesOf(tiny)).toEqual([]));

	test('is plain JSON', () => {
		expect(JSON.parse(JSON.stringify(instrument))).toEqual(instrument);
		expect(JSON.stringify(instrument)).toBe(JSON.stringify(structuredClone(instrument)));
	});

	test('has the hash of everything else in it', () => {
		const { hash, ...rest } = instrument;
		expect(hash).toBe(hashOf(rest));
	});

	test.each([
		['a score', '30-craft/30-method.md', 'score: 50', 'score: 60'],
		['a word of a text', '30-craft/30-method.md', 'on a bicycle', 'on the tram'],
		['the version', 'instrument.md', '1.0.0', '1.0.1'],
		['a label', '10-about-you/10-role.md', 'label: Owner', 'label: Boss']
	])('another hash after a change of %s', (_what, path, find, replacement) => {
		expect(compiled(edited([[path, find, replacement]])).hash).not.toBe(instrument.hash);
	});

	test('the locale is part of it', () => {
		const german = parseInstrument('tiny', tiny, { locale: 'de' }).instrument;
		expect(german?.locale).toBe('de');
		expect(german?.hash).not.toBe(instrument.hash);
		expect(instrument.locale).toBe('en');
	});

	test('line endings and a byte order mark change nothing', () => {
		const windows = tiny.map(({ path, text }) => ({ path, text: `\uFEFF${text.replaceAll('\n', '\r\n')}` }));
		expect(compiled(windows).hash).toBe(instrument.hash);
	});

	test('the lock of a release is no part of it', () => {
		const locked = [...tiny, { path: 'versions.lock', text: lockOf(instrument) }];
		expect(linesOf(locked)).toEqual([]);
		expect(compiled(locked)).toEqual(instrument);
	});

	test('files that are read elsewhere change nothing', () => {
		const more = ['de/instrument.md', 'pt-BR/headlines.md', 'profiles/a.md', '.DS_Store'];
		expect(compiled([...tiny, ...more.map((path) => ({ path, text: '# \u0000 {{' }))]).hash).toBe(instrument.hash);
	});
});

describe('order', () => {
	test('sections stand by their number', () => {
		expect(instrument.sections.map(({ id }) => id)).toEqual([
			'about-you',
			'reach',
			'craft',
			'importance',
			'your-own-work',
			'your-workshop'
		]);
	});

	test('questions stand by their number, 100 after 90', () => {
		const last = instrument.sections.at(-1);
		expect(last?.questions.slice(7, 10)).toEqual(['time-split', 'founded', 'one-thing']);
		expect(instrument.questions.map(({ id }) => id)).toEqual(
			instrument.sections.flatMap((section) => section.questions)
		);
	});

	test('indices stand as in the head', () => {
		expect(instrument.indices.map(({ id }) => id)).toEqual(['reach', 'craft', 'company', 'habits', 'personal']);
	});
});

describe('questions', () => {
	test('a scale lends its options, "don\'t know" and "does not apply"', () => {
		const { type, scale, options, unsure, notApplicable } = question('many-calls');
		expect({ type, scale }).toEqual({ type: 'scale', scale: 'agreement' });
		expect(options.map(({ id, score }) => [id, score])).toEqual([
			['strongly-disagree', 0],
			['disagree', 250],
			['neither', 500],
			['agree', 750],
			['strongly-agree', 1000]
		]);
		expect(unsure).toEqual({ label: "Don't know", phrase: 'did not know' });
		expect(notApplicable?.label).toBe('Does not apply');
	});

	test('an option without a phrase is spoken of by its label', () => {
		expect(question('calls-matter').options[1]).toEqual({
			id: 'a-lot',
			label: 'A lot',
			phrase: 'A lot',
			score: 850,
			exclusive: false,
			input: false
		});
	});

	test('an option without a score has none', () => {
		expect(question('method').options.map(({ score }) => score)).toEqual([0, 500, 1000, null]);
	});

	test('yes and no are options, not truth values', () => {
		expect(question('made-plan').options.map(({ id }) => id)).toEqual(['yes', 'no', 'no-plan']);
	});

	test('several choices', () => {
		const { counts, options } = question('channels');
		expect(counts).toEqual({ 1: 250, 2: 500, 3: 1000 });
		expect(options.filter(({ exclusive }) => exclusive).map(({ id }) => id)).toEqual(['nobody-knows']);
	});

	test('numbers, with anchors in units of their decimals', () => {
		expect(question('reply-days').number).toEqual({
			min: 0,
			max: 60,
			step: 0.5,
			decimals: 1,
			unit: 'days',
			anchors: [
				[10, 1000],
				[30, 700],
				[100, 300],
				[300, 0]
			]
		});
		expect(question('open-orders').number).toEqual({
			min: 0,
			max: 10_000,
			step: 1,
			decimals: 0,
			unit: null,
			anchors: []
		});
		expect(question('many-calls').number).toBeNull();
	});

	test('the longest text is as said, or 2000 characters, or 200 beside an option', () => {
		expect(question('one-thing').max).toBe(500);
		expect(question('industry').max).toBe(80);
		expect(
			compiled(edited([['60-your-workshop/100-one-thing.md', 'max: 500\n', '']])).questions.find(
				({ id }) => id === 'one-thing'
			)?.max
		).toBe(2000);
		expect(question('made-plan').max).toBe(200);
	});

	test('what a question feeds and where it belongs', () => {
		const { area, feeds, reverse, opposite, required } = question('rushed');
		expect({ area, feeds, reverse, opposite, required }).toEqual({
			area: 'making',
			feeds: { craft: 2 },
			reverse: true,
			opposite: 'checked',
			required: false
		});
		expect(question('role').required).toBe(true);
		expect(question('calls-matter').importanceOf).toEqual(['calls']);
	});

	test('conditions', () => {
		expect(question('own-review').when).toEqual({
			kind: 'not',
			of: { kind: 'is', question: 'role', options: ['apprentice'] }
		});
		expect(instrument.sections[4]?.when).toEqual({ kind: 'is', question: 'role', options: ['maker', 'apprentice'] });
	});
});

describe('texts', () => {
	test('a narrowed text stands before the plain one, each with its heading', () => {
		const [narrowed, always] = question('many-calls').texts.stop;
		expect(narrowed?.when).toEqual({ kind: 'is', question: 'channels', options: ['street'] });
		expect(plain(narrowed?.heading ?? [])).toBe('Leave the door as your only advertisement');
		expect(always?.when).toBeNull();
		expect(always?.placeholders).toEqual(['answer']);
	});

	test('lines of one paragraph are joined', () => {
		expect(instrument.introduction).toEqual([
			{
				kind: 'paragraph',
				inline: [
					{ kind: 'text', text: 'A workshop lives on two things: ' },
					{ kind: 'emphasis', inline: [{ kind: 'text', text: 'enough people who ask' }] },
					{ kind: 'text', text: ', and work that ' },
					{ kind: 'strong', inline: [{ kind: 'text', text: 'holds' }] },
					{ kind: 'text', text: '. This takes three minutes.' }
				]
			}
		]);
	});

	test('questions to ask, with what to listen for', () => {
		expect(
			question('many-calls').texts.ask.map(({ question: ask, listenFor }) => [plain(ask), plain(listenFor)])
		).toEqual([
			['When did somebody whom you had never met last order from you?', 'a date, and whether it comes at once.'],
			['Who answers when the telephone rings at noon?', 'a name instead of a shrug.']
		]);
	});

	test('bands and potentials of an index', () => {
		const [reach, , , habits] = instrument.indices;
		expect(Object.keys(reach?.texts ?? {})).toEqual(['weak', 'fair', 'strong']);
		expect(Object.keys(reach?.potentialTexts ?? {})).toEqual(['large', 'small']);
		expect(reach?.title).toBe('Reach Index');
		expect(habits?.texts).toEqual({});
	});

	test('an index over indices says what it is about through its parts', () => {
		expect(instrument.indices[2]).toMatchObject({
			id: 'company',
			about: 'company',
			of: { reach: 1, craft: 1 },
			facetOf: null
		});
	});

	test('areas have an importance of 80 unless they say otherwise', () => {
		expect(instrument.areas.map(({ id, index, importance }) => [id, index, importance])).toEqual([
			['calls', 'reach', 800],
			['making', 'craft', 800]
		]);
		expect(compiled(edited([['areas/calls.md', 'importance: 80', 'importance: 62.5']])).areas[0]?.importance).toBe(625);
	});

	test('headlines, three for each pair and three even ones', () => {
		expect(instrument.headlines).toHaveLength(9);
		expect(instrument.headlines[8]).toEqual({
			strongest: null,
			weakest: null,
			tone: 'high',
			text: [{ kind: 'text', text: 'People come, the work holds, and you may be choosy.' }]
		});
	});

	test('a pattern', () => {
		const [pattern] = instrument.patterns;
		expect(pattern).toMatchObject({
			id: 'second-look',
			about: 'company',
			section: 'craft',
			weight: 7,
			placeholders: []
		});
		expect(plain(pattern?.title ?? [])).toBe('You check every piece, except when it matters');
	});
});
