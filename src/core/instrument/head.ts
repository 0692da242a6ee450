// instrument.md → the head: scales, bands, indices and everything that is said once for the whole instrument.
import { z } from 'zod';
import type { Band, Index, Instrument, VelocityQuestions } from './instrument.ts';
import { scaleShape, toScale, type Scale } from './option-shape.ts';
import type { Page } from './page.ts';
import { count, id, keys, named, oneOrMore, optionId, readShape, weight, words } from './shape.ts';
import { readBody } from './text-parts.ts';

const bandShape = keys({ id, from: z.int('bound').min(0, 'bound').max(100, 'bound'), label: words });

const indexShape = keys({
	about: z.enum(['company', 'personal'], 'part').optional(),
	bands: id.optional(),
	potential: id.optional(),
	of: named(weight).optional(),
	'facet-of': id.optional()
});

const optionIds = z.array(optionId, 'ids');
const ladder = z.array(z.array(id, 'ids'), 'list');

const headShape = keys({
	title: words,
	version: z.string('version').regex(/^(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})\.(0|[1-9]\d{0,5})$/, 'version'),
	minutes: count,
	scales: named(scaleShape).default({}),
	bands: named(z.array(bandShape, 'bands').min(1, 'bands')).default({}),
	indices: named(indexShape).default({}),
	tones: keys({ low: optionIds, middle: optionIds, high: optionIds }).default({ low: [], middle: [], high: [] }),
	peers: ladder.default([]),
	'personal-peers': ladder.default([]),
	velocity: keys({ number: id, value: id, 'win-rate': id, cycle: id, currency: id }).optional(),
	outcome: keys({ question: id, yes: oneOrMore(optionId), no: oneOrMore(optionId) }).optional(),
	hypotheses: z.array(keys({ exposure: id, outcome: id }), 'list').default([]),
	groups: named(named(oneOrMore(optionId))).default({})
});

/** An index without what its own file says of it. */
export type IndexHead = Omit<Index, 'title' | 'body' | 'texts' | 'potentialTexts'>;

export type Head = Pick<
	Instrument,
	| 'title'
	| 'version'
	| 'minutes'
	| 'introduction'
	| 'bands'
	| 'tones'
	| 'peers'
	| 'personalPeers'
	| 'velocity'
	| 'outcome'
	| 'hypotheses'
	| 'groups'
> & {
	readonly scales: Readonly<Record<string, Scale>>;
	readonly indices: readonly IndexHead[];
};

/** Reads the head; null after telling the ledger what is wrong with it. */
export function readHead(page: Page): Head | null {
	const introduction = readBody(page);
	const front = readShape(headShape, page);
	if (!front) return null;
	const head: Head = {
		title: front.title,
		version: front.version,
		minutes: front.minutes,
		introduction,
		bands: front.bands satisfies Record<string, Band[]>,
		tones: front.tones,
		peers: front.peers,
		personalPeers: front['personal-peers'],
		velocity: toVelocity(front.velocity),
		outcome: front.outcome ?? null,
		hypotheses: front.hypotheses,
		groups: front.groups,
		scales: Object.fromEntries(Object.entries(front.scales).map(([name, scale]) => [name, toScale(scale)])),
		indices: toIndices(front.indices)
	};
	return page.ledger.mark(head, page.place);
}

function toIndices(raw: Readonly<Record<string, z.infer<typeof indexShape>>>): IndexHead[] {
	return Object.entries(raw).map(([name, index]) => ({
		id: name,
		about: index.about ?? aboutOfParts(index.of, raw),
		bands: index.bands ?? null,
		potential: index.potential ?? null,
		of: index.of ?? null,
		facetOf: index['facet-of'] ?? null
	}));
}

/** An index of indices that does not say what it is about is about what its first part is about. */
function aboutOfParts(
	of: Readonly<Record<string, number>> | undefined,
	raw: Readonly<Record<string, z.infer<typeof indexShape>>>
) {
	const [first = ''] = Object.keys(of ?? {});
	return raw[first]?.about ?? 'company';
}

const toVelocity = (raw: z.infer<typeof headShape>['velocity']): VelocityQuestions | null =>
	raw
		? { number: raw.number, value: raw.value, winRate: raw['win-rate'], cycle: raw.cycle, currency: raw.currency }
		: null;
