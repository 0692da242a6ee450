// The edition compared with before and the newer one → what has changed for company and person, side by side.
import type { Place } from '#core/standing/place.ts';
import type { Standing } from '#core/standing/standing.ts';
import { paragraph, type Composition, type Side } from './composition.ts';
import { given, longDate, wholePoints } from './format.ts';
import { inShort, members, noun } from './peer-group.ts';
import type { Block, TableBlock } from './report.ts';
import type { WordKey } from './words.ts';

/** Nothing where the owner never moved on to newer peers. Both are of this site: what is published elsewhere stays out. */
export function newerPeers(c: Composition): readonly Block[] {
	const { then, now } = c.counted;
	if (then === null || now === null) return [];
	const dates = { former: longDate(then.edition.date, c.locale), date: longDate(now.edition.date, c.locale) };
	return [
		{ kind: 'heading', id: 'newer-peers', level: 3, text: c.words('report_newer_title') },
		{ kind: 'prose', style: 'plain', prose: paragraph(c.words('report_newer_lead', dates)) },
		...table(c, 'company', then, now),
		...(c.scope === 'whole' ? table(c, 'personal', then, now) : [])
	];
}

function table(c: Composition, side: Side, then: Standing, now: Standing): readonly TableBlock[] {
	const lead = side === 'company' ? c.company : c.personal;
	const times = [then, now];
	if (lead === null || times.every((each) => each[side] === null)) return [];
	const row = (label: WordKey, of: (each: Standing, place: Place | null) => string | null): readonly string[] => [
		c.words(label),
		...times.map((each) => of(each, each.indices[lead.id] ?? null) ?? '')
	];
	return [
		{
			kind: 'table',
			caption: c.words(side === 'company' ? 'report_newer_company' : 'report_newer_personal', { peers: noun(c, now) }),
			head: row('report_newer_edition', ({ edition }) => longDate(edition.date, c.locale)),
			rows: [
				row('report_groups_group', ({ [side]: group }) =>
					group === null ? c.words('report_newer_none') : members(c, side, group.by)
				),
				row('report_groups_members', ({ [side]: group }) => group && given(group.n, c.locale)),
				row('report_groups_standing', (each, place) => place && inShort(c, each, place)),
				row('report_groups_median', (_, place) =>
					place?.mode === 'percent' ? wholePoints(place.median, c.locale) : null
				)
			].filter(([, ...cells]) => cells.some((text) => text !== '')),
			numeric: []
		}
	];
}
