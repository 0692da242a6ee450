// The standing of a score → what a reader is told of the peers: how many scored better, who they are, of which day.
import type { About, Index } from '#core/instrument/instrument.ts';
import { COUNTED_HERE } from '#core/standing/edition.ts';
import type { Place, Standing } from '#core/standing/standing.ts';
import { phrase, type Composition } from './composition.ts';
import { given, listed, longDate, wholePoints } from './format.ts';
import type { Notice, Peers } from './report.ts';
import type { WordKey } from './words.ts';

type Side = Exclude<About, 'context'>;

/** Null where the index has no standing. Beside the index of all the others only have their median ticked. */
export function peersOf(c: Composition, index: Index, isTotal: boolean): Peers | null {
	const place = placeOf(c, index);
	if (place === null) return null;
	const unknown: Peers = { sentence: null, legend: null, median: null, quartiles: null, bins: null };
	if (place.mode === 'quarter') {
		if (!isTotal) return null;
		const inputs = { quarter: c.words(`report_peers_${place.quarter}`), n: given(place.n, c.locale), peers: noun(c) };
		return {
			...unknown,
			sentence: c.words(isCounted(c) ? 'report_peers_quarter_counted' : 'report_peers_quarter', inputs)
		};
	}
	const { relative, better, low, high, median, quartiles, bins } = place;
	if (!isTotal) return { ...unknown, median };
	const n = given(place.n, c.locale);
	const show = (tenths: number): string => wholePoints(tenths, c.locale);
	const [lower, upper] = quartiles;
	return {
		sentence: c.words(isCounted(c) ? 'report_peers_percent_counted' : 'report_peers_percent', {
			relative,
			better,
			low,
			high,
			n,
			peers: noun(c)
		}),
		legend: c.words('report_peers_legend', { median: show(median), lower: show(lower), upper: show(upper) }),
		median,
		quartiles,
		bins
	};
}

export const placeOf = (c: Composition, { id }: Index): Place | null => c.standing?.indices[id] ?? null;

/** Who the peers of a picture are; while there are none, when there will be some. */
export function groupLine(c: Composition, side: Side): string {
	const group = c.standing?.[side] ?? null;
	if (c.standing === null || group === null) return c.words('report_peers_open');
	const key = demonstrated(c) ? 'report_peers_group_demonstration' : 'report_peers_group';
	const date = longDate(c.standing.edition.date, c.locale);
	const told = c.words(key, { group: members(c, side, group.by), date });
	return group.closest === null ? told : `${told} ${c.words('report_peers_wider')}`;
}

/** For the paragraph on how sure the report is. */
export function sureOfPeers(c: Composition): string {
	const group = c.standing?.company ?? null;
	if (group === null) return c.words('report_peers_open');
	const inputs = { n: given(group.n, c.locale), peers: noun(c), group: members(c, 'company', group.by) };
	const told = c.words('report_sure_peers', inputs);
	if (group.closest === null) return told;
	return `${told} ${c.words('report_sure_closest', { closest: members(c, 'company', group.closest) })}`;
}

/** How the comparison was made; or that none was made. */
export function methodOfPeers(c: Composition): readonly string[] {
	const compared = comparison(c);
	if (compared === null) return [c.words('report_method_peers')];
	const { date, source, demonstration } = compared.edition;
	if (isCounted(c)) return [c.words('report_method_peers_counted', { date: longDate(date, c.locale) })];
	return [
		c.words('report_method_peers_compared', { date: longDate(date, c.locale), source }),
		...(demonstration ? [c.words('report_method_peers_demonstration')] : [])
	];
}

/** The standing, if anything in it is told. */
export const comparison = ({ standing, scope }: Composition): Standing | null =>
	standing?.company || (scope === 'whole' && standing?.personal) ? standing : null;

/** What has to be known before anything else is read; null for the report of a real respondent among real peers. */
export function noticeOf(c: Composition): Notice | null {
	const say = (label: WordKey, text: WordKey): Notice => ({ label: c.words(label), text: c.words(text) });
	if (c.sample === true) return say('report_notice_sample_label', 'report_notice_sample');
	return comparison(c)?.edition.demonstration === true
		? say('report_notice_demonstration_label', 'report_notice_demonstration')
		: null;
}

/** By every score, and without the reader's own company: an edition of this site. Others are read from their bins. */
const isCounted = (c: Composition): boolean => c.standing?.edition.source === COUNTED_HERE;

export const demonstrated = (c: Composition): boolean => c.standing?.edition.demonstration ?? false;

export const noun = (c: Composition): string =>
	c.words(demonstrated(c) ? 'report_peers_noun_demonstration' : 'report_peers_noun');

/** "companies that work in manufacturing and are 51 to 200 people" */
function members(c: Composition, side: Side, by: readonly string[]): string {
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
