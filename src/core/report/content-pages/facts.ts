// Ids of parts → what is shown of them beside another part: their names, where to find them, their weights.
import { plain } from '#core/instrument/fill.ts';
import type { Source } from '../method-page/source.ts';
import type { Fact, FactKey, PartKind, Ref } from './pages.ts';

type Item = Fact['items'][number];

export const factOf = (key: FactKey, items: readonly Item[]): Fact => ({ key, items });

export const said = (text: string): Item => ({ text, ref: null, weight: null });

export function refTo(source: Source, kind: PartKind, id: string, weight: number | null = null): Item {
	const ref = refsOf(source, kind).find((each) => each.id === id);
	return { text: ref?.text ?? id, ref: ref ?? null, weight };
}

/** Every part of a kind in its order. */
export function refsOf({ instrument, words }: Source, kind: PartKind): readonly Ref[] {
	switch (kind) {
		case 'questions':
			return instrument.questions.map(({ id, text }) => ({ kind, id, text: plain(text) }));
		case 'patterns':
			return instrument.patterns.map(({ id, title }) => ({
				kind,
				id,
				text: plain(title).replaceAll('{{company}}', words('report_your_company'))
			}));
		default:
			return instrument[kind].map(({ id, title }) => ({ kind, id, text: title }));
	}
}
