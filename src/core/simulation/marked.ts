// An instrument → the same with a mark in place of each text, so that a composed report shows which texts it holds.
import type { Condition } from '#core/instrument/condition.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import type { Instrument, Text } from '#core/instrument/instrument.ts';
import { linesOf, openingOf } from '#core/instrument/words.ts';
import { measured, type Reading } from './reading.ts';

export type Label = {
	readonly kind: 'section' | 'question' | 'area' | 'index' | 'pattern' | 'headline';
	/** The id of what the text speaks of; for headlines strongest and weakest. */
	readonly owner: string;
	/** "Keep", "potential: major"; empty where there is one text only. */
	readonly keyword: string;
	readonly when: Condition | null;
	/** The first two words, in small letters; two neighbours that share them read like a list. */
	readonly opening: string;
	readonly reading: Reading;
};

export type Marked = {
	readonly instrument: Instrument;
	readonly labels: readonly Label[];
};

const mark = (at: number): readonly Inline[] => [{ kind: 'text', text: `⟦${at}⟧` }];

/** The positions in `labels` of the marks in a text. */
export const marksIn = (text: string): readonly number[] => [...text.matchAll(/⟦(\d+)⟧/g)].map(([, at]) => Number(at));

/** Conditions, headings and placeholders stay, so that the marked instrument says what the real one says, where it says it. */
export function marked(instrument: Instrument): Marked {
	const labels: Label[] = [];
	const label = (kind: Label['kind'], owner: string, keyword: string, when: Condition | null, prose: Prose) => {
		const reading = measured(linesOf(prose).map(plain));
		labels.push({ kind, owner, keyword, when, opening: openingOf(prose, 2), reading });
		return mark(labels.length - 1);
	};
	const marking =
		(kind: Label['kind'], owner: string, keyword: string) =>
		<T extends Text>(text: T): T => ({
			...text,
			body: [{ kind: 'paragraph', inline: label(kind, owner, keyword, text.when, text.body) }]
		});
	const byKey = (kind: Label['kind'], owner: string, before: string, sets: Readonly<Record<string, readonly Text[]>>) =>
		Object.fromEntries(
			Object.entries(sets).map(([key, texts]) => [key, texts.map(marking(kind, owner, `${before}${key}`))])
		);
	const verdicts = (kind: 'question' | 'area', owner: string, { keep, change, stop }: Verdicts): Verdicts => ({
		keep: keep.map(marking(kind, owner, 'Keep')),
		change: change.map(marking(kind, owner, 'Change')),
		stop: stop.map(marking(kind, owner, 'Stop'))
	});

	return {
		labels,
		instrument: {
			...instrument,
			sections: instrument.sections.map((section) => ({
				...section,
				skipped: section.skipped.map(marking('section', section.id, 'Skipped'))
			})),
			questions: instrument.questions.map((question) => ({
				...question,
				texts: {
					...verdicts('question', question.id, question.texts),
					unsure: question.texts.unsure.map(marking('question', question.id, 'Unsure')),
					ask: question.texts.ask
				}
			})),
			areas: instrument.areas.map((area) => ({
				...area,
				texts: {
					...verdicts('area', area.id, area.texts),
					but: area.texts.but.map(marking('area', area.id, 'But'))
				},
				moves: area.moves.map(marking('area', area.id, 'Move'))
			})),
			indices: instrument.indices.map((index) => ({
				...index,
				texts: byKey('index', index.id, '', index.texts),
				potentialTexts: byKey('index', index.id, 'potential: ', index.potentialTexts)
			})),
			patterns: instrument.patterns.map((pattern) => ({
				...pattern,
				body: [{ kind: 'paragraph', inline: label('pattern', pattern.id, '', pattern.when, pattern.body) }]
			})),
			headlines: instrument.headlines.map((headline) => {
				const owner = headline.strongest === null ? 'even' : `${headline.strongest} over ${headline.weakest ?? ''}`;
				return {
					...headline,
					text: label('headline', owner, headline.tone, null, [{ kind: 'paragraph', inline: headline.text }])
				};
			})
		}
	};
}

type Verdicts = { readonly keep: readonly Text[]; readonly change: readonly Text[]; readonly stop: readonly Text[] };
