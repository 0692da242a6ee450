// An instrument as some earlier version of this program compiled and stored it → the same with what has been added since.
import type { Area, Instrument, Pattern, Question } from './instrument.ts';

/** What an older instrument may lack; its hash stays that of what was stored. */
export type Stored = Omit<Instrument, 'areas' | 'patterns' | 'questions'> & {
	readonly questions: readonly (Omit<Question, 'quote'> & Partial<Pick<Question, 'quote'>>)[];
	readonly areas: readonly (Omit<Area, 'moves'> & Partial<Pick<Area, 'moves'>>)[];
	readonly patterns: readonly (Omit<Pattern, 'strength'> & Partial<Pick<Pattern, 'strength'>>)[];
};

/** Says for everything that was not there yet what its absence meant. */
export const asOfToday = (stored: Stored): Instrument => ({
	...stored,
	questions: stored.questions.map((question) => ({ ...question, quote: question.quote ?? false })),
	areas: stored.areas.map((area) => ({ ...area, moves: area.moves ?? [] })),
	patterns: stored.patterns.map((pattern) => ({ ...pattern, strength: pattern.strength ?? false }))
});
