// The standing of a score → what a reader is told of the peers: how many scored better, who they are, of which day.
import type { Index } from '#core/instrument/instrument.ts';
import type { Place } from '#core/standing/place.ts';
import type { Standing } from '#core/standing/standing.ts';
import type { Composition, Side } from './composition.ts';
import { given, longDate, wholePoints } from './format.ts';
import { isCounted, isDemonstration, isPublished, members, noun, sourced } from './peer-group.ts';
import type { Peers } from './report.ts';

/** Null where the index has no standing. Beside the index of all the others only have their median ticked. */
export function peersOf(c: Composition, index: Index, isTotal: boolean): Peers | null {
	const standing = standingOf(c, index);
	const place = placeOf(c, index);
	if (standing === null || place === null) return null;
	const unknown: Peers = { sentence: null, legend: null, median: null, quartiles: null, bins: null };
	if (place.mode === 'quarter') return isTotal ? { ...unknown, sentence: inQuarter(c, standing, place) } : null;
	const { median, quartiles, bins } = place;
	if (!isTotal) return { ...unknown, median };
	const show = (tenths: number): string => wholePoints(tenths, c.locale);
	const [lower, upper] = quartiles;
	const legend = c.words('report_peers_legend', { median: show(median), lower: show(lower), upper: show(upper) });
	return { sentence: inPercent(c, standing, place), legend, median, quartiles, bins };
}

function inQuarter(c: Composition, standing: Standing, { n, quarter }: Extract<Place, { mode: 'quarter' }>): string {
	return c.words(isCounted(standing) ? 'report_peers_quarter_counted' : 'report_peers_quarter', {
		quarter: c.words(`report_peers_${quarter}`),
		n: given(n, c.locale),
		peers: noun(c, standing)
	});
}

/** Goes on to say how many scored the same, where they are many; of few, no more than that they are few. */
function inPercent(c: Composition, standing: Standing, place: Extract<Place, { mode: 'percent' }>): string {
	const { relative, better, low, high, same } = place;
	const peers = noun(c, standing);
	const told = c.words(isCounted(standing) ? 'report_peers_percent_counted' : 'report_peers_percent', {
		relative,
		better,
		low,
		high,
		n: given(place.n, c.locale),
		peers
	});
	if (same === null) return told;
	const tied =
		same === 'few'
			? c.words('report_peers_same_few', { peers })
			: c.words('report_peers_same', { count: given(same, c.locale), peers });
	return `${told} ${tied}`;
}

export const standingOf = (c: Composition, { about }: Index): Standing | null => c.standing[about];

export const placeOf = (c: Composition, index: Index): Place | null => standingOf(c, index)?.indices[index.id] ?? null;

/** Who the peers of a picture are; while there are none, when there will be some. */
export function groupLine(c: Composition, side: Side): string {
	const standing = c.standing[side];
	const group = standing?.[side] ?? null;
	if (standing === null || group === null) return noneYet(c, side);
	const inputs = { group: members(c, side, group.by), date: longDate(standing.edition.date, c.locale) };
	const isFallback = standing !== c.counted.now;
	return [
		isPublished(standing)
			? c.words('report_peers_group_published', { ...inputs, source: standing.edition.source })
			: c.words(isDemonstration(standing) ? 'report_peers_group_demonstration' : 'report_peers_group', inputs),
		...(isFallback ? [c.words('report_peers_elsewhere')] : []),
		...(group.closest === null ? [] : [c.words('report_peers_wider')])
	].join(' ');
}

/** People may be too few to compare where companies are not. */
const noneYet = (c: Composition, side: Side): string =>
	c.words(side === 'personal' && c.standing.company !== null ? 'report_peers_open_people' : 'report_peers_open');

/** For the paragraph on how sure the report is. */
export function sureOfPeers(c: Composition): string {
	const standing = c.standing.company;
	const group = standing?.company ?? null;
	if (standing === null || group === null) return c.words('report_peers_open');
	const inputs = {
		n: given(group.n, c.locale),
		peers: noun(c, standing),
		group: sourced(c, standing, members(c, 'company', group.by))
	};
	const told = c.words('report_sure_peers', inputs);
	if (group.closest === null) return told;
	return `${told} ${c.words('report_sure_closest', { closest: members(c, 'company', group.closest) })}`;
}
