// What the page of a study shows → the same figures in tidy rows, one a figure.
import { asked } from '../composition.ts';
import type { PublishedMeasure } from '#core/standing/published.ts';
import { groupsBy, indicesOf, leadOf, measureOf, questionsOf, roundedDown, type Told } from './source.ts';

export type Datum = {
	readonly kind: 'composition' | 'index' | 'area' | 'finding' | 'reliability';
	/** The id of what is measured, and its name. */
	readonly measure: string;
	readonly title: string;
	/** Among whom, such as `industry=software-it`; `all`. */
	readonly group: string;
	readonly statistic: string;
	/** Points, shares in per cent, or what the statistic is in. */
	readonly value: number;
	/** Rounded down to a multiple of 5; null where there is none to tell. */
	readonly n: number | null;
};

type Values = Readonly<Record<string, number | null | undefined>>;

const ALL = 'all';

export const dataOf = (source: Told): readonly Datum[] => [
	...answered(source),
	...(['company', 'personal'] as const).flatMap((side) => [
		...indicesOf(source, side).flatMap((index) => {
			const measure = measureOf(source, index);
			return measure === undefined ? [] : rows('index', index, ALL, measuresOf(measure), measure.n);
		}),
		...questionsOf(source, side).flatMap((question) => {
			const lead = leadOf(source, side);
			if (lead === undefined) return [];
			return groupsBy(source, question, lead).flatMap(({ option, measure }) =>
				rows('index', lead, `${question}=${option}`, quarters(measure), measure.n)
			);
		})
	]),
	...areas(source),
	...findings(source),
	...reliability(source)
];

/** Values that are missing are left out. */
const rows = (
	kind: Datum['kind'],
	{ id, title }: { readonly id: string; readonly title: string },
	group: string,
	values: Values,
	n: number | null
): readonly Datum[] =>
	Object.entries(values).flatMap(([statistic, value]) =>
		value == null ? [] : [{ kind, measure: id, title, group, statistic, value, n: n === null ? null : roundedDown(n) }]
	);

const quarters = ({ median, quartiles: [lower, upper] }: Pick<PublishedMeasure, 'median' | 'quartiles'>): Values => ({
	lower_quartile: lower / 10,
	median: median / 10,
	upper_quartile: upper / 10
});

const measuresOf = ({ n, tails, bins, ...measure }: PublishedMeasure): Values => ({
	...quarters(measure),
	p10: tails && tails[0] / 10,
	p90: tails && tails[1] / 10,
	...Object.fromEntries(
		(bins ?? []).map(({ from, to, count }) => [`share_${from / 10}_to_${to / 10}`, Math.round((100 * count) / n)])
	)
});

function answered({ study, instrument }: Told): readonly Datum[] {
	if (study === null) return [];
	const { companies, responses } = study;
	return [
		...rows(
			'composition',
			instrument,
			ALL,
			{ companies: roundedDown(companies), responses: roundedDown(responses) },
			null
		),
		...study.composition.flatMap(({ question, options }) =>
			options.flatMap(({ option, companies: held }) =>
				rows('composition', named(instrument, question), `${question}=${option}`, { companies: held }, null)
			)
		)
	];
}

const areas = ({ study, instrument }: Told): readonly Datum[] =>
	instrument.areas.flatMap((area) => {
		const found = study?.areas[area.id];
		return found === undefined ? [] : rows('area', area, ALL, quarters(found), found.n);
	});

const findings = ({ study, instrument }: Told): readonly Datum[] =>
	(study?.findings ?? []).flatMap(({ exposure, outcome, told }) => {
		if (told === null) return [];
		const { rr, low, high, q, exposed, others } = told;
		const about = named(instrument, exposure);
		const [all, by] = [
			exposed.companies + others.companies,
			{ relative_likelihood: rr, low_95: low, high_95: high, q }
		];
		return [
			...rows('finding', about, outcome, by, all),
			...rows('finding', about, `${outcome}: with`, { percent: exposed.percent }, exposed.companies),
			...rows('finding', about, `${outcome}: without`, { percent: others.percent }, others.companies)
		];
	});

const reliability = ({ study, instrument }: Told): readonly Datum[] =>
	(study?.indices ?? []).flatMap(({ index, reliability, answered, intraclass }) => {
		const about = instrument.indices.find(({ id }) => id === index) ?? { id: index, title: index };
		const { alpha, omega, sem, itemRest } = reliability ?? { alpha: null, omega: null, sem: null, itemRest: {} };
		const [[weakest] = []] = [Object.entries(itemRest).sort(([, one], [, other]) => one - other)];
		return [
			...rows('reliability', about, ALL, { alpha, omega, standard_error: sem === null ? null : sem / 10 }, answered),
			...(weakest === undefined ? [] : rows('reliability', about, weakest[0], { item_rest: weakest[1] }, answered)),
			...rows(
				'reliability',
				about,
				ALL,
				{ icc1: intraclass?.icc1, icc2: intraclass?.icc2 },
				intraclass?.companies ?? null
			)
		];
	});

function named({ questions }: Told['instrument'], id: string): { readonly id: string; readonly title: string } {
	const question = questions.find((each) => each.id === id);
	return { id, title: question === undefined ? id : asked(question) };
}
