// What indices, areas and patterns name: other indices, sets of bands, sections.
import type { Area, Index } from '../instrument.ts';
import type { Keys } from '../ledger.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { overQuestions, unknown, type Look } from './look.ts';

export function checkLinks(look: Look): void {
	const { instrument, names, ledger } = look;
	for (const index of instrument.indices) checkIndex(index, look);
	for (const area of instrument.areas) checkArea(area, look);
	for (const pattern of instrument.patterns) {
		const what = pattern.section === null ? null : unknown('section', pattern.section, names.sections);
		if (what) ledger.error(ledger.where(pattern, ['section']), what);
	}
}

function checkIndex(index: Index, look: Look): void {
	const { instrument, head, names, ledger } = look;
	const at = (keys: Keys): string => ledger.where(head, ['indices', index.id, ...keys]);
	const tell = (keys: Keys, what: Wrong | null): void => {
		if (what) ledger.error(at(keys), what);
	};
	for (const key of ['bands', 'potential'] as const) {
		const set = index[key];
		if (set !== null) tell([key], unknown('bands', set, new Set(Object.keys(instrument.bands))));
	}
	if (index.facetOf !== null) tell(['facet-of'], unknown('index', index.facetOf, names.indices));
	for (const part of Object.keys(index.of ?? {})) tell(['of', part], wrongPart(part, index, look));
	if (index.of !== null || !look.complete || instrument.questions.some(({ feeds }) => (feeds[index.id] ?? 0) > 0))
		return;
	const remedy = `Add "feeds: { ${index.id}: 1 }" to a question.`;
	ledger.warning(at([]), wrong('index-without-questions', 'a question that feeds the index', 'none', remedy));
}

function wrongPart(id: string, index: Index, { instrument, names }: Look): Wrong | null {
	const part = instrument.indices.find((candidate) => candidate.id === id);
	if (!part) return unknown('index', id, names.indices);
	const found = `"${id}", which is made of other indices`;
	if (part.of) return wrong('index-of-indices-of-indices', 'an index over questions', found, 'Name its parts.');
	if (part.about === index.about) return null;
	return wrong('index-of-other-part', `an index about ${index.about}`, `"${id}", about ${part.about}`, 'Leave it out.');
}

function checkArea(area: Area, { instrument, names, complete, ledger }: Look): void {
	const what = names.indices.has(area.index) ? null : unknown('index', area.index, overQuestions(instrument, names));
	if (what) ledger.error(ledger.where(area, ['index']), what);
	if (!complete || instrument.questions.some((question) => question.area === area.id)) return;
	const remedy = `Add "area: ${area.id}" to a question.`;
	ledger.warning(ledger.where(area), wrong('area-without-questions', 'a question in the area', 'none', remedy));
}
