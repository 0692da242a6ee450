// Simulated managers and sellers who answer the flagship → the brief about them.
import type { Brief } from '#core/brief/brief.ts';
import type { Respondent } from '#core/group/respondent.ts';
import { numbersOf } from '#core/group/representative.ts';
import type { Value } from '#core/instrument/value.ts';
import { chanceFrom } from '#core/simulation/chance.ts';
import { answersAlong } from '#core/simulation/respondent.ts';
import { briefOn } from '../../support/briefs.ts';
import { flagship } from '../../support/flagship.ts';
import { voice } from '../../support/voices.ts';

const sizes = { one: [1, 0], few: [1, 2], several: [3, 5], anonymous: [3, 5], many: [6, 9] } as const;

export type Kind = keyof typeof sizes;

/** Each question has a level of its own, which on a fifth of them lies higher for managers and lower for sellers. */
export function peopleOf(kind: Kind, seed = 7): readonly Respondent[] {
	const [managers, sellers] = sizes[kind];
	const common = chanceFrom(seed);
	const levels = new Map(flagship.questions.map(({ id }) => [id, 210 + 700 * common.next()]));
	const apart = new Map(flagship.questions.map(({ id }) => [id, common.next() < 0.2 ? 210 : 0]));
	return Array.from({ length: managers + sellers }, (_, at) => {
		const leads = at < managers;
		const chance = chanceFrom(1000 * seed + at);
		const values: Record<string, Value> = {
			...answersAlong(
				flagship,
				{
					wanted: ({ id }) =>
						(levels.get(id) ?? 0) + (leads ? 1 : -1) * (apart.get(id) ?? 0) + 260 * (chance.next() - 0.5),
					...{ slips: 0.04, blank: 0.02, unsure: 0.05, notApplicable: 0.02, skipped: new Set() }
				},
				chance
			),
			role: leads ? (at === 0 ? 'sales-leader' : 'first-line-manager') : 'seller',
			'open-opportunities': 30 + 7 * at,
			'average-deal-value': 42_000 + 3500 * at,
			'win-rate-percent': 18 + at,
			'cycle-days': 80 + 9 * at
		};
		if (!leads) delete values['carries-deals'];
		if (at % 3 !== 0) values['stale-deals'] = 'ns';
		return voice(flagship, String(at), values);
	});
}

export function flagshipBrief(kind: Kind, seed = 7): Brief {
	const respondents = peopleOf(kind, seed);
	const all = respondents.map(({ answers }) => answers);
	const [managers, sellers] = sizes[kind];
	const { velocity } = flagship;
	const given = (question: string | undefined): readonly number[] =>
		question === undefined ? [] : numbersOf(question, all);
	return briefOn(respondents, {
		of: flagship,
		isAnonymous: kind === 'anonymous' || kind === 'many',
		client: 'Northwind Łódź & Partners',
		people: [
			{ role: 'first-line-manager', label: 'First-line sales manager', invited: managers, answered: managers },
			{ role: 'seller', label: 'Seller', invited: sellers + 1, answered: sellers }
		],
		quotes: all
			.slice(0, 6)
			.map((_, at) => ({ question: 'one-thing', text: `Fewer reports, said for the time number ${at + 1}.` })),
		numbers: {
			number: given(velocity?.number),
			value: given(velocity?.value),
			winRate: given(velocity?.winRate),
			cycle: given(velocity?.cycle)
		},
		currency: 'EUR'
	});
}
