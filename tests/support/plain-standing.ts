// The standing as the method says it, score by score and with nothing prepared: what the quick one must agree with.
import type { Answers } from '#core/answers/answers.ts';
import type { Index, Instrument } from '#core/instrument/instrument.ts';
import type { Scores } from '#core/scores/scores.ts';
import { rankInBins, shownBins } from '#core/standing/bins.ts';
import { nameOf, type Edition, type Measure } from '#core/standing/edition.ts';
import { chooseRung } from '#core/standing/ladder.ts';
import type { Own } from '#core/standing/own.ts';
import { rangeOf } from '#core/standing/range.ts';
import { rank } from '#core/standing/rank.ts';
import type { Standing } from '#core/standing/standing.ts';

type Dimensions = Readonly<Record<string, string>>;

function withoutOwn(measure: Measure, index: Index, dimensions: Dimensions, own: readonly Own[]): Measure {
	const { scores, told } = measure;
	if (scores === undefined || told === undefined) return measure;
	const left = new Map(scores);
	let gone = 0;
	for (const each of own) {
		const tenths = each.tenths[index.id] ?? -1;
		const isIn = Object.entries(dimensions).every(([question, option]) => each.dimensions[question] === option);
		const members = left.get(tenths) ?? 0;
		if (each.about !== index.about || !isIn || each.since > told || members === 0) continue;
		left.set(tenths, members - 1);
		gone += 1;
	}
	if (gone === 0) return measure;
	const others = [...left].filter(([, members]) => members > 0);
	return { ...measure, n: measure.n - gone, orgs: measure.orgs - 1, scores: others };
}

function placed(tenths: number, measure: Measure): Standing['indices'][string] {
	const { n, orgs, maxOrg, bins, scores, median, quartiles } = measure;
	const fit = chooseRung([{ key: '', n, orgs, maxOrg }]);
	const found = scores === undefined ? rankInBins(tenths, bins) : rank(tenths, Object.fromEntries(scores));
	if (fit === null || found === null) return null;
	const { above, n: all, relative, better, tied, equal } = found;
	if (fit.mode === 'quarter') {
		const at = [4 * above < all, 2 * above < all, 4 * above < 3 * all].indexOf(true);
		return { mode: 'quarter', n: fit.n, quarter: (['top', 'second', 'third'] as const)[at] ?? 'bottom' };
	}
	const { low, high } = rangeOf(found);
	return {
		mode: 'percent',
		n: fit.n,
		relative,
		better,
		low: Math.floor(100 * low),
		high: Math.ceil(100 * high),
		same: scores === undefined || !tied ? null : equal > 4 * maxOrg ? equal : 'few',
		median,
		quartiles,
		bins: n < 30 ? null : shownBins(bins)
	};
}

/** Of answers that are each one option's id. */
export function plainStanding(
	instrument: Instrument,
	{ given }: Answers,
	scores: Scores,
	edition: Edition,
	own: readonly Own[]
): Pick<Standing, 'company' | 'personal' | 'others' | 'indices'> {
	const dimensionsOf = (rung: readonly string[]): Dimensions =>
		Object.fromEntries(
			rung.flatMap((question) => {
				const answer = given[question];
				return answer?.state === 'answered' ? [[question, answer.value as string]] : [];
			})
		);
	const measure = (rung: readonly string[], index: Index): Measure | null => {
		const dimensions = dimensionsOf(rung);
		const cell = edition.cells.find((each) => nameOf(each.dimensions) === nameOf(dimensions));
		const found = cell?.measures[index.id];
		return found === undefined ? null : withoutOwn(found, index, dimensions, own);
	};
	const place = (rung: readonly string[], index: Index): Standing['indices'][string] => {
		const [tenths, found] = [scores.indices[index.id]?.tenths ?? null, measure(rung, index)];
		return tenths === null || found === null ? null : placed(tenths, found);
	};
	const open = (ladder: Instrument['peers']): Instrument['peers'] =>
		ladder.filter((rung) => Object.keys(dimensionsOf(rung)).length === rung.length);
	const side = (ladder: Instrument['peers'], lead: Index) => {
		const rungs = open(ladder).map((by) => ({ by, found: measure(by, lead) }));
		const chosen = chooseRung(
			rungs.flatMap(({ by, found }) => (found === null ? [] : [{ ...found, key: JSON.stringify(by) }]))
		);
		const by = chosen && (JSON.parse(chosen.rung) as readonly string[]);
		const first = rungs[0]?.by ?? [];
		const rest = by === null ? [] : rungs.filter((each) => each.by.join() !== by.join());
		return {
			group: chosen && by && { by, n: chosen.n, closest: first.join() === by.join() ? null : first },
			others: rest.flatMap((each) => {
				const found = place(each.by, lead);
				return found === null ? [] : [{ by: each.by, place: found }];
			})
		};
	};
	const lead = (is: (index: Index) => boolean): Index => instrument.indices.find(is) as Index;
	const company = side(
		instrument.peers,
		lead(({ about, of }) => about === 'company' && of !== null)
	);
	const personal = side(
		instrument.personalPeers,
		lead(({ about, facetOf }) => about === 'personal' && facetOf === null)
	);
	return {
		company: company.group,
		personal: personal.group,
		others: { company: company.others, personal: personal.others },
		indices: Object.fromEntries(
			instrument.indices.map((index) => {
				const { group } = index.about === 'company' ? company : personal;
				return [index.id, group && place(group.by, index)];
			})
		)
	};
}
