// A zod schema + front matter → typed data, or problems in our own words with the line of the offending key.
import { z } from 'zod';
import type { Keys } from './ledger.ts';
import type { Settings } from './page.ts';
import { show, wrong, type Wrong } from './wrong.ts';

/** `constructor` is every object's own name already. */
export const ID = /^(?!constructor$)[a-z][a-z0-9-]{0,63}$/;
const OPTION_ID = /^(?!constructor$)[a-z0-9][a-z0-9-]{0,63}$/;

/** What a schema may expect, by the word that it gives zod as its error: code, expected, remedy. */
const EXPECTED: Readonly<Record<string, readonly [code: string, expected: string, remedy: string]>> = {
	id: ['wrong-id', 'an id: a small letter, then small letters, digits and hyphens', 'Change the id.'],
	'option id': ['wrong-id', 'an id of small letters, digits and hyphens', 'Change the id.'],
	ids: ['wrong-value', 'a list of ids', 'Write it as [one, two].'],
	text: ['wrong-value', 'a text', 'Write some words; put them in quotes if they are a number.'],
	flag: ['wrong-value', 'true or false', 'Write true or false.'],
	score: ['wrong-score', 'a score from 0 to 100 with at most one decimal', 'Change the score.'],
	weight: ['wrong-weight', 'a whole weight from 0 to 10', 'Change the weight.'],
	rank: ['wrong-weight', 'a whole weight from 1 to 10', 'Change the weight.'],
	count: ['wrong-value', 'a whole number of 1 or more', 'Change the number.'],
	days: ['wrong-value', 'a whole number of days from 1 to 36500', 'Change the number.'],
	number: ['wrong-value', 'a number', 'Write a number without unit or quotes.'],
	decimals: ['wrong-value', 'a whole number from 0 to 6', 'Change the number.'],
	bound: ['wrong-value', 'a whole number from 0 to 100', 'Change the number.'],
	version: ['wrong-version', 'a version such as 1.0.0', 'Write three whole numbers with points between them.'],
	about: ['wrong-value', 'company, personal or context', 'Choose one of them.'],
	part: ['wrong-value', 'company or personal', 'Choose one of them.'],
	layout: ['wrong-value', 'list or grid', 'Choose one of them.'],
	type: ['wrong-type', 'scale, choice, choices, split, number, text or date', 'Choose one of them.'],
	scale: ['wrong-id', 'the name of a scale, or options', 'Name a scale.'],
	options: ['wrong-options', 'a list of two options or more', 'Write one "- { id: …, label: … }" a line.'],
	counts: [
		'wrong-counts',
		'scores by how many were picked, such as { 1: 25, 2: 50 }',
		'Write whole numbers and their scores.'
	],
	anchors: [
		'wrong-anchors',
		'pairs of value and score by rising value, such as [[0, 0], [30, 100]]',
		'Change the pairs.'
	],
	bands: ['wrong-bands', 'a list of bands', 'Write one "- { id: …, from: …, label: … }" a line.'],
	list: ['wrong-value', 'a list', 'Write it as [one, two].'],
	mapping: ['wrong-value', 'a mapping', 'Write it as { key: value }.'],
	name: ['text-too-long', 'at most 60 characters', 'Shorten it.'],
	footer: ['text-too-long', 'at most 160 characters', 'Shorten it.'],
	'one line': ['wrong-value', 'one line', 'Write it on one line.'],
	colour: ['wrong-colour', 'a colour such as "#1d4e55", in quotes', 'Write # and six digits from 0 to f, in quotes.'],
	date: ['wrong-date', 'a day such as 2026-03-31', 'Write year, month and day.'],
	url: ['wrong-url', 'an address that begins with https:// or http://', 'Copy it from the source.'],
	members: [
		'wrong-value',
		'a whole number of 30 or more, below which no distribution is told',
		'Take the measure out.'
	],
	quartiles: ['wrong-value', 'the lower and the upper quartile, such as [48, 72]', 'Write both.'],
	edge: ['wrong-value', 'a whole number from 0 to 100 in steps of 5', 'Change the number.'],
	condition: ['wrong-condition', 'a condition such as { role: seller }', 'Write one.']
};

export const id = z.string('id').regex(ID, 'id');
export const optionId = z.string('option id').regex(OPTION_ID, 'option id');
export const words = z.string('text').trim().min(1, 'text');
export const flag = z.boolean('flag');
export const count = z.int('count').min(1, 'count');
export const days = z.int('days').min(1, 'days').max(36_500, 'days');
export const weight = z.int('weight').min(0, 'weight').max(10, 'weight');

/** Points with at most one decimal → tenths. */
export const score = z
	.number('score')
	.min(0, 'score')
	.max(100, 'score')
	.refine((points) => Math.abs(points * 10 - Math.round(points * 10)) < 1e-9, 'score')
	.transform((points) => Math.round(points * 10));

/** A list of ids, or one id that stands for a list of one. */
export const oneOrMore = <T extends z.ZodType<string>>(item: T) =>
	z.preprocess(
		(value: unknown): unknown => (value === undefined || Array.isArray(value) ? value : [value]),
		z.array(item, 'ids').min(1, 'ids')
	);

/** A mapping with these keys; what else it has is for the caller to refuse. */
export const someKeys = <T extends z.ZodRawShape>(shape: T) => z.object(shape, `keys ${Object.keys(shape).join(', ')}`);

/** A mapping with these keys and no others. */
export const keys = <T extends z.ZodRawShape>(shape: T) =>
	z.strictObject(shape, `keys ${Object.keys(shape).join(', ')}`);

/** A mapping whose keys the author chooses. */
export const named = <T extends z.ZodType>(value: T) => z.record(id, value, 'mapping');

/** The front matter as the schema wants it; null after telling the ledger everything that is wrong with it. */
export function readShape<T>(schema: z.ZodType<T>, page: Settings): T | null {
	const result = schema.safeParse(page.front.data);
	if (result.success) return result.data;
	for (const issue of result.error.issues) tell(issue, page);
	return null;
}

function tell(issue: z.core.$ZodIssue, page: Settings): void {
	const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
	const { ledger } = page;
	if (issue.code === 'unrecognized_keys') {
		for (const key of issue.keys) ledger.error(page.keyPlace([...path, key]), unknownKey(issue.message, key));
		return;
	}
	if (issue.code === 'invalid_key')
		return ledger.error(page.keyPlace(path), wrongValue(issue.issues[0]?.message ?? 'id', path.at(-1)));
	const missing = path.length > 0 && !has(page.front.data, path);
	if (missing) ledger.error(page.place(path.slice(0, -1)), missingKey(issue.message, String(path.at(-1))));
	else ledger.error(page.place(path), wrongValue(issue.message, valueAt(page.front.data, path)));
}

function wrongValue(message: string, found: unknown): Wrong {
	const isId = message.endsWith('id') || message === 'ids';
	if (isId && (typeof found === 'number' || typeof found === 'boolean')) {
		return wrong('id-needs-quotes', 'an id', `the ${typeof found} ${found}`, `Put it in quotes: "${found}".`);
	}
	const [code, expected, remedy] = expectation(message);
	return wrong(code, expected, show(found), remedy);
}

/** A key that the file must have. Also told by readers whose rule zod cannot say. */
export function missingKey(message: string, key: string): Wrong {
	return wrong('missing-key', `the key "${key}" (${expectation(message)[1]})`, 'nothing', `Add "${key}: …".`);
}

const unknownKey = (message: string, key: string): Wrong =>
	wrong(
		'unknown-key',
		`one of the keys ${message.replace(/^keys /, '')}`,
		`"${key}"`,
		'Correct the key or take it out.'
	);

function expectation(message: string): readonly [code: string, expected: string, remedy: string] {
	const known = EXPECTED[message];
	if (known) return known;
	return ['wrong-value', `a mapping with the keys ${message.replace(/^keys /, '')}`, 'Write it as { key: value }.'];
}

function valueAt(data: unknown, path: Keys): unknown {
	return path.reduce<unknown>((value, key) => (isRecord(value) ? value[String(key)] : undefined), data);
}

const has = (data: unknown, path: Keys): boolean => {
	const parent = valueAt(data, path.slice(0, -1));
	return isRecord(parent) && Object.hasOwn(parent, String(path.at(-1)));
};

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
