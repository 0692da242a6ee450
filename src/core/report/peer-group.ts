// A standing → who the peers are: what they are called, what they share, where they come from and of which day.
import { COUNTED_HERE } from '#core/standing/edition.ts';
import type { Place } from '#core/standing/place.ts';
import type { Standing } from '#core/standing/standing.ts';
import { phrase, type Composition, type Side } from './composition.ts';
import { listed, longDate } from './format.ts';

/** By every score, and without the reader's own company: an edition of this site. Others are read from their bins. */
export const isCounted = ({ edition }: Standing): boolean => edition.source === COUNTED_HERE;

export const isDemonstration = (standing: Standing | null): boolean => standing?.edition.demonstration ?? false;

/** Neither counted here nor made up: it says where it comes from wherever it is spoken of. */
export const isPublished = (standing: Standing): boolean => !isCounted(standing) && !isDemonstration(standing);

/** "peers", "published peers" or "demonstration peers" */
export function noun(c: Composition, standing: Standing): string {
	if (isDemonstration(standing)) return c.words('report_peers_noun_demonstration');
	return c.words(isPublished(standing) ? 'report_peers_noun_published' : 'report_peers_noun');
}

/** A text about the peers, with where they come from behind it if that is elsewhere. */
export function sourced(c: Composition, standing: Standing, text: string): string {
	const { source, date } = standing.edition;
	return isPublished(standing)
		? c.words('report_peers_sourced', { text, source, date: longDate(date, c.locale) })
		: text;
}

/** "companies that work in manufacturing and are 51 to 200 people" */
export function members(c: Composition, side: Side, by: readonly string[]): string {
	if (by.length === 0) return c.words(side === 'company' ? 'report_peers_all_companies' : 'report_peers_all_people');
	const shared = listed(
		by.map((id) => sharedAnswer(c, id)),
		c.locale
	);
	return c.words(side === 'company' ? 'report_peers_companies' : 'report_peers_people', { shared });
}

/** The option's phrase, which goes on from "you"; where the author gave none, its label as an answer. */
function sharedAnswer(c: Composition, id: string): string {
	const question = c.question(id);
	const answer = c.answers.given[id];
	const value = answer?.state === 'answered' ? answer.value : null;
	const chosen = typeof value === 'object' && value !== null && 'option' in value ? value.option : value;
	const option = question.options.find((each) => each.id === chosen);
	if (option === undefined) return phrase(c.answers, question);
	return option.phrase === option.label ? c.words('report_peers_answered', { label: option.label }) : option.phrase;
}

/** A place in few words, for a table: "64% (58 to 70%)", "top quarter"; about, where it was not counted here. */
export function inShort(c: Composition, standing: Standing, place: Place): string {
	if (place.mode === 'percent') {
		const { relative, low, high } = place;
		return c.words(isCounted(standing) ? 'report_place_percent' : 'report_place_percent_about', {
			relative,
			low,
			high
		});
	}
	const quarter = c.words(`report_peers_${place.quarter}`);
	return isCounted(standing) ? quarter : c.words('report_place_quarter_about', { quarter });
}
