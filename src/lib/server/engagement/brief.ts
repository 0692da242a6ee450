// An engagement → its discovery brief, or why there is none yet.
import { briefOf, type Brief } from '#core/brief/brief.ts';
import type { BriefInput } from '#core/brief/input.ts';
import type { Term } from '#core/calculators/velocity.ts';
import { leastTogether } from '#core/group/circle.ts';
import { numbersOf } from '#core/group/representative.ts';
import { currencyOf } from '#core/report/numbers.ts';
import { standing, type Standing } from '#core/standing/standing.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import { majorOf } from '../contribution-rows.ts';
import { isDemonstration } from '../demonstration.ts';
import type { Person } from '../person.ts';
import { namesOf, rolesOf } from './brief-people.ts';
import { quotesOf } from './brief-quotes.ts';
import { engagementFor, type Engagement } from './engagements.ts';
import { meetingOf } from './meetings.ts';
import { themeOfEngagement } from './pages.ts';
import { resultsOf, type Results } from './results.ts';

export type Untold = {
	readonly because: NonNullable<Results['because']>;
	/** How many more have to finish before anything may be told. */
	readonly more: number;
	/** Where the results are kept out for their quality, or wait for others. */
	readonly waiting: number;
	readonly excluded: number;
};

export type Told = {
	readonly brief: Brief | null;
	readonly untold: Untold | null;
	/** `yyyy-mm-dd` */
	readonly date: string;
};

export async function briefFor(person: Person, engagement: Engagement): Promise<Told> {
	const results = await resultsOf(engagement);
	const date = new Date().toISOString().slice(0, 10);
	const input = await inputOf(person, engagement, results, date);
	if (input === null) return { brief: null, untold: untoldOf(results, engagement), date };
	return { brief: briefOf(input), untold: null, date };
}

function untoldOf({ because, heard, waiting, excluded }: Results, { promise }: Engagement): Untold {
	const least = leastTogether(promise === 'anonymous');
	const more = least - heard.length;
	return { because: because ?? 'nobody', more: Math.max(0, more), waiting, excluded };
}

/** Null where nothing may be told. */
async function inputOf(
	person: Person,
	engagement: Engagement,
	results: Results,
	date: string
): Promise<BriefInput | null> {
	const { instrument, several, findings, heard, waiting, excluded } = results;
	if (several === null) return null;
	const locale = baseLocale;
	const all = heard.map(({ answers }) => answers);
	const given = (term: Term): readonly number[] =>
		instrument.velocity === null ? [] : numbersOf(instrument.velocity[term], all);
	const { firm } = await themeOfEngagement(engagement);
	return {
		...{ instrument, several, findings, words: wordsFor(locale), locale, date },
		client: engagement.client.name,
		round: engagement.name,
		firm,
		contact: engagement.settings.contact.name,
		meeting: (await meetingOf(engagement.id)).heldOn,
		people: rolesOf(results, engagement),
		names: namesOf(results, engagement),
		late: heard.filter(({ isLate }) => isLate).length,
		...{ waiting, excluded },
		quotes: quotesOf(instrument, heard, several.isAnonymous),
		numbers: { number: given('number'), value: given('value'), winRate: given('winRate'), cycle: given('cycle') },
		currency: sharedCurrency(results),
		standing: standingOf(results),
		before: await beforeOf(person, engagement, results),
		demonstration: await isDemonstration()
	};
}

/** Null where two gave two, and where nobody gave one. */
function sharedCurrency({ instrument, heard }: Results): string | null {
	const { velocity } = instrument;
	if (velocity === null) return null;
	const named = new Set(heard.flatMap(({ answers }) => currencyOf({ instrument, answers }, velocity.currency) ?? []));
	const [only] = named;
	return named.size === 1 ? (only ?? null) : null;
}

/** Against the edition that was counted here, or the published one where that has no group for the company. */
function standingOf({ instrument, several, compared }: Results): Standing | null {
	if (several === null) return null;
	const { answers, scores } = several;
	const { edition, own, published } = compared;
	const against = [
		edition && standing(instrument, answers, scores, edition, own),
		published && standing(instrument, answers, scores, published)
	];
	return against.find((each) => each?.company) ?? null;
}

/** The company index of the round before, where this person may see it and it was measured alike. */
async function beforeOf(
	person: Person,
	{ previous }: Pick<Engagement, 'previous'>,
	{ instrument }: Results
): Promise<BriefInput['before']> {
	const engagement = previous === null ? null : await engagementFor(person, previous);
	if (engagement === null) return null;
	const then = await resultsOf(engagement);
	const lead = then.instrument.indices.find(({ about, of }) => about === 'company' && of !== null);
	const tenths = lead === undefined ? null : (then.several?.scores.indices[lead.id]?.tenths ?? null);
	const date = engagement.closed_at ?? then.heard.at(-1)?.completedAt ?? null;
	const isSame = majorOf(then.instrument.version) === majorOf(instrument.version);
	return tenths === null || date === null || !isSame ? null : { date: date.slice(0, 10), tenths };
}
