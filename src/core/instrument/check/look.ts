// What every check looks at, and the texts of an instrument in groups that are tried one after the other.
import type { Compiled } from '../compiled.ts';
import type { Folder } from '../folder.ts';
import type { Head } from '../head.ts';
import type { Area, Index, Question, Section, Text, Verdict } from '../instrument.ts';
import { type Ledger } from '../ledger.ts';
import { oneOf, wrong, type Wrong } from '../wrong.ts';

/** Ids that the author has given away, also those whose own file is broken: naming one is no mistake. */
type Names = {
	readonly sections: ReadonlySet<string>;
	readonly questions: ReadonlySet<string>;
	readonly areas: ReadonlySet<string>;
	readonly indices: ReadonlySet<string>;
};

export type Look = {
	readonly instrument: Compiled;
	readonly folder: Folder;
	readonly head: Head;
	readonly names: Names;
	/** Only questions whose file could be read; of two with one id the first. */
	readonly questions: ReadonlyMap<string, Question>;
	/** Every question's file could be read, so that what is missing is missing. */
	readonly complete: boolean;
	readonly ledger: Ledger;
};

export function lookAt(instrument: Compiled, folder: Folder, head: Head, ledger: Ledger): Look {
	const files = folder.sections.flatMap((section) => section.questions);
	const ids = (things: readonly { readonly id: string }[]): Set<string> => new Set(things.map(({ id }) => id));
	const names = {
		sections: ids(folder.sections),
		questions: ids(files),
		areas: ids(folder.areas),
		indices: ids(head.indices)
	};
	const questions = new Map(instrument.questions.toReversed().map((question) => [question.id, question]));
	const complete = instrument.questions.length === files.length;
	return { instrument, folder, head, names, questions, complete, ledger };
}

/** Texts of which the first that fits is said. `keyword` is the heading that they stand under. */
export type Group = {
	readonly keyword: string;
	readonly texts: readonly Text[];
} & (
	| { readonly kind: 'question'; readonly owner: Question; readonly verdict: Verdict | null }
	| { readonly kind: 'area'; readonly owner: Area; readonly verdict: Verdict | null }
	| { readonly kind: 'section'; readonly owner: Section }
	| { readonly kind: 'index'; readonly owner: Index; readonly potential: boolean }
);

/** Every group of the instrument that has a text. */
export function groupsOf({ sections, questions, areas, indices }: Compiled): readonly Group[] {
	const groups: readonly Group[] = [
		...sections.map((owner): Group => ({ kind: 'section', keyword: 'Skipped', owner, texts: owner.skipped })),
		...questions.flatMap((owner): Group[] => [
			...VERDICTS.map(([verdict, keyword]): Group => ({
				kind: 'question',
				keyword,
				owner,
				verdict,
				texts: owner.texts[verdict]
			})),
			{ kind: 'question', keyword: 'Unsure', owner, verdict: null, texts: owner.texts.unsure }
		]),
		...areas.flatMap((owner): Group[] => [
			...VERDICTS.map(([verdict, keyword]): Group => ({
				kind: 'area',
				keyword,
				owner,
				verdict,
				texts: owner.texts[verdict]
			})),
			{ kind: 'area', keyword: 'But', owner, verdict: null, texts: owner.texts.but },
			{ kind: 'area', keyword: 'Move', owner, verdict: null, texts: owner.moves }
		]),
		...indices.flatMap((owner): Group[] => [
			...Object.entries(owner.texts).map(([keyword, texts]): Group => ({
				kind: 'index',
				keyword,
				owner,
				potential: false,
				texts
			})),
			...Object.entries(owner.potentialTexts).map(([band, texts]): Group => ({
				kind: 'index',
				keyword: `potential: ${band}`,
				owner,
				potential: true,
				texts
			}))
		])
	];
	return groups.filter(({ texts }) => texts.length > 0);
}

/** The verdicts with the headings that their texts stand under. */
export const VERDICTS: readonly (readonly [Verdict, string])[] = [
	['keep', 'Keep'],
	['change', 'Change'],
	['stop', 'Stop']
];

/** The company's own index: the one over indices; null where there is none. */
export const topIndex = ({ indices }: Compiled): Index | null =>
	indices.find((index) => index.about === 'company' && index.of !== null) ?? null;

/** The ids of indices that questions may feed; an index of indices is not among them. */
export const overQuestions = ({ indices }: Compiled, { indices: known }: Look['names']): ReadonlySet<string> =>
	new Set([...known].filter((id) => indices.find((index) => index.id === id)?.of == null));

const PLURALS = { area: 'areas', index: 'indices', section: 'sections', bands: 'sets of bands' };

/** What is wrong with naming a thing that is not there; null if it is. */
export function unknown(what: keyof typeof PLURALS, name: string, names: ReadonlySet<string>): Wrong | null {
	if (names.has(name)) return null;
	return wrong(`unknown-${what}`, oneOf(`the ${PLURALS[what]}`, names), `"${name}"`, 'Correct the name.');
}
