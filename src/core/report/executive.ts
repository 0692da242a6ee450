// The second part, in the order in which a chief executive reads: what it comes to, what it is worth, what to keep, what to
// do, one pattern, how sure this is; then the four terms, the money, and the first action.
import { pick, plain } from '#core/instrument/fill.ts';
import { cards, headline, ofKind } from './chosen.ts';
import { paragraph, type Composition } from './composition.ts';
import { longDate } from './format.ts';
import { moves } from './moves.ts';
import { reason } from './panel.ts';
import { newerPeers } from './newer-peers.ts';
import { otherGroups } from './other-groups.ts';
import { sureOfPeers } from './peers.ts';
import type { Block, Part, ProseBlockOf } from './report.ts';
import { ownTarget } from './target.ts';
import { patternBlock } from './verdicts.ts';
import { velocityBlock, worth } from './velocity.ts';
import type { WordKey } from './words.ts';

export function executive(c: Composition): Part {
	return {
		id: 'executive-summary',
		title: c.words('report_part_executive'),
		blocks: [
			...opening(c),
			...money(c),
			...keep(c),
			...nextMoves(c),
			...ownTarget(c),
			...pattern(c),
			...sure(c),
			...terms(c),
			...firstAction(c)
		]
	};
}

const prose = (text: string, style: ProseBlockOf['style'] = 'plain'): ProseBlockOf => ({
	kind: 'prose',
	style,
	prose: paragraph(text)
});

const title = (c: Composition, id: string, key: WordKey, level: 2 | 3 = 3): Block => ({
	kind: 'heading',
	id,
	level,
	text: c.words(key)
});

function opening(c: Composition): readonly Block[] {
	if (c.company === null) return [];
	const sentence = headline(c);
	const shown = c.values[`index.${c.company.id}`] ?? '';
	const band = c.band(c.company);
	const blocks: Block[] = [];
	if (sentence.length > 0)
		blocks.push({ kind: 'prose', style: 'lead', prose: [{ kind: 'paragraph', inline: sentence }] });
	blocks.push(
		band === null
			? prose(c.words('report_no_index', { index: c.company.title }))
			: prose(c.words('report_score_sentence', { index: c.company.title, score: shown, band }))
	);
	const text = pick(c.company.texts[c.scores.indices[c.company.id]?.band ?? ''] ?? [], c.facts, c.values);
	if (text !== null) blocks.push({ kind: 'prose', style: 'plain', prose: text.body });
	return blocks;
}

function money(c: Composition): readonly Block[] {
	const line = worth(c);
	return line === null ? [] : [title(c, 'worth', 'report_worth_title'), prose(line)];
}

function keep(c: Composition): readonly Block[] {
	const heading = title(c, 'keep-first', 'report_keep_title');
	const items = cards(c)
		.filter((each) => each.verdict === 'keep')
		.map((each) => ({
			text: [{ kind: 'text' as const, text: each.title }],
			detail: each.heading.length > 0 ? plain(each.heading) : null
		}));
	if (items.length === 0) return [heading, prose(c.words('report_keep_none'))];
	return [
		heading,
		prose(c.words(moves(c).length === 0 ? 'report_keep_all' : 'report_keep_some')),
		{ kind: 'list', items }
	];
}

function nextMoves(c: Composition): readonly Block[] {
	const items = moves(c);
	return items.length === 0 ? [] : [title(c, 'moves', 'report_moves_title'), { kind: 'moves', items }];
}

function pattern(c: Composition): readonly Block[] {
	return ofKind(c.findings, 'pattern')
		.filter((finding) => finding.lifted)
		.map((finding) => patternBlock(c, finding));
}

function sure(c: Composition): readonly Block[] {
	const { path, given } = c.answers;
	const company = path.filter((id) => Object.values(c.question(id).feeds).some((weight) => weight > 0));
	const answered = company.filter((id) => given[id]?.state === 'answered').length;
	const unknown = company.filter((id) => given[id]?.state === 'ns').length;
	const left = company.filter((id) => given[id]?.state === 'na').length;
	const sentences = [
		c.words('report_sure_one_person', { date: longDate(c.date, c.locale) }),
		c.words('report_sure_answered', { answered, asked: company.length }),
		...(unknown > 0 ? [c.words('report_sure_unknown', { count: unknown })] : []),
		...(left > 0 ? [c.words('report_sure_not_applicable', { count: left })] : []),
		sureOfPeers(c),
		c.words('report_sure_firmer')
	];
	return [
		title(c, 'how-sure', 'report_sure_title'),
		prose(sentences.join(' ')),
		...otherGroups(c, 'company'),
		...newerPeers(c)
	];
}

/** A paragraph for each sub-index by its band, with its increase potential. */
function terms(c: Composition): readonly Block[] {
	const parts = Object.keys(c.company?.of ?? {}).map((id) => c.index(id));
	const paragraphs = parts.flatMap((index): readonly Block[] => {
		const score = c.scores.indices[index.id];
		const text = pick(index.texts[score?.band ?? ''] ?? [], c.facts, c.values);
		const potential = pick(index.potentialTexts[score?.potential ?? ''] ?? [], c.facts, c.values);
		const because = reason(c, index);
		const body = because === null ? [...(text?.body ?? []), ...(potential?.body ?? [])] : paragraph(because);
		const shown = c.values[`index.${index.id}`] || c.words('report_no_score');
		const heading: Block = { kind: 'heading', id: `index-${index.id}`, level: 3, text: `${index.title}: ${shown}` };
		return body.length === 0 ? [] : [heading, { kind: 'prose', style: 'plain', prose: body }];
	});
	const velocity = velocityBlock(c);
	const named = c.words('report_parts_title', { index: c.company?.title ?? '' });
	const heading: Block =
		c.instrument.velocity === null
			? { kind: 'heading', id: 'terms', level: 2, text: named }
			: title(c, 'terms', 'report_terms_title', 2);
	return [
		...(paragraphs.length === 0 ? [] : [heading, ...paragraphs]),
		...(paragraphs.length === 0 || parts.every((part) => part.potential === null)
			? []
			: [prose(c.words('report_potential_note'), 'note')]),
		...(velocity === null ? [] : [velocity])
	];
}

function firstAction(c: Composition): readonly Block[] {
	const shown = cards(c);
	if (shown.length === 0) {
		return [title(c, 'first-action', 'report_first_action_title', 2), prose(c.words('report_first_action_none'))];
	}
	const guard = shown.every(({ verdict }) => verdict === 'keep');
	const rated = c.instrument.questions.some(
		({ id, importanceOf }) => importanceOf.length > 0 && c.answers.given[id]?.state === 'answered'
	);
	const lead = [
		c.words(guard ? 'report_first_guard_lead' : 'report_first_action_lead'),
		c.words(rated ? 'report_ranked_rated' : 'report_ranked')
	];
	return [
		title(c, 'first-action', guard ? 'report_first_guard_title' : 'report_first_action_title', 2),
		prose(lead.join(' ')),
		...shown
	];
}
