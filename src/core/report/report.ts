// The report itself: everything a reader is told, in order, as plain data. Page and PDF draw it and add no words.
// Every string here is final (locale applied, placeholders filled) and every string is shown.
import type { About, Verdict } from '#core/instrument/instrument.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';

export type Report = {
	readonly format: 1;
	readonly locale: string;
	/** The day the answers were completed, `yyyy-mm-dd`. */
	readonly date: string;
	/** `company`: a copy without the personal half. */
	readonly scope: 'whole' | 'company';
	readonly instrument: { readonly id: string; readonly title: string; readonly version: string; readonly hash: string };
	readonly response: { readonly id: string | null; readonly revision: number };
	/** The id of the edition that the company, else the person, is compared with; null: with none. */
	readonly edition: string | null;
	readonly cover: Cover;
	readonly parts: readonly Part[];
};

type Cover = {
	readonly title: string;
	/** "for Acme Ltd", or empty. */
	readonly subtitle: string;
	/** "As answered by 1 person on 22 November 2026" */
	readonly byline: string;
	/** What has to be known before anything else is read; null for a real respondent among real peers. */
	readonly notice: Notice | null;
};

/** "Sample report", and what of it is invented. The label is repeated wherever there is a running head. */
export type Notice = { readonly label: string; readonly text: string };

type PartId =
	| 'summary'
	| 'since-last-time'
	| 'executive-summary'
	| 'detailed-analysis'
	| 'personal-report'
	| 'method'
	| 'closing'
	// Of several respondents: what a consultant says in their own name, and who answered.
	| 'introduction'
	| 'voices'
	| 'recommendations';

/** What a page draws: a report, or another paper made of the same blocks, and of charts where its page draws them. */
export type Paper<Other = never> = Pick<Report, 'locale' | 'cover'> & {
	readonly parts: readonly Part<string, Block | Other>[];
};

export type Part<Id extends string = PartId, Of = Block> = {
	readonly id: Id;
	readonly title: string;
	readonly blocks: readonly Of[];
};

export type Block =
	| HeadingBlock
	| ProseBlockOf
	| PanelBlock
	| VelocityBlock
	| CardBlock
	| AnswerBlock
	| PatternBlock
	| MovesBlock
	| ListBlock
	| DotsBlock
	| TableBlock;

export type HeadingBlock = {
	readonly kind: 'heading';
	/** Unique in the report: the anchor. */
	readonly id: string;
	readonly level: 2 | 3;
	readonly text: string;
};

export type ProseBlockOf = {
	readonly kind: 'prose';
	/** `lead` opens a part in larger type; `note` is small print. */
	readonly style: 'plain' | 'lead' | 'note';
	readonly prose: Prose;
};

/** What is known of others who were scored on the same index. */
export type Peers = {
	/** "70% (64 to 75%): 30% of 310 peers scored better. 21 peers have exactly the same score."; null where only the median is ticked on the bar. */
	readonly sentence: string | null;
	/** How the strip is read; null where there is none. */
	readonly legend: string | null;
	/** In tenths, as the quartiles; null where too few are known for it. */
	readonly median: number | null;
	readonly quartiles: readonly [lower: number, upper: number] | null;
	/** The distribution: so many from `from` up to `to`, in tenths; empty stretches are left out. */
	readonly bins: readonly { readonly from: number; readonly to: number; readonly count: number }[] | null;
};

/** One number with its name and what to make of it. */
export type Figure = {
	readonly id: string;
	readonly label: string;
	/** "77", or "76.5" where the panel shows decimals; null without a score. */
	readonly shown: string | null;
	/** "of 100" */
	readonly of: string;
	readonly tenths: number | null;
	readonly band: string | null;
	/** "Increase potential: Moderate" */
	readonly potential: string | null;
	/** "Weakest term", on at most one figure of a panel. */
	readonly mark: string | null;
	/** Why there is no score, as a sentence. */
	readonly because: string | null;
	/** Null without a comparison. */
	readonly peers: Peers | null;
};

/** The picture of the summary: one index with the figures beside it. */
export type PanelBlock = {
	readonly kind: 'panel';
	readonly about: Exclude<About, 'context'>;
	/** "Your company", "You" */
	readonly label: string;
	/** The headline sentence; empty where there is none. */
	readonly headline: readonly Inline[];
	readonly total: Figure;
	/** `equation`: number × value × win rate over sales cycle, in this order; `bars`: as they stand. */
	readonly layout: 'equation' | 'bars';
	readonly figures: readonly Figure[];
	/** Who the peers are and of which day; while there are none, "The benchmark opens at 10 companies …" */
	readonly peers: string;
	/** The same picture in words. */
	readonly description: string;
	readonly table: TableBlock;
};

/** The sales velocity equation with the reader's own numbers. */
export type VelocityBlock = {
	readonly kind: 'velocity';
	readonly title: string;
	/** Number, value, win rate, cycle: the name and the figure with its unit, and what 10% on it is worth. */
	readonly terms: readonly {
		readonly id: string;
		readonly label: string;
		readonly shown: string;
		readonly gain: string;
	}[];
	/** "EUR 5,556 a day" */
	readonly result: string;
	readonly resultLabel: string;
	readonly notes: readonly string[];
	readonly table: TableBlock;
};

/** What a claim rests on, folded away until asked for. */
export type Because = { readonly label: string; readonly lines: readonly string[] };

export type CardBlock = {
	readonly kind: 'card';
	readonly verdict: Verdict;
	/** "Keep", "Change", "Stop" */
	readonly label: string;
	/** The area's name. */
	readonly title: string;
	/** The text's own heading; empty where it has none. */
	readonly heading: readonly Inline[];
	readonly prose: Prose;
	readonly because: Because;
};

export type AnswerBlock = {
	readonly kind: 'answer';
	readonly question: string;
	/** The question as it was asked. */
	readonly asked: readonly Inline[];
	/** "Your answer: Agree" */
	readonly given: string;
	/** How others answered it; absent where too few have. */
	readonly peers?: AnswerPeers;
	readonly verdict: Verdict | null;
	/** "Keep", "Change", "Stop", or "Not known"; null where there is none. */
	readonly label: string | null;
	readonly heading: readonly Inline[];
	/** Empty where no text is written yet. */
	readonly prose: Prose;
};

/** The scores of others on one question, beside the reader's own, in tenths. */
export type AnswerPeers = {
	/** "75 points. All companies: median 75, middle half 50 to 75." */
	readonly sentence: string;
	readonly tenths: number;
	readonly median: number;
	readonly quartiles: readonly [lower: number, upper: number];
};

export type PatternBlock = {
	readonly kind: 'pattern';
	/** "A pattern in your answers" */
	readonly label: string;
	readonly title: readonly Inline[];
	readonly prose: Prose;
	readonly because: Because;
};

/** What to do first, as a numbered list. */
export type MovesBlock = {
	readonly kind: 'moves';
	readonly items: readonly {
		/** The act in a few words. */
		readonly heading: readonly Inline[];
		/** The area's name. */
		readonly area: string;
		/** Empty, like owner and sign, where the content has no move for the area. */
		readonly prose: Prose;
		/** "Owner" */
		readonly ownerLabel: string;
		readonly owner: readonly Inline[];
		/** "Sign" */
		readonly signLabel: string;
		readonly sign: readonly Inline[];
	}[];
};

export type ListBlock = {
	readonly kind: 'list';
	readonly items: readonly { readonly text: readonly Inline[]; readonly detail: string | null }[];
};

export type TableBlock = {
	readonly kind: 'table';
	readonly caption: string;
	readonly head: readonly string[];
	readonly rows: readonly (readonly string[])[];
	/** Columns that hold figures, by position. */
	readonly numeric: readonly number[];
	/** For whoever wants to know more: a page shows the caption, which opens. Paper has it open. */
	readonly folded?: true;
};

/** What groups of people scored on the same questions: their means as dots on one line each. */
export type DotsBlock = {
	readonly kind: 'dots';
	/** How to read it. */
	readonly title: string;
	readonly rows: readonly DotsRow[];
	/** The same picture in words. */
	readonly description: string;
	readonly table: TableBlock;
};

export type DotsRow = {
	/** The question as it was asked. */
	readonly label: string;
	/** One of each group, which has the same mark in every row; `tenths` from 0 to 1000. */
	readonly dots: readonly { readonly label: string; readonly tenths: number; readonly shown: string }[];
	/** How far they lie apart. */
	readonly note: string;
	/** What to make of it, each under a word or two. */
	readonly said: readonly { readonly label: string; readonly text: string }[];
};

/** Figures of a benchmark as a chart that can be quoted; its numbers stand beneath it. */
export type ChartBlock = {
	readonly kind: 'chart';
	/** Unique on the page: the name of its picture. */
	readonly id: string;
	/** "Sales Velocity Index among companies" */
	readonly title: string;
	/** What it shows, as a sentence. */
	readonly says: string;
	readonly drawn: Distribution | Rows;
	/** Places on the scale, 0 to 1000, that are named; none where lengths are compared with each other only. */
	readonly ticks: readonly { readonly at: number; readonly label: string }[];
	/** How it is read. */
	readonly legend: string;
	/** "Bellwether, Sales Velocity Index, edition …, at least 320 companies" */
	readonly source: string;
	readonly table: TableBlock;
};

/** One index among all: in tenths, as everything in `Peers`. */
export type Distribution = { readonly shape: 'distribution' } & Pick<Peers, 'bins'> & {
		readonly median: number;
		readonly quartiles: readonly [lower: number, upper: number];
		/** The tenth and the ninetieth in a hundred; null where too few are known for them. */
		readonly tails: readonly [tenth: number, ninetieth: number] | null;
	};

export type Rows = {
	readonly shape: 'rows';
	readonly rows: readonly { readonly label: string; readonly shown: string; readonly mark: Mark }[];
};

/** On the scale of 0 to 1000: a bar from its beginning, or a median with the middle half. */
export type Mark =
	| { readonly kind: 'bar'; readonly length: number; readonly isQuiet: boolean }
	| { readonly kind: 'middle'; readonly median: number; readonly quartiles: readonly [lower: number, upper: number] };
