// A report → the texts in it that its author may change, each with a place that stays when others come and go.
import { plain } from '#core/instrument/fill.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import type { Block, MovesBlock, Part, Report } from '#core/report/report.ts';

export type ReportText = {
	/** The same for as long as the report has a text for the same thing. */
	readonly place: string;
	/** What it is about, as a reader of the report is told. */
	readonly about: string;
	/** `line`: a line and nothing else. `headed`: may begin with a heading. `titled`: has to. */
	readonly form: 'line' | 'prose' | 'headed' | 'titled';
	readonly heading: readonly Inline[];
	readonly prose: Prose;
};

export type Said = Pick<ReportText, 'heading' | 'prose'>;

/** What becomes of a text; null: it is left out. */
type Change = (text: ReportText) => Said | null;

/** Every text once, in the order in which they are read, with the part that it stands in. */
export function textsIn(report: Report): readonly (ReportText & { readonly part: string })[] {
	const found = new Map<string, ReportText & { readonly part: string }>();
	for (const part of report.parts)
		changedPart(part, movesIn(report), (text) => {
			// Moves are first named in the summary: they are told further down.
			if (text.place.startsWith('move ')) found.delete(text.place);
			if (!found.has(text.place)) found.set(text.place, { ...text, part: part.id });
			return text;
		});
	return [...found.values()];
}

/** Scores, figures, charts, and what is said of them stay as they are: only texts that an author may change are asked for. */
export const changedReport = (report: Report, change: Change): Report => ({
	...report,
	parts: report.parts.map((part) => changedPart(part, movesIn(report), change))
});

const movesIn = ({ parts }: Report): MovesBlock['items'] =>
	parts.flatMap(({ blocks }) => blocks.flatMap((block) => (block.kind === 'moves' ? block.items : [])));

function changedPart(part: Part, moves: MovesBlock['items'], change: Change): Part {
	if (part.id === 'method' || part.id === 'voices') return part;
	let [under, nth] = ['', 0];
	let title = part.title;
	const titles = new Map<string, number>();
	const blocks = part.blocks.flatMap((block): readonly Block[] => {
		nth += 1;
		if (block.kind === 'heading') {
			[under, nth, title] = [block.id, 0, block.text];
			return [block];
		}
		switch (block.kind) {
			case 'panel':
				return [{ ...block, headline: headline(part, block.headline, change) }];
			case 'prose': {
				const [only] = block.prose;
				if (block.style === 'lead' && only?.kind === 'paragraph') {
					const inline = headline(part, only.inline, change);
					return inline.length === 0 ? [] : [{ ...block, prose: [{ kind: 'paragraph', inline }] }];
				}
				if (block.style === 'note' || !isNarrative(part, under, nth)) return [block];
				const place = under === '' ? `opening ${part.id}` : under;
				const said = change({ place, about: title, form: 'prose', heading: [], prose: block.prose });
				return said === null ? [] : [{ ...block, prose: said.prose }];
			}
			case 'card': {
				const { heading, prose } = block;
				const text = { place: `area ${block.title}`, about: block.title, form: 'headed', heading, prose } as const;
				return [{ ...block, ...saidOf(change, text) }];
			}
			case 'answer': {
				const { heading, prose } = block;
				if (heading.length === 0 && prose.length === 0) return [block];
				const about = plain(block.asked);
				const text = { place: `answer ${block.question}`, about, form: 'headed', heading, prose } as const;
				return [{ ...block, ...saidOf(change, text) }];
			}
			case 'pattern': {
				const named = plain(block.title);
				const before = titles.get(named) ?? 0;
				titles.set(named, before + 1);
				const place = `pattern ${before === 0 ? '' : `${before + 1} `}${named}`;
				const said = change({ place, about: named, form: 'titled', heading: block.title, prose: block.prose });
				return said === null ? [] : [{ ...block, title: said.heading, prose: said.prose }];
			}
			case 'moves': {
				const items = block.items.flatMap((item) => move(item, change));
				return items.length === 0 ? [] : [{ ...block, items }];
			}
			case 'list': {
				if (under !== 'three-moves') return [block];
				const items = moves.flatMap((item) =>
					move(item, change).map(({ heading }) => ({ text: heading, detail: null }))
				);
				return items.length === 0 ? [] : [{ ...block, items }];
			}
			default:
				return [block];
		}
	});
	return { ...part, blocks: withoutEmpty(blocks) };
}

function saidOf(change: Change, text: ReportText): Said {
	const said = change(text);
	return { heading: said?.heading ?? [], prose: said?.prose ?? [] };
}

function headline({ title }: Part, inline: readonly Inline[], change: Change): readonly Inline[] {
	if (inline.length === 0) return inline;
	return change({ place: 'headline', about: title, form: 'line', heading: inline, prose: [] })?.heading ?? [];
}

/** What the band and the terms have to say; the sentences that state figures are none of the author's. */
const isNarrative = ({ id }: Part, under: string, nth: number): boolean =>
	id === 'executive-summary' && (under.startsWith('index-') || (under === '' && nth > 2));

function move(item: MovesBlock['items'][number], change: Change): MovesBlock['items'] {
	const place = `move ${item.area}`;
	const said = change({ place, about: item.area, form: 'titled', heading: item.heading, prose: item.prose });
	if (said === null) return [];
	const line = (of: 'owner' | 'sign', about: string): readonly Inline[] =>
		item[of].length === 0
			? []
			: (change({ place: `${place}: ${of}`, about, form: 'line', heading: item[of], prose: [] })?.heading ?? item[of]);
	return [
		{
			...item,
			heading: said.heading,
			prose: said.prose,
			owner: line('owner', `${item.area}: ${item.ownerLabel}`),
			sign: line('sign', `${item.area}: ${item.signLabel}`)
		}
	];
}

/** A heading over moves that were all left out says nothing. */
const withoutEmpty = (blocks: readonly Block[]): readonly Block[] =>
	blocks.filter((block, at) => {
		if (block.kind !== 'heading' || !/^(three-)?moves$/.test(block.id)) return true;
		const next = blocks[at + 1];
		return next !== undefined && next.kind !== 'heading';
	});
