// What a method page is made of: an instrument, the words, and for whom they are written.
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import { weightOf } from '#core/scores/question.ts';
import { asked, paragraph } from '../composition.ts';
import { given, listed } from '../format.ts';
import type { Block, TableBlock } from '../report.ts';
import type { WordKey, Words } from '../words.ts';

export type Source = {
	readonly instrument: Instrument;
	readonly words: Words;
	readonly locale: string;
	/** `yyyy-mm-dd`: the day of its first answer; null while it has none. */
	readonly since: string | null;
};

export type Inputs = Readonly<Record<string, string | number>>;

export const said = ({ words }: Pick<Source, 'words'>, key: WordKey, inputs: Inputs = {}): Block => ({
	kind: 'prose',
	style: 'plain',
	prose: paragraph(words(key, inputs))
});

export const titled = ({ words }: Pick<Source, 'words'>, id: string, key: WordKey): Block => ({
	kind: 'heading',
	id,
	level: 2,
	text: words(key)
});

/** "75", "12.5": a score in tenths as points. */
export const asPoints = ({ locale }: Source, tenths: number): string => given(tenths / 10, locale);

/** "three" */
export const inWords = ({ words }: Pick<Source, 'words'>, count: number): string => words('report_number', { count });

/** “We meet …” */
export const quoted = ({ words }: Pick<Source, 'words'>, question: Question): string =>
	words('report_importance_row', { row: asked(question) });

export const all = ({ locale }: Pick<Source, 'locale'>, items: readonly string[]): string => listed(items, locale);

export const isScored = (question: Question): boolean => weightOf(question) > 0;

/** Two columns: a name and its figure. */
export const pairs = (
	{ words }: Source,
	caption: string,
	head: readonly [WordKey, WordKey],
	rows: readonly (readonly [string, string])[]
): TableBlock => ({ kind: 'table', caption, head: head.map((key) => words(key)), rows, numeric: [1] });
