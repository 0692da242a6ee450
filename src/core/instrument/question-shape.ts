// The front matter of a question: which keys there are, and which of them belong to which type.
import { z } from 'zod';
import type { QuestionType } from './instrument.ts';
import { optionsShape, spokenShape } from './option-shape.ts';
import type { Page } from './page.ts';
import { flag, id, missingKey, named, oneOrMore, readShape, score, someKeys, weight, words } from './shape.ts';
import { wrong } from './wrong.ts';

const finite = z.number('number');

const questionShape = someKeys({
	type: z.enum(['scale', 'choice', 'choices', 'split', 'number', 'text', 'date'], 'type').default('scale'),
	required: flag.default(false),
	when: z.unknown().optional(),
	area: id.optional(),
	feeds: named(weight).default({}),
	reverse: flag.default(false),
	result: flag.default(false),
	opposite: id.optional(),
	'importance-of': oneOrMore(id).optional(),
	scale: id.optional(),
	options: optionsShape.optional(),
	unsure: spokenShape.optional(),
	'not-applicable': spokenShape.optional(),
	counts: z.record(z.string().regex(/^[1-9]\d?$/, 'counts'), score, 'counts').optional(),
	min: finite.optional(),
	max: finite.optional(),
	quote: flag.default(false),
	step: finite.positive('number').optional(),
	decimals: z.int('decimals').min(0, 'decimals').max(6, 'decimals').default(0),
	unit: words.optional(),
	anchors: z
		.array(z.tuple([finite, score], 'anchors'), 'anchors')
		.min(2, 'anchors')
		.optional()
});

export type QuestionFront = z.infer<typeof questionShape>;

const EVERY = [
	'type',
	'required',
	'when',
	'area',
	'feeds',
	'reverse',
	'result',
	'opposite',
	'importance-of',
	'unsure',
	'not-applicable'
];

/** The keys of each type beside those that every question may have. */
const KEYS: Readonly<Record<QuestionType, readonly string[]>> = {
	scale: ['scale', 'options'],
	choice: ['scale', 'options', 'max'],
	choices: ['options', 'counts', 'max'],
	split: ['options'],
	number: ['min', 'max', 'step', 'decimals', 'unit', 'anchors'],
	text: ['max', 'quote'],
	date: []
};

/** Reads a question's front matter; null after telling the ledger what is wrong with it. */
export function readQuestionFront(page: Page): QuestionFront | null {
	const front = readShape(questionShape, page);
	if (!front) return null;
	const { type } = front;
	const known = [...EVERY, ...KEYS[type]];
	const odd = Object.keys(page.front.data).filter((key) => !known.includes(key));
	for (const key of odd) {
		const expected = `one of the keys ${known.join(', ')} in a question of type ${type}`;
		page.ledger.error(
			page.keyPlace([key]),
			wrong('unknown-key', expected, `"${key}"`, 'Correct the key or take it out.')
		);
	}
	const missing = missingOf(front);
	for (const [expected, key] of missing) page.ledger.error(page.place(), missingKey(expected, key));
	return odd.length + missing.length > 0 ? null : front;
}

/** What each missing key would have to be, with its name. */
function missingOf({
	type,
	scale,
	options,
	min,
	max
}: QuestionFront): readonly (readonly [expected: string, key: string])[] {
	const bounds = [
		...(min === undefined ? [['number', 'min'] as const] : []),
		...(max === undefined ? [['number', 'max'] as const] : [])
	];
	if (type === 'number') return bounds;
	if (type === 'text' || type === 'date' || options || scale !== undefined) return [];
	return type === 'scale' ? [['scale', 'scale']] : [['options', 'options']];
}
