// An instrument → every text in it as plain words, with the part that it belongs to: what a search goes through.
import { plain } from '#core/instrument/fill.ts';
import type { Instrument, Text } from '#core/instrument/instrument.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import { linesOf } from '#core/instrument/words.ts';
import type { Keyword, PartKind } from './pages.ts';

export type PlainText = {
	readonly kind: PartKind | 'headlines';
	/** The id of the part; empty for headlines. */
	readonly id: string;
	/** What it is for; null: what participants read before they answer, or a title. */
	readonly keyword: Keyword | null;
	/** A report may tell it: a narrative, not a question or its help. */
	readonly isTold: boolean;
	/** White space is single blanks. */
	readonly text: string;
};

type Part = Pick<PlainText, 'kind' | 'id'>;

export function textsIn(instrument: Instrument): readonly PlainText[] {
	const { sections, questions, indices, areas, patterns, headlines } = instrument;
	return [
		...sections.flatMap(({ id, title, body, skipped }) => {
			const part: Part = { kind: 'sections', id };
			return [asked(part, words(title), body), ...told(part, 'skipped', skipped)];
		}),
		...questions.flatMap(({ id, text, help, options, texts: { keep, change, stop, unsure, ask } }) => {
			const part: Part = { kind: 'questions', id };
			const labels = options.map(({ label }) => words(label));
			return [
				asked(part, text, help, ...labels),
				...verdicts(part, { keep, change, stop }),
				...told(part, 'unsure', unsure),
				...ask.map((each) => asked(part, each.question, [], each.listenFor))
			];
		}),
		...indices.flatMap(({ id, title, body, texts, potentialTexts }) => {
			const part: Part = { kind: 'indices', id };
			return [
				asked(part, words(title), body),
				...told(part, 'band', Object.values(texts).flat()),
				...told(part, 'potential', Object.values(potentialTexts).flat())
			];
		}),
		...areas.flatMap(({ id, title, texts: { keep, change, stop, but }, moves }) => {
			const part: Part = { kind: 'areas', id };
			const acts = moves.map((move) =>
				plainText(part, 'move', [move.heading, ...linesOf(move.body), move.owner, move.sign])
			);
			return [
				asked(part, words(title), []),
				...verdicts(part, { keep, change, stop }),
				...told(part, 'but', but),
				...acts
			];
		}),
		...patterns.map(({ id, title, body }) => plainText({ kind: 'patterns', id }, 'pattern', [title, ...linesOf(body)])),
		...headlines.map(({ text }) => ({ ...asked({ kind: 'headlines', id: '' }, text, []), isTold: true }))
	].filter(({ text }) => text !== '');
}

type Lines = readonly (readonly Inline[])[];

const words = (text: string): readonly Inline[] => [{ kind: 'text', text }];

const asked = (part: Part, title: readonly Inline[], body: Prose, ...more: Lines): PlainText =>
	plainText(part, null, [title, ...linesOf(body), ...more]);

const told = (part: Part, keyword: Keyword, texts: readonly Text[]): readonly PlainText[] =>
	texts.map(({ heading, body }) => plainText(part, keyword, [heading, ...linesOf(body)]));

const verdicts = (
	part: Part,
	{ keep, change, stop }: Readonly<Record<'keep' | 'change' | 'stop', readonly Text[]>>
): readonly PlainText[] => [...told(part, 'keep', keep), ...told(part, 'change', change), ...told(part, 'stop', stop)];

const plainText = (part: Part, keyword: Keyword | null, lines: Lines): PlainText => ({
	...part,
	keyword,
	isTold: keyword !== null,
	text: lines
		.map((line) => plain(line).replaceAll(/\s+/g, ' ').trim())
		.filter((line) => line !== '')
		.join(' · ')
});
