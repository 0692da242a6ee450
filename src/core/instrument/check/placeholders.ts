// Placeholders: which may stand where, and which always have a value there.
import type { Ledger } from '../ledger.ts';
import type { Inline, Prose } from '../prose.ts';
import { linesOf, placeholderNodes } from '../words.ts';
import { wrong, type Wrong } from '../wrong.ts';
import { groupsOf, topIndex, type Group, type Look } from './look.ts';

const VELOCITY = [
	'velocity.number',
	'velocity.value',
	'velocity.win-rate',
	'velocity.cycle',
	'velocity.day',
	'velocity.all'
];

export function checkPlaceholders(look: Look): void {
	const { instrument, ledger } = look;
	const common = commonNames(look);
	for (const group of groupsOf(instrument)) {
		const sure = sureNames(group);
		for (const text of group.texts) {
			const plain = text.when === null;
			checkLines(
				[...(group.keyword === 'Move' ? [] : [text.heading]), ...linesOf(text.body)],
				[...new Set([...sure, ...common])],
				ledger,
				plain ? group : null
			);
		}
	}
	for (const { texts } of instrument.questions) {
		for (const { question, listenFor } of texts.ask)
			checkLines([question, listenFor], [...new Set(['answer', 'question', ...common])], ledger);
	}
	for (const { heading, owner, sign } of instrument.areas.flatMap(({ moves }) => moves))
		// The heading stands in a picture that anybody may see: nobody's name, and nothing that was typed.
		checkLines([heading, owner, sign], ['company'], ledger);
	for (const { title, body } of instrument.patterns) checkLines([title, ...linesOf(body)], common, ledger);
	const top = topIndex(instrument);
	const parts = [...(top ? [top.id] : []), ...Object.keys(top?.of ?? {})];
	const inHeadlines = ['company', ...parts.flatMap((id) => [`index.${id}`, `band.${id}`])];
	for (const { text } of instrument.headlines) checkLines([text], inHeadlines, ledger);
	const bare: readonly Prose[] = [
		instrument.introduction,
		...instrument.sections.map(({ body }) => body),
		...instrument.indices.map(({ body }) => body),
		...instrument.questions.map(({ help }) => help)
	];
	for (const prose of bare) checkLines(linesOf(prose), [], ledger);
	for (const { text } of instrument.questions) checkLines([text], [], ledger);
}

/** Placeholders that a text may use although they may be empty. */
function commonNames({ instrument, names }: Look): readonly string[] {
	return [
		'company',
		'name',
		...instrument.indices.flatMap(({ id, bands }) => [`index.${id}`, ...(bands === null ? [] : [`band.${id}`])]),
		...[...names.questions].map((id) => `answer.${id}`),
		...(instrument.velocity ? VELOCITY : [])
	];
}

/** Placeholders that have a value whenever a text of the group is said. */
function sureNames(group: Group): readonly string[] {
	switch (group.kind) {
		case 'question':
			return ['answer', 'question', 'company'];
		case 'area':
			return group.keyword === 'But' ? ['question', 'company'] : ['company'];
		case 'section':
			return ['company'];
		case 'index': {
			const { id, bands, of } = group.owner;
			const scored = [id, ...Object.keys(of ?? {})];
			return [
				'company',
				...scored.map((name) => `index.${name}`),
				...(bands === null ? [] : scored.map((name) => `band.${name}`))
			];
		}
	}
}

/** Whether the placeholder may be without a value when a text of the group is said. */
export const mayBeEmpty = (name: string, group: Group): boolean => !sureNames(group).includes(name);

/**
 * Tells the ledger of placeholders that may not stand in these lines. `plainOf`: they are the plain text of this group,
 * which is said whenever no other fits, so that none of its placeholders may be empty.
 */
export function checkLines(
	lines: readonly (readonly Inline[])[],
	allowed: readonly string[],
	ledger: Ledger,
	plainOf: Group | null = null
): void {
	for (const node of placeholderNodes(lines)) {
		if (!allowed.includes(node.name)) ledger.error(ledger.where(node), unknownPlaceholder(node.name, allowed));
		else if (plainOf && mayBeEmpty(node.name, plainOf))
			ledger.error(ledger.where(node), emptyPlaceholder(node.name, plainOf));
	}
}

/** The ids behind `answer.` and so on are too many to list. */
function unknownPlaceholder(name: string, allowed: readonly string[]): Wrong {
	const families = ['index', 'band', 'answer', 'velocity'].filter((family) =>
		allowed.some((one) => one.startsWith(`${family}.`))
	);
	const listed = [...allowed.filter((one) => !one.includes('.')), ...families.map((family) => `${family}.…`)];
	const expected = allowed.length === 0 ? 'no placeholder here' : `one of ${shown(listed)}`;
	return wrong('unknown-placeholder', expected, shown([name]), 'Correct the placeholder or take it out.');
}

function emptyPlaceholder(name: string, group: Group): Wrong {
	const expected = `placeholders that always have a value in a text without braces: ${shown(sureNames(group))}`;
	const remedy = 'Write the text without it, or narrow this one and add a plain text.';
	return wrong('placeholder-may-be-empty', expected, shown([name]), remedy);
}

const shown = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ');
