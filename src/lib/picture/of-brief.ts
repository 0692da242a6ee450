// The pictures that a paper of several respondents has → what each says, to be painted and put elsewhere.
import type { Theme } from '#core/instrument/theme.ts';
import type { DotsBlock, Figure, PanelBlock, Paper } from '#core/report/report.ts';
import { groupsIn, type Dot } from '#lib/chart/dots.ts';
import { brandOf, type Brand, type Picture } from './picture.ts';

/** Means of groups on the same questions, a row each. */
export type DotsPicture = {
	readonly locale: string;
	readonly brand: Brand;
	readonly kicker: string;
	readonly headline: string;
	/** By the mark that stands for each. */
	readonly groups: readonly string[];
	readonly rows: readonly {
		readonly label: string;
		readonly dots: readonly (Dot & { readonly shown: string })[];
	}[];
	readonly source: string;
};

/** By the id of the part in which it stands; null where that has none. */
export function pictureOfPart({ locale, cover, parts }: Paper, id: string, theme: Theme): Picture | DotsPicture | null {
	const part = parts.find((each) => each.id === id);
	const block = part?.blocks.find((each) => each.kind === 'panel' || each.kind === 'dots');
	if (part === undefined || block === undefined) return null;
	const source = `${cover.subtitle}. ${cover.byline}`;
	const shared = { locale, brand: brandOf(theme), source };
	return block.kind === 'panel'
		? ofPanel(block, shared)
		: block.kind === 'dots'
			? ofDots(block, { ...shared, kicker: cover.subtitle, headline: part.title })
			: null;
}

type Shared = Pick<DotsPicture, 'locale' | 'brand' | 'source'>;

function ofPanel({ label, total, figures, layout }: PanelBlock, { source, ...shared }: Shared): Picture | null {
	if (total.shown === null || total.tenths === null) return null;
	const { shown, of, tenths, band } = total;
	const median = total.peers?.median ?? null;
	return {
		...shared,
		kicker: total.label,
		headline: label,
		beside: { kind: 'score', shown, of, tenths, band, peers: total.peers?.sentence ?? '', median },
		layout,
		terms: figures.map(termOf),
		...{ sample: null, legend: null, notes: [] },
		foot: [source, '']
	};
}

const termOf = ({ label, shown, tenths, mark, because, peers }: Figure): Picture['terms'][number] => ({
	...{ label, shown, tenths, mark, because },
	median: peers?.median ?? null
});

function ofDots(block: DotsBlock, shared: Shared & Pick<DotsPicture, 'kicker' | 'headline'>): DotsPicture {
	const groups = groupsIn(block);
	const rows = block.rows.map(({ label, dots }) => ({
		label,
		dots: dots.map(({ tenths, shown, ...dot }) => ({ tenths, shown, group: groups.indexOf(dot.label) }))
	}));
	return { ...shared, groups, rows };
}
