// Lines of text → how long they are and how hard to read.
import { fleschKincaid } from 'flesch-kincaid';
import { syllable } from 'syllable';

export type Reading = { readonly words: number; readonly sentences: number; readonly syllables: number };

/** A line always ends a sentence; a colon or a semicolon does not. */
export function measured(lines: readonly string[]): Reading {
	const sentences = lines.flatMap((line) => line.split(/(?<=[.!?…][”’")]?)\s+/)).filter((text) => /\p{L}/u.test(text));
	const words = sentences.flatMap((sentence) => sentence.split(/\s+/)).filter((word) => /[\p{L}\p{N}]/u.test(word));
	return {
		words: words.length,
		sentences: sentences.length,
		syllables: words.reduce((sum, word) => sum + Math.max(1, syllable(word)), 0)
	};
}

export const together = (readings: readonly Reading[]): Reading => ({
	words: readings.reduce((sum, { words }) => sum + words, 0),
	sentences: readings.reduce((sum, { sentences }) => sum + sentences, 0),
	syllables: readings.reduce((sum, { syllables }) => sum + syllables, 0)
});

/**
 * The school grade at which an English text can be read: 0.39 words a sentence + 11.8 syllables a word − 15.59
 * (Kincaid, Fishburne, Rogers and Chissom, 1975). NaN without a sentence.
 */
export const grade = ({ words, sentences, syllables }: Reading): number =>
	fleschKincaid({ sentence: sentences, word: words, syllable: syllables });
