// What an author sees of an instrument: one page a section, question, index, area and pattern, as plain data.
import type { About, Verdict } from '#core/instrument/instrument.ts';
import type { AskedOption, AskedQuestion } from '#core/instrument/questionnaire.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';

export const partKinds = ['sections', 'questions', 'indices', 'areas', 'patterns'] as const;

export type PartKind = (typeof partKinds)[number];

/** A part by what people read of it. */
export type Ref = { readonly kind: PartKind; readonly id: string; readonly text: string };

/** What a wording is for; `band` and `potential` have one group for each band. */
export type Keyword =
	'keep' | 'change' | 'stop' | 'unsure' | 'skipped' | 'but' | 'move' | 'pattern' | 'band' | 'potential';

export type Wording = {
	/** In words, by questions and titles; null: said whenever none before it is. */
	readonly condition: string | null;
	readonly heading: readonly Inline[];
	/** Placeholders stand in it as code, as they are written. */
	readonly body: Prose;
	readonly words: number;
	/** Only of a move: who owns it, and by what one can tell that it works. */
	readonly move: {
		readonly owner: readonly Inline[];
		readonly outside: boolean;
		readonly sign: readonly Inline[];
	} | null;
};

export type Group = {
	readonly keyword: Keyword;
	readonly verdict: Verdict | null;
	/** The band's label. */
	readonly band: string | null;
	readonly wordings: readonly Wording[];
};

export type FactKey =
	| 'section'
	| 'area'
	| 'feeds'
	| 'opposite'
	| 'importance-of'
	| 'range'
	| 'longest'
	| 'made-of'
	| 'fed-by'
	| 'facet-of'
	| 'home'
	| 'importance'
	| 'rated-by'
	| 'questions'
	| 'weight'
	| 'beside';

/** What is set about a part: other parts, each with its weight where it has one, or a few words. */
export type Fact = {
	readonly key: FactKey;
	readonly items: readonly { readonly text: string; readonly ref: Ref | null; readonly weight: number | null }[];
};

export type NoteKey = 'reverse' | 'result' | 'required' | 'quoted' | 'unscored' | 'strength';

export type OptionRow = {
	readonly label: string;
	/** How the answer stands inside a sentence. */
	readonly phrase: string;
	/** In points as it counts, already turned round where the question is; null: not scored. */
	readonly points: string | null;
};

export type Band = { readonly label: string; readonly from: number };

export type PartPage = {
	readonly kind: PartKind;
	readonly id: string;
	readonly title: readonly Inline[];
	readonly about: About | null;
	/** When it is asked or told, in words; null: always. */
	readonly condition: string | null;
	/** What participants read below the title; of a question it is shown as they see it. */
	readonly lead: Prose;
	/** Only of a question. */
	readonly asked: { readonly question: AskedQuestion; readonly options: readonly AskedOption[] } | null;
	readonly options: readonly OptionRow[];
	readonly notes: readonly NoteKey[];
	readonly facts: readonly Fact[];
	readonly bands: readonly Band[];
	readonly groups: readonly Group[];
	readonly asks: readonly { readonly question: readonly Inline[]; readonly listenFor: readonly Inline[] }[];
	readonly previous: Ref | null;
	readonly next: Ref | null;
};

/** What differs from page to page; the rest is empty. */
export type Drawn = Partial<Omit<PartPage, 'kind' | 'id' | 'title' | 'previous' | 'next'>> & {
	readonly title: readonly Inline[];
};
