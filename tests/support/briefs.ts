// A company that was asked twice by two roles, and the brief about it, for tests of briefs.
import { briefOf, type Brief } from '#core/brief/brief.ts';
import type { BriefInput } from '#core/brief/input.ts';
import type { BriefWords } from '#core/brief/words.ts';
import { find } from '#core/findings/find.ts';
import { severalFacts } from '#core/group/facts.ts';
import type { Respondent } from '#core/group/respondent.ts';
import { severalOf } from '#core/group/several.ts';
import type { Ask, Instrument, Move } from '#core/instrument/instrument.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Part } from '#core/report/report.ts';
import { textsOf } from '#core/report/texts.ts';
import { wordsFor } from '#lib/words.ts';
import { flagshipBands, instrument, option, scale, type SomeQuestion } from './instrument.ts';
import { voice } from './voices.ts';

const say = (text: string) => [{ kind: 'text', text }] as const;

const ask = (id: string): readonly Ask[] =>
	['first', 'second'].map((nth) => ({
		question: say(`The ${nth} ask on ${id}?`),
		listenFor: say(`${nth} sound of ${id}.`)
	}));

const move = (area: string): Move => ({
	when: null,
	heading: say(`Move ${area}`),
	body: [],
	placeholders: [],
	owner: say(`the keeper of ${area}`),
	outside: false,
	sign: say(`a sign of ${area}`)
});

const asked = (id: string, area: string, index: string): SomeQuestion => ({
	id,
	area,
	text: say(`Statement ${id}.`),
	feeds: { [index]: 1 },
	options: scale(),
	texts: { keep: [], change: [], stop: [], unsure: [], ask: ask(id) }
});

export const areasOfHome = ['reach', 'trust', 'price', 'speed', 'care', 'craft', 'order', 'depth'] as const;

/** Eight areas with two questions each, at home in two indices; two groups by role; one question in words. */
export const home: Instrument = instrument({
	bands: { company: flagshipBands.company },
	tones: { low: ['at-risk', 'developing'], middle: ['average-performer'], high: ['high-performer', 'world-class'] },
	indices: [
		{ id: 'front', title: 'Front' },
		{ id: 'back', title: 'Back' },
		{ id: 'company', title: 'Whole', of: { front: 1, back: 1 }, bands: 'company' },
		{ id: 'me', about: 'personal', title: 'Me' }
	],
	areas: areasOfHome.map((id, at) => ({
		id,
		title: `Area ${id}`,
		index: at < 4 ? 'front' : 'back',
		moves: [move(id)]
	})),
	groups: { managers: { role: ['boss'] }, sellers: { role: ['seller'] } },
	patterns: [
		{
			id: 'two-sides',
			title: say('They tell two stories.'),
			about: 'company',
			when: { kind: 'gap', question: 'trust-1', test: 'from', value: 20 }
		}
	],
	sections: [
		{
			id: 'who',
			about: 'context',
			questions: [
				{
					id: 'role',
					type: 'choice',
					options: [option('boss'), option('seller'), option('finance'), option('other')]
				}
			]
		},
		{
			id: 'work',
			questions: [
				...areasOfHome.flatMap((id, at) => [1, 2].map((nth) => asked(`${id}-${nth}`, id, at < 4 ? 'front' : 'back'))),
				{ id: 'wish', type: 'text', text: say('What would help?'), quote: true }
			]
		},
		{ id: 'self', about: 'personal', questions: [{ id: 'own', feeds: { me: 1 } }] }
	]
});

export const questionsOfHome = areasOfHome.flatMap((id) => [`${id}-1`, `${id}-2`]);

/** Answers every question about work with the given option, but for those that are given apart. */
export const says = (id: string, role: string, all: string, apart: Readonly<Record<string, string>> = {}): Respondent =>
	voice(home, id, { role, ...Object.fromEntries(questionsOfHome.map((each) => [each, all])), own: '1', ...apart });

export const people = (managers: number, sellers: number): BriefInput['people'] => [
	{ role: 'boss', label: 'Boss', invited: managers, answered: managers },
	{ role: 'seller', label: 'Seller', invited: sellers + 1, answered: sellers }
];

type Wishes = Partial<BriefInput> & { readonly isAnonymous?: boolean; readonly of?: Instrument };

export function briefInput(respondents: readonly Respondent[], wishes: Wishes = {}): BriefInput {
	const { isAnonymous = false, of = home, ...more } = wishes;
	const several = severalOf(of, respondents, { isAnonymous });
	if (several === null) throw new Error('nothing may be told of so few');
	const count = (group: string): number => respondents.filter((each) => each.group === group).length;
	return {
		instrument: of,
		several,
		findings: find(of, several.answers, several.scores, severalFacts(several)),
		words: wordsFor('en') satisfies BriefWords,
		locale: 'en',
		date: '2026-11-22',
		client: 'Northwind',
		round: 'Autumn',
		firm: 'Harbour',
		contact: 'Ada Muster',
		meeting: '2026-11-26',
		people: people(count('managers'), count('sellers')),
		names: null,
		late: 0,
		waiting: 0,
		excluded: 0,
		quotes: [],
		numbers: { number: [], value: [], winRate: [], cycle: [] },
		currency: null,
		standing: null,
		...more
	};
}

export const briefOn = (respondents: readonly Respondent[], wishes: Wishes = {}): Brief =>
	briefOf(briefInput(respondents, wishes));

export function partOf({ parts }: Brief, id: string): Part<string> {
	const found = parts.find((part) => part.id === id);
	if (found === undefined) throw new Error(`no part ${id}`);
	return found;
}

/** All that is said in a part, a line a text. */
export const saidIn = (brief: Brief, id: string): string =>
	textsOf({ ...brief, cover: { title: '', subtitle: '', byline: '', notice: null }, parts: [partOf(brief, id)] }).join(
		'\n'
	);

/** The items of the lists of a part, each as its text and its detail. */
export const itemsIn = (brief: Brief, id: string): readonly (readonly [text: string, detail: string])[] =>
	partOf(brief, id).blocks.flatMap((block) =>
		block.kind === 'list' ? block.items.map((item) => [plain(item.text), item.detail ?? ''] as const) : []
	);
