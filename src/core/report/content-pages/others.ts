// A section, an index, an area or a pattern → its page: what it is made of, and what is told about it.
import type { Area, Index, Pattern, Section } from '#core/instrument/instrument.ts';
import type { Prose } from '#core/instrument/prose.ts';
import { weightIn } from '#core/scores/question.ts';
import { asPoints, isScored, type Source } from '../method-page/source.ts';
import { factOf, refTo, said } from './facts.ts';
import type { Band, Drawn, Fact, Group } from './pages.ts';
import { groupsOf, inWords, movesOf, visible, wordingOf } from './wording.ts';

const text = (words: string) => [{ kind: 'text' as const, text: words }];

const known = (facts: readonly Fact[]): readonly Fact[] => facts.filter(({ items }) => items.length > 0);

export const sectionPage = (source: Source, section: Section): Drawn => ({
	title: text(section.title),
	about: section.about,
	condition: inWords(source, section.when),
	lead: section.body,
	facts: known([
		factOf(
			'questions',
			section.questions.map((id) => refTo(source, 'questions', id))
		)
	]),
	groups: groupsOf(source, [['skipped', section.skipped]])
});

export function indexPage(source: Source, index: Index): Drawn {
	const { id, of, facetOf, texts, potentialTexts } = index;
	const { bands, questions } = source.instrument;
	const fed = questions.filter((question) => weightIn(question, id) > 0);
	const own = bands[index.bands ?? ''] ?? [];
	const potential = bands[index.potential ?? ''] ?? [];
	const byBand = (keyword: 'band' | 'potential', set: typeof own, those: Index['texts']): readonly Group[] =>
		set.flatMap((band) => groupsOf(source, [[keyword, those[band.id] ?? []]], band.label));
	return {
		title: text(index.title),
		about: index.about,
		lead: index.body,
		facts: known([
			factOf(
				'made-of',
				Object.entries(of ?? {}).map(([part, weight]) => refTo(source, 'indices', part, weight))
			),
			factOf('facet-of', facetOf === null ? [] : [refTo(source, 'indices', facetOf)]),
			factOf(
				'fed-by',
				fed.map((question) => refTo(source, 'questions', question.id, weightIn(question, id)))
			)
		]),
		bands: own.map(({ label, from }): Band => ({ label, from })),
		groups: [...byBand('band', own, texts), ...byBand('potential', potential, potentialTexts)]
	};
}

export function areaPage(source: Source, area: Area): Drawn {
	const { questions } = source.instrument;
	const { keep, change, stop, but } = area.texts;
	const raters = questions.filter(({ importanceOf }) => importanceOf.includes(area.id));
	const members = questions.filter((question) => question.area === area.id && isScored(question));
	return {
		title: text(area.title),
		facts: known([
			factOf('home', [refTo(source, 'indices', area.index)]),
			factOf('importance', [said(asPoints(source, area.importance))]),
			factOf(
				'rated-by',
				raters.map(({ id }) => refTo(source, 'questions', id))
			),
			factOf(
				'questions',
				members.map(({ id }) => refTo(source, 'questions', id))
			)
		]),
		groups: [
			...groupsOf(source, [
				['keep', keep],
				['but', but],
				['change', change],
				['stop', stop]
			]),
			...movesOf(source, area.moves)
		]
	};
}

export function patternPage(source: Source, pattern: Pattern): Drawn {
	const { title, about, section, strength, weight, when, body } = pattern;
	const none: Prose = [];
	return {
		title: visible(title),
		about,
		condition: inWords(source, when),
		lead: none,
		notes: strength ? ['strength'] : [],
		facts: known([
			factOf('weight', [said(String(weight))]),
			factOf('beside', section === null ? [] : [refTo(source, 'sections', section)])
		]),
		groups: [
			{
				keyword: 'pattern',
				verdict: null,
				band: null,
				wordings: [wordingOf(source, { when: null, heading: [], body })]
			}
		]
	};
}
