// The client at a glance: index and terms as a picture, who stands behind them, and the four numbers as they were given.
import type { Term } from '#core/calculators/velocity.ts';
import { leastOf, leastTogether } from '#core/group/circle.ts';
import { ofKind } from '#core/report/chosen.ts';
import { given, longDate, money } from '#core/report/format.ts';
import { panelBlock } from '#core/report/panel.ts';
import { byTerm } from '#core/report/velocity.ts';
import type { Block, Part, TableBlock } from '#core/report/report.ts';
import { agreementWords, type Basis } from './basis.ts';
import { lines, part } from './blocks.ts';
import type { BriefKey } from './words.ts';

export function glance(b: Basis): Part<string> {
	const { say } = b;
	return part('glance', say('brief_part_glance'), [...panelOf(b), ...lines([voices(b), ...before(b)]), ...numbers(b)]);
}

function panelOf(b: Basis): readonly Block[] {
	const { report, instrument } = b;
	const total = report.company;
	if (total === null || total.of === null) return [];
	const parts = Object.keys(total.of).map((id) => report.index(id));
	const ordered = instrument.velocity === null ? null : byTerm(parts);
	const weakest = ofKind(b.findings, 'headline')[0]?.weakest ?? null;
	const layout = ordered === null ? 'bars' : 'equation';
	const block = panelBlock(report, {
		total,
		parts: ordered ?? parts,
		headline: [],
		layout,
		addsUp: true,
		weakest
	});
	return [{ ...block, label: b.client }];
}

/** How many stand behind it, and how far they agree. */
function voices({ say, several }: Basis): string {
	const { n: count, agreed } = several;
	const told = say(`brief_voices_${several.voices}`, { count });
	if (agreed === null) return count < 3 && count > 1 ? `${told} ${say('brief_agreed_unknown')}` : told;
	const label = agreementWords({ say }, agreed.label);
	const parts = [told, say('brief_agreed', { label }), ...(agreed.isWide ? [say('brief_agreed_wide')] : [])];
	return parts.join(' ');
}

function before(b: Basis): readonly string[] {
	const now = b.report.company && (b.several.scores.indices[b.report.company.id]?.tenths ?? null);
	if (!b.before || now === null) return [];
	const { date, tenths } = b.before;
	return [b.say('brief_before', { date: longDate(date, b.locale), then: b.score(tenths), now: b.score(now) })];
}

const terms = [
	['number', 'report_velocity_number'],
	['value', 'report_velocity_value'],
	['winRate', 'report_velocity_win_rate'],
	['cycle', 'report_velocity_cycle']
] as const satisfies readonly (readonly [Term, BriefKey])[];

function numbers(b: Basis): readonly TableBlock[] {
	if (b.instrument.velocity === null) return [];
	const { say } = b;
	return [
		{
			kind: 'table',
			caption: say('brief_numbers'),
			head: [
				say('brief_numbers_term'),
				say('brief_numbers_middle'),
				say('brief_numbers_range'),
				say('brief_numbers_by')
			],
			rows: terms.map(([term, key]) => [say(key), ...rowOf(b, term)]),
			numeric: []
		}
	];
}

/** Where anonymity was promised, a middle only from three on, and the ends only from five: an end is one person's. */
function rowOf(b: Basis, term: Term): readonly string[] {
	const { say } = b;
	const all = b.numbers[term];
	const [low, high] = [all[0], all.at(-1)];
	const middle = all[Math.ceil(all.length / 2) - 1];
	if (low === undefined || high === undefined || middle === undefined)
		return [say('brief_numbers_not'), '', say('brief_numbers_none')];
	const { isAnonymous } = b.several;
	const hidden = say('brief_numbers_hidden');
	if (all.length < leastTogether(isAnonymous)) return [hidden, '', hidden];
	const shown = (value: number): string => inUnits(b, term, value);
	const range =
		all.length === 1
			? say('brief_numbers_one')
			: isAnonymous && all.length < leastOf(true)
				? hidden
				: low === high
					? say('brief_numbers_alike')
					: say('brief_numbers_from', { low: term === 'cycle' ? given(low, b.locale) : shown(low), high: shown(high) });
	return [shown(middle), range, String(all.length)];
}

function inUnits({ say, locale, currency }: Basis, term: Term, value: number): string {
	switch (term) {
		case 'number':
			return given(value, locale);
		case 'value':
			return money(value, currency, locale);
		case 'winRate':
			return say('report_velocity_percent', { percent: given(value, locale) });
		case 'cycle':
			return say('report_velocity_days', { days: given(value, locale) });
	}
}
