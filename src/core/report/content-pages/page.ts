// An instrument and the name of one of its parts → everything that an author wants to see of that part.
import type { Source } from '../method-page/source.ts';
import { refsOf } from './facts.ts';
import { areaPage, indexPage, patternPage, sectionPage } from './others.ts';
import type { Drawn, PartKind, PartPage } from './pages.ts';
import { questionPage } from './question.ts';

const EMPTY = {
	about: null,
	condition: null,
	lead: [],
	asked: null,
	options: [],
	notes: [],
	facts: [],
	bands: [],
	groups: [],
	asks: []
};

/** Null where the instrument has no such part. */
export function partPage(source: Source, kind: PartKind, id: string): PartPage | null {
	const drawn = drawnPart(source, kind, id);
	if (drawn === null) return null;
	const refs = refsOf(source, kind);
	const at = refs.findIndex((each) => each.id === id);
	return { ...EMPTY, ...drawn, kind, id, previous: refs[at - 1] ?? null, next: refs[at + 1] ?? null };
}

function drawnPart(source: Source, kind: PartKind, id: string): Drawn | null {
	const named = <T extends { readonly id: string }>(list: readonly T[], draw: (part: T) => Drawn): Drawn | null => {
		const found = list.find((part) => part.id === id);
		return found === undefined ? null : draw(found);
	};
	const { instrument } = source;
	switch (kind) {
		case 'sections':
			return named(instrument.sections, (section) => sectionPage(source, section));
		case 'questions':
			return named(instrument.questions, (question) => questionPage(source, question));
		case 'indices':
			return named(instrument.indices, (index) => indexPage(source, index));
		case 'areas':
			return named(instrument.areas, (area) => areaPage(source, area));
		case 'patterns':
			return named(instrument.patterns, (pattern) => patternPage(source, pattern));
	}
}
