// An instrument → its table of contents for an author: sections with their questions, indices with bands, areas, patterns, headlines.
import type { About, Headline, Instrument, Tone } from '#core/instrument/instrument.ts';
import type { Inline } from '#core/instrument/prose.ts';
import { weightIn } from '#core/scores/question.ts';
import type { Source } from '../method-page/source.ts';
import { refsOf, refTo } from './facts.ts';
import type { Band, Fact, Ref } from './pages.ts';
import { textsIn } from './texts.ts';
import { inWords, visible } from './wording.ts';

export type Overview = {
	readonly sections: readonly {
		readonly ref: Ref;
		readonly about: About;
		readonly condition: string | null;
		readonly questions: readonly {
			readonly ref: Ref;
			readonly condition: string | null;
			readonly feeds: Fact['items'];
			readonly texts: number;
		}[];
	}[];
	readonly indices: readonly {
		readonly ref: Ref;
		readonly about: Exclude<About, 'context'>;
		/** The indices that it is made of, with their weights; empty for an index over questions. */
		readonly parts: Fact['items'];
		/** How many questions feed it, and the sum of their weights. */
		readonly questions: number;
		readonly weights: number;
		readonly bands: readonly Band[];
	}[];
	readonly areas: readonly {
		readonly ref: Ref;
		readonly home: string;
		readonly questions: number;
		readonly texts: number;
	}[];
	readonly patterns: readonly { readonly ref: Ref; readonly condition: string | null; readonly strength: boolean }[];
	readonly headlines: readonly HeadlineRow[];
	readonly texts: number;
};

/** `strongest` and `weakest` are the indices' titles; both null in the even case. */
export type HeadlineRow = {
	readonly strongest: string | null;
	readonly weakest: string | null;
	readonly tone: Tone;
	readonly text: readonly Inline[];
};

export function overviewOf(source: Source): Overview {
	const { instrument } = source;
	const counted = textCounts(instrument);
	const refs = (kind: Ref['kind']) => new Map(refsOf(source, kind).map((ref) => [ref.id, ref]));
	const ref = (map: ReadonlyMap<string, Ref>, kind: Ref['kind'], id: string): Ref =>
		map.get(id) ?? { kind, id, text: id };
	const [questions, sections, indices] = [refs('questions'), refs('sections'), refs('indices')];
	const [areas, patterns] = [refs('areas'), refs('patterns')];
	const known = new Map(instrument.questions.map((question) => [question.id, question]));
	return {
		sections: instrument.sections.map((section) => ({
			ref: ref(sections, 'sections', section.id),
			about: section.about,
			condition: inWords(source, section.when),
			questions: section.questions.map((id) => ({
				ref: ref(questions, 'questions', id),
				condition: inWords(source, known.get(id)?.when ?? null),
				feeds: Object.entries(known.get(id)?.feeds ?? {}).flatMap(([index, weight]) =>
					weight > 0 ? [refTo(source, 'indices', index, weight)] : []
				),
				texts: counted(`questions ${id}`)
			}))
		})),
		indices: instrument.indices.map((index) => {
			const weights = instrument.questions.map((question) => weightIn(question, index.id)).filter((each) => each > 0);
			return {
				ref: ref(indices, 'indices', index.id),
				about: index.about,
				parts: Object.entries(index.of ?? {}).map(([part, weight]) => refTo(source, 'indices', part, weight)),
				questions: weights.length,
				weights: weights.reduce((sum, each) => sum + each, 0),
				bands: (instrument.bands[index.bands ?? ''] ?? []).map(({ label, from }) => ({ label, from }))
			};
		}),
		areas: instrument.areas.map(({ id, index }) => ({
			ref: ref(areas, 'areas', id),
			home: indices.get(index)?.text ?? index,
			questions: instrument.questions.filter(({ area }) => area === id).length,
			texts: counted(`areas ${id}`)
		})),
		patterns: instrument.patterns.map(({ id, when, strength }) => ({
			ref: ref(patterns, 'patterns', id),
			condition: inWords(source, when),
			strength
		})),
		headlines: headlinesOf(source),
		texts: textsIn(instrument).filter(({ isTold }) => isTold).length
	};
}

export const headlinesOf = (source: Source): readonly HeadlineRow[] =>
	source.instrument.headlines.map(({ strongest, weakest, tone, text }: Headline) => {
		const title = (id: string | null): string | null => (id === null ? null : refTo(source, 'indices', id).text);
		return { strongest: title(strongest), weakest: title(weakest), tone, text: visible(text) };
	});

function textCounts(instrument: Instrument): (owner: string) => number {
	const counts = new Map<string, number>();
	for (const { kind, id, isTold } of textsIn(instrument))
		if (isTold) counts.set(`${kind} ${id}`, (counts.get(`${kind} ${id}`) ?? 0) + 1);
	return (owner) => counts.get(owner) ?? 0;
}
