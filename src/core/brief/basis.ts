// The input of a brief → what its sections have in common: lookups, figures as they are shown, and what holds for groups.
import { severalFacts } from '#core/group/facts.ts';
import { labelOf, type Agreement } from '#core/group/agreement.ts';
import type { Several } from '#core/group/several.ts';
import type { Spread } from '#core/group/spread.ts';
import { choose, fillInline, plain } from '#core/instrument/fill.ts';
import type { Facts } from '#core/instrument/holds.ts';
import type { Ask, Instrument, Question } from '#core/instrument/instrument.ts';
import { asked, composition, type Composition } from '#core/report/composition.ts';
import { wholePoints } from '#core/report/format.ts';
import { isPublished } from '#core/report/peer-group.ts';
import type { Standing } from '#core/standing/standing.ts';
import type { BriefInput } from './input.ts';
import type { BriefWords } from './words.ts';

export type Basis = Omit<BriefInput, 'words'> & {
	readonly say: BriefWords;
	/** The same as a report would be composed from, without what depends on one respondent's role. */
	readonly report: Composition;
	/** The name of a group inside a sentence, and at its beginning. */
	readonly group: (name: string) => string;
	readonly Group: (name: string) => string;
	/** Tenths as the report shows them. */
	readonly score: (tenths: number) => string;
	/** Questions about the company that may be told of, in the order asked. */
	readonly told: readonly Told[];
	/** The ids of the areas to keep, and of those to change or stop, each by falling priority. */
	readonly keep: readonly string[];
	readonly mend: readonly string[];
};

export type Told = { readonly question: Question; readonly spread: Spread };

export function basisOf({ words, ...input }: BriefInput): Basis {
	const { instrument, several, locale } = input;
	const { answers, scores } = several;
	const whole = composition({
		...{ instrument, answers, scores, findings: input.findings, words, locale, date: input.date },
		scope: 'company',
		response: { id: null, revision: 0 },
		edition: null
	});
	const facts = factsOfAll(whole, several);
	const areas = instrument.areas
		.flatMap(({ id }) => {
			const score = scores.areas[id];
			const isTold = several.areas[id] !== undefined && score?.priority != null && !score.resultsOnly;
			return isTold ? [{ id, verdict: score.verdict, priority: score.priority ?? 0 }] : [];
		})
		.sort((one, other) => other.priority - one.priority || (one.id < other.id ? -1 : 1));
	return {
		...input,
		say: words,
		report: { ...whole, facts, ...against(input.standing), demonstration: input.demonstration ?? false },
		...writingOf(locale),
		told: toldIn(instrument, several),
		keep: areas.filter(({ verdict }) => verdict === 'keep').map(({ id }) => id),
		mend: areas.filter(({ verdict }) => verdict !== 'keep').map(({ id }) => id)
	};
}

/** A company has one standing: by those counted here, or where these are too few by what somebody else published. */
const against = (company: Standing | null): Pick<Composition, 'standing' | 'counted'> => ({
	standing: { company, personal: null },
	counted: { now: company !== null && !isPublished(company) ? company : null, then: null }
});

/** What texts may ask of several respondents. What is said to one role is said to nobody: what most are is not the company. */
export function factsOfAll({ instrument, facts }: Pick<Composition, 'instrument' | 'facts'>, several: Several): Facts {
	const roles = rolesOf(instrument);
	return {
		...facts,
		...severalFacts(several),
		value: (question) => (roles.has(question) ? undefined : facts.value(question))
	};
}

/** The questions that decide to which group somebody belongs. */
export const rolesOf = ({ groups }: Pick<Instrument, 'groups'>): ReadonlySet<string> =>
	new Set(Object.values(groups).flatMap((options) => Object.keys(options)));

/** How groups and scores are written. */
export const writingOf = (locale: string): Pick<Basis, 'group' | 'Group' | 'score'> => ({
	group: nameInside,
	Group: (name) => capital(nameInside(name)),
	score: (tenths) => wholePoints(tenths, locale)
});

const nameInside = (group: string): string => group.replaceAll('-', ' ');

export const toldIn = (instrument: Instrument, several: Several): readonly Told[] =>
	instrument.questions.flatMap((question) => {
		const spread = several.questions[question.id];
		return spread === undefined ? [] : [{ question, spread }];
	});

export const capital = (text: string): string => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** The question as asked, without the full stop at its end, to stand inside a sentence. */
export const inside = (question: Question): string => asked(question).replace(/\.$/, '');

/** Questions of one area are one topic; a question in no area is its own. */
export const topicOf = ({ area, id }: Question): string => area ?? id;

/** What a question is about, in a word or two. */
export const topicName = ({ report }: Basis, question: Question): string =>
	`“${question.area === null ? inside(question) : report.area(question.area).title}”`;

/** Of an area, those that are told, the lowest first. */
export const toldOf = ({ told }: Basis, area: string): readonly Told[] =>
	told
		.filter(({ question }) => question.area === area)
		.toSorted((one, other) => one.spread.all.tenths - other.spread.all.tenths);

/** What the move of an area says of whom and how; null where none is written. */
export function moveOf(
	{ report }: Basis,
	area: string | null
): { readonly owner: string; readonly sign: string } | null {
	const move = area === null ? null : choose(report.area(area).moves, report.facts, report.values);
	if (move === null) return null;
	const said = (part: 'owner' | 'sign'): string => plain(fillInline(move[part], report.values)).replace(/\.$/, '');
	return { owner: said('owner'), sign: said('sign') };
}

/** The words of a label of agreement. */
export const agreementWords = ({ say }: Pick<Basis, 'say'>, label: Agreement['label']): string =>
	label === 'very-strong' ? say('brief_agreement_very_strong') : say(`brief_agreement_${label}`);

/** Of an area: by the mean over its questions; null where that is told of none. */
export function agreementOf(b: Basis, area: string): Agreement['label'] | null {
	const known = toldOf(b, area).flatMap(({ spread }) => spread.agreement ?? []);
	return known.length === 0 ? null : labelOf(known.reduce((sum, each) => sum + each, 0) / known.length);
}

/** The `nth` that the author wrote, or the last before it; null where there is none. */
export const askOf = ({ texts: { ask } }: Question, nth: number): Ask | null => ask[nth] ?? ask.at(-1) ?? null;
