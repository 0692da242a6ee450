// Who was asked and who answered → the roles with their numbers, and who of the buying group is missing; what was written.
import { listed } from '#core/report/format.ts';
import { asked } from '#core/report/composition.ts';
import type { Part } from '#core/report/report.ts';
import type { Basis } from './basis.ts';
import { line, lines, list, part, text } from './blocks.ts';
import type { RoleOfPeople } from './input.ts';

/** In sentences: a table would say in a quarter of a page what fits two lines. */
export const peoplePart = (b: Basis): Part<string> =>
	part(
		'people',
		b.say('brief_part_people'),
		lines(
			[[answered(b), ...late(b)], namesOf(b), missing(b)].flatMap((said) => (said.length > 0 ? [said.join(' ')] : []))
		)
	);

/** "8 of 9 who were asked. Seller 5 of 6 and First-line sales manager 3 of 3." */
export function answered({ say, people, several, locale }: Basis): string {
	const invited = people.every((each) => each.invited !== null)
		? people.reduce((sum, each) => sum + (each.invited ?? 0), 0)
		: null;
	const all = people.reduce((sum, each) => sum + each.answered, 0);
	const roles = listed(
		people
			.filter(isHeld)
			.map((each) =>
				each.invited === null
					? say('brief_call_role_open', { role: each.label, answered: each.answered })
					: say('brief_call_role', { role: each.label, answered: each.answered, invited: each.invited })
			),
		locale
	);
	if (roles === '') return String(several.n);
	return invited === null
		? say('brief_call_count_open', { answered: all, roles })
		: say('brief_call_count', { answered: all, invited, roles });
}

const late = (b: Basis): readonly string[] => (b.late > 0 ? [b.say('brief_late', { count: b.late })] : []);

function namesOf({ say, names, several, locale }: Basis): readonly string[] {
	if (several.isAnonymous || names === null) return several.isAnonymous ? [say('brief_people_anonymous')] : [];
	const told = (key: 'brief_people_names' | 'brief_people_not_yet', some: readonly string[]): readonly string[] =>
		some.length === 0 ? [] : [say(key, { names: listed(some, locale) })];
	return [...told('brief_people_names', names.answered), ...told('brief_people_not_yet', names.missing)];
}

/** Somebody was asked under it, or answered. */
const isHeld = ({ invited, answered }: RoleOfPeople): boolean => (invited ?? 0) > 0 || answered > 0;

/** Roles that were asked and are silent, and those of the role question that nobody holds; "something else" is no role. */
function missing({ say, people, instrument, locale }: Basis): readonly string[] {
	const silent = people.filter((each) => each.answered === 0 && isHeld(each)).map(({ label }) => label);
	const questions = new Set(Object.values(instrument.groups).flatMap((options) => Object.keys(options)));
	const [only, ...others] = questions;
	const options =
		others.length > 0
			? []
			: (instrument.questions.find(({ id }) => id === only)?.options ?? []).filter(({ input }) => !input);
	const absent = options
		.filter(({ id }) => id !== 'other' && !people.some((each) => each.role === id && isHeld(each)))
		.map(({ label }) => label);
	const told = [
		...(silent.length === 0 ? [] : [say('brief_people_silent', { roles: listed(silent, locale) })]),
		...(absent.length === 0 ? [] : [say('brief_people_missing', { roles: listed(absent, locale, 'disjunction') })])
	];
	return told.length === 0 && options.length > 0 ? [say('brief_people_whole')] : told;
}

const MOST_QUOTES = 5;
const LONGEST = 280;

export function quotesPart(b: Basis): Part<string> {
	const { say, quotes } = b;
	const title = say('brief_part_quotes');
	if (quotes.length === 0) return part('quotes', title, [line(say('brief_quotes_none'))]);
	const several = new Set(quotes.map(({ question }) => question)).size > 1;
	const left = quotes.length - MOST_QUOTES;
	const note = say(b.several.n === 1 ? 'brief_quotes_note_one' : 'brief_quotes_note');
	return part('quotes', title, [
		...list(
			quotes.slice(0, MOST_QUOTES).map(({ question, text: said }) => ({
				text: [text(say('brief_quote', { text: shortened(said) }))],
				detail: several ? asked(b.report.question(question)) : null
			}))
		),
		line(left > 0 ? `${note} ${say('brief_quotes_more', { count: left })}` : note, 'note')
	]);
}

/** At a word's end; what follows is left to the studio. */
function shortened(said: string): string {
	const whole = said.trim().replaceAll(/\s+/g, ' ');
	return whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST).replace(/\s\S*$/, '')} …`;
}
