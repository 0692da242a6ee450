// Placeholders: which may stand where, and which always have a value there.
import type { Inline, Prose } from '../prose.ts';
import { linesOf, placeholderNodes } from '../words.ts';
import { groupsOf, topIndex, type Group, type Look } from './look.ts';
import { wrong } from '../wrong.ts';

const VELOCITY = [
	'velocity.number',
	'velocity.value',
	'velocity.win-rate',
	'velocity.cycle',
	'velocity.day',
	'velocity.all'
];

export function checkPlaceholders(look: Look): void {
	const { instrument } = look;
	const common = commonNames(look);
	for (const group of groupsOf(instrument)) {
		const sure = sureNames(group);
		for (const text of group.texts) {
			const plain = text.when === null;
			check([text.heading, ...linesOf(text.body)], [...new Set([...sure, ...common])], look, plain ? group : null);
		}
	}
	for (const { texts } of instrument.questions) {
		for (const { question, listenFor } of texts.ask)
			check([question, listenFor], [...new Set(['answer', 'question', ...common])], look);
	}
	for (const { title, body } of instrument.patterns) check([title, ...linesOf(body)], common, look);
	const top = topIndex(instrument);
	const parts = [...(top ? [top.id] : []), ...Object.keys(top?.of ?? {})];
	const inHeadlines = ['company', ...parts.flatMap((id) => [`index.${id}`, `band.${id}`])];
	for (const { text } of instrument.headlines) check([text], inHeadlines, look);
	const bare: readonly Prose[] = [
		instrument.introduction,
		...instrument.sections.map(({ body }) => body),
		...instrument.indices.map(({ body }) => body),
		...instrument.questions.map(({ help }) => help)
	];
	for (const prose of bare) check(linesOf(prose), [], look);
	for (const { text } of instrument.questions) check([text], [], look);
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

/** `plainOf`: the lines are the plain text of this group, which is said whenever no other fits. */
function check(
	lines: readonly (readonly Inline[])[],
	allowed: readonly string[],
	{ ledger }: Look,
	plainOf: Group | null = null
): void {
	for (const node of placeholderNodes(lines)) {
		const where = ledger.where(node);
		const found = `{{${node.name}}}`;
		if (!allowed.includes(node.name))
			ledger.error(
				where,
				wrong('unknown-placeholder', expectation(allowed), found, 'Correct the placeholder or take it out.')
			);
		else if (plainOf && mayBeEmpty(node.name, plainOf)) {
			const expected = `placeholders that always have a value in a text without braces: ${shown(sureNames(plainOf))}`;
			ledger.error(
				where,
				wrong(
					'placeholder-may-be-empty',
					expected,
					found,
					'Write the text without it, or narrow this one and add a plain text.'
				)
			);
		}
	}
}

/** The ids behind `answer.` and so on are too many to list. */
function expectation(allowed: readonly string[]): string {
	if (allowed.length === 0) return 'no placeholder here';
	const families = ['index', 'band', 'answer', 'velocity'].filter((family) =>
		allowed.some((name) => name.startsWith(`${family}.`))
	);
	return `one of ${shown([...allowed.filter((name) => !name.includes('.')), ...families.map((family) => `${family}.…`)])}`;
}

const shown = (names: readonly string[]): string => names.map((name) => `{{${name}}}`).join(', ');
