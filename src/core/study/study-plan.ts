// An instrument → what the study of it counts, worked out once.
import { leadOf } from '#core/benchmark/contribution.ts';
import { canonicalJson, hashOf } from '#core/instrument/canonical.ts';
import type { Index, Instrument, Question } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import { weightIn, weightOf } from '#core/scores/question.ts';

export type StudyPlan = {
	/** The questions that have a score, in the order of the instrument; everything else names them by position. */
	readonly questions: readonly { readonly id: string; readonly isPersonal: boolean }[];
	readonly indices: readonly {
		readonly id: string;
		readonly isPersonal: boolean;
		/** Positions of the questions that its reliability is told from. */
		readonly items: readonly number[];
	}[];
	readonly areas: readonly {
		readonly id: string;
		readonly isPersonal: boolean;
		readonly members: readonly { readonly at: number; readonly weight: number }[];
	}[];
	/** The questions that the peer groups of companies are made of. */
	readonly composition: readonly string[];
	/** Whose answer to the question is a yes or a no; null: the instrument asks for no outcome. */
	readonly outcome: {
		readonly question: string;
		readonly yes: readonly string[];
		readonly no: readonly string[];
		/** Questions and one of which options they must have given; none: everybody. */
		readonly among: readonly (readonly [question: string, options: readonly string[]])[];
	} | null;
	readonly hypotheses: readonly {
		readonly name: string;
		readonly exposure: string;
		readonly outcome: string;
		/** Position of the question, or of the area, that companies are told apart by; -1: the other, or neither. */
		readonly question: number;
		readonly area: number;
	}[];
	/** The index that people are compared by; null: there is none. */
	readonly personal: string | null;
	/** A hash of all this and of the peer groups: what was counted by another cannot be added to. */
	readonly hash: string;
};

/** The plan of an instrument; the same object for the same instrument. */
export const studyPlanOf = once((instrument: Instrument): StudyPlan => {
	const { sections, indices, areas, peers, personalPeers, outcome, groups, hypotheses } = instrument;
	const personalSections = new Set(sections.filter(({ about }) => about === 'personal').map(({ id }) => id));
	const personalIndices = new Set(indices.filter(({ about }) => about === 'personal').map(({ id }) => id));
	const scored = instrument.questions.filter((question) => weightOf(question) > 0);
	const sectionOf = new Map(scored.map(({ id, section }) => [id, section]));
	const at = new Map(scored.map(({ id }, position) => [id, position]));
	const plan = {
		questions: scored.map(({ id, section }) => ({ id, isPersonal: personalSections.has(section) })),
		indices: indices.map((index) => ({
			id: index.id,
			isPersonal: index.about === 'personal',
			items: itemsOf(instrument, index, scored).flatMap(({ id }) => at.get(id) ?? [])
		})),
		areas: areas.map((area) => ({
			id: area.id,
			isPersonal: personalIndices.has(area.index),
			members: scored.flatMap((question, position) =>
				question.area === area.id ? [{ at: position, weight: weightOf(question) }] : []
			)
		})),
		composition: [...new Set(peers.flat())],
		outcome: outcome && { ...outcome, among: Object.entries(groups['sellers'] ?? {}) },
		hypotheses: hypotheses.map(({ exposure, outcome: result }) => ({
			name: `${exposure} ${result}`,
			exposure,
			outcome: result,
			question: personalSections.has(sectionOf.get(exposure) ?? '') ? -1 : (at.get(exposure) ?? -1),
			area: areas.findIndex(({ id, index }) => id === exposure && !personalIndices.has(index))
		})),
		personal: leadOf(instrument, 'personal')?.id ?? null
	};
	return { ...plan, hash: hashOf({ plan, peers, personalPeers }) };
});

/**
 * The questions that feed an index, its parts' where it is an index of indices, and that were put to the same people:
 * those asked of everybody, and where most are asked under one condition, as a personal index's are, those as well.
 */
function itemsOf(
	{ sections }: Instrument,
	{ id, of }: Pick<Index, 'id' | 'of'>,
	scored: readonly Question[]
): readonly Question[] {
	const parts = of === null ? [id] : Object.keys(of).filter((part) => (of[part] ?? 0) > 0);
	const feeding = scored.filter((question) => parts.some((part) => weightIn(question, part) > 0));
	const bySection = new Map(sections.map((section) => [section.id, section.when]));
	const conditionOf = ({ section, when }: Question): string => canonicalJson([bySection.get(section) ?? null, when]);
	const times = new Map<string, number>();
	for (const question of feeding) times.set(conditionOf(question), (times.get(conditionOf(question)) ?? 0) + 1);
	const [most = EVERYBODY] = [...times].reduce<readonly [string?, number?]>(
		(one, other) => (other[1] > (one[1] ?? 0) ? other : one),
		[]
	);
	return feeding.filter((question) => [EVERYBODY, most].includes(conditionOf(question)));
}

const EVERYBODY = canonicalJson([null, null]);
