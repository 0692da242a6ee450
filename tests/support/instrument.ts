// A small instrument for a test: what the test is about is written down, everything else is filled in.
import type { Area, Band, Index, Instrument, Option, Pattern, Question, Section } from '#core/instrument/instrument.ts';
import { rdiv } from '#core/scores/arithmetic.ts';

export type SomeQuestion = Partial<Question> & { readonly id: string };
type SomeSection = Partial<Omit<Section, 'questions'>> & {
	readonly id: string;
	readonly questions: readonly SomeQuestion[];
};
export type SomeInstrument = Partial<Omit<Instrument, 'sections' | 'questions' | 'indices' | 'areas' | 'patterns'>> & {
	/** Either sections with their questions, or questions alone, which then stand in one section. */
	readonly sections?: readonly SomeSection[];
	readonly questions?: readonly SomeQuestion[];
	readonly indices?: readonly (Partial<Index> & { readonly id: string })[];
	readonly areas?: readonly (Partial<Area> & { readonly id: string })[];
	readonly patterns?: readonly (Partial<Pattern> & Pick<Pattern, 'id' | 'when'>)[];
};

export const option = (id: string, score: number | null = null, more: Partial<Option> = {}): Option => ({
	id,
	label: id,
	phrase: id,
	score,
	exclusive: false,
	input: false,
	...more
});

/** The options `1` to `points` of a scale, scored as the method says for a scale of so many points. */
export const scale = (points = 5): readonly Option[] =>
	Array.from({ length: points }, (_, step) => option(String(step + 1), rdiv(1000 * step, points - 1)));

const spoken = (label: string) => ({ label, phrase: label });

/** A question on a scale of five that offers "don't know" and "does not apply", unless the test says otherwise. */
export function question(some: SomeQuestion): Question {
	const type = some.type ?? 'scale';
	return {
		section: 'only',
		type,
		scale: type === 'scale' ? 'agreement' : null,
		text: [{ kind: 'text', text: some.id }],
		help: [],
		options: type === 'scale' ? scale() : [],
		unsure: spoken('ns'),
		notApplicable: spoken('na'),
		required: false,
		when: null,
		area: null,
		feeds: {},
		reverse: false,
		result: false,
		opposite: null,
		importanceOf: [],
		counts: null,
		number: null,
		max: 2000,
		quote: false,
		texts: { keep: [], change: [], stop: [], unsure: [], ask: [] },
		...some
	};
}

const section = ({ questions, ...some }: SomeSection): Section => ({
	title: some.id,
	about: 'company',
	when: null,
	layout: 'list',
	body: [],
	skipped: [],
	...some,
	questions: questions.map(({ id }) => id)
});

const index = (some: Partial<Index> & { readonly id: string }): Index => ({
	title: some.id,
	about: 'company',
	body: [],
	bands: null,
	potential: null,
	of: null,
	facetOf: null,
	texts: {},
	potentialTexts: {},
	...some
});

const area = (some: Partial<Area> & { readonly id: string }): Area => ({
	title: some.id,
	index: 'value',
	importance: 800,
	texts: { keep: [], change: [], stop: [], but: [] },
	moves: [],
	...some
});

const pattern = (some: Partial<Pattern> & Pick<Pattern, 'id' | 'when'>): Pattern => ({
	title: [],
	about: 'company',
	section: null,
	strength: false,
	weight: 5,
	body: [],
	placeholders: [],
	...some
});

export function instrument(some: SomeInstrument): Instrument {
	const {
		questions = [],
		sections = [{ id: 'only', questions }],
		indices = [],
		areas = [],
		patterns = [],
		...rest
	} = some;
	return {
		id: 'tiny',
		title: 'Tiny',
		version: '1.0.0',
		locale: 'en',
		hash: '0'.repeat(64),
		minutes: 1,
		introduction: [],
		bands: {},
		tones: { low: [], middle: [], high: [] },
		peers: [],
		personalPeers: [],
		velocity: null,
		outcome: null,
		hypotheses: [],
		groups: {},
		headlines: [],
		...rest,
		sections: sections.map(section),
		questions: sections.flatMap(({ id, questions: asked }) => asked.map((some) => question({ section: id, ...some }))),
		indices: indices.map(index),
		areas: areas.map(area),
		patterns: patterns.map(pattern)
	};
}

const bands = (cuts: readonly (readonly [number, string])[]): readonly Band[] =>
	cuts.map(([from, label]) => ({ id: label.toLowerCase().replaceAll(' ', '-'), from, label }));

/** The bands of the flagship. */
export const flagshipBands = {
	company: bands([
		[0, 'At risk'],
		[40, 'Developing'],
		[55, 'Average performer'],
		[70, 'High performer'],
		[85, 'World class']
	]),
	personal: bands([
		[0, 'Starter'],
		[40, 'Learner'],
		[55, 'Practitioner'],
		[70, 'Professional'],
		[85, 'Ace']
	]),
	potential: bands([
		[0, 'Major'],
		[40, 'Significant'],
		[55, 'Moderate'],
		[70, 'Minimal']
	])
};
