// The "when" of front matter → a Condition. Whether what it names exists is checked later, when all files are read.
import type { Condition } from './condition.ts';
import type { Verdict } from './instrument.ts';
import { type Keys, type Ledger, type Place } from './ledger.ts';
import { ID } from './shape.ts';
import { show, wrong } from './wrong.ts';

/** Words that open a condition, and therefore cannot be a question's id. */
export const CONDITION_WORDS: readonly string[] = [
	'all',
	'any',
	'not',
	'answered',
	'index',
	'area',
	'verdict',
	'group',
	'gap',
	'unknown'
];

const VERDICTS: readonly Verdict[] = ['keep', 'change', 'stop'];

type Told = { readonly place: Place; readonly ledger: Ledger };

/** Reads the condition that `keys` lead to; null after telling the ledger what is wrong with it. */
export function readWhen(data: unknown, keys: Keys, told: Told): Condition | null {
	if (!isMapping(data) || Object.keys(data).length === 0) {
		return refuse(keys, told, 'a condition such as { role: seller }', show(data));
	}
	const parts = Object.entries(data).map(([key, value]) => readPart(key, value, [...keys, key], told));
	return joined(parts, keys, told);
}

function readPart(key: string, value: unknown, keys: Keys, told: Told): Condition | null {
	switch (key) {
		case 'all':
		case 'any': {
			if (!Array.isArray(value) || value.length === 0) return refuse(keys, told, 'a list of conditions', show(value));
			const parts = value.map((part, position) => readWhen(part, [...keys, position], told));
			return parts.every((part) => part !== null) ? mark({ kind: key, of: parts }, keys, told) : null;
		}
		case 'not': {
			const part = readWhen(value, keys, told);
			return part && mark({ kind: 'not', of: part }, keys, told);
		}
		case 'answered':
			if (typeof value !== 'string') return refuse(keys, told, 'the id of a question', show(value));
			return mark({ kind: 'answered', question: value }, keys, told);
		case 'index':
		case 'area':
		case 'verdict':
			return readEach(value, keys, told, (id, test, at) => readScore(key, id, test, at, told));
		case 'group':
			return readEach(value, keys, told, (group, tests, within) =>
				readEach(tests, within, told, (question, test, at) =>
					readBounds(test, at, told, (bound, points) => ({ kind: key, group, question, test: bound, value: points }))
				)
			);
		case 'gap':
			return readEach(value, keys, told, (question, test, at) =>
				readBounds(test, at, told, (bound, points) => ({ kind: key, question, test: bound, value: points }))
			);
		case 'unknown':
			return readBounds(value, keys, told, (bound, percent) => ({ kind: key, test: bound, value: percent }));
		default:
			if (!ID.test(key)) return refuse(keys, told, 'the id of a question', show(key));
			return readAnswer(key, value, keys, told);
	}
}

type Read = (id: string, test: unknown, keys: Keys) => Condition | null;

/** `{ index: { a: test, b: test } }`: every one of them. */
function readEach(value: unknown, keys: Keys, told: Told, read: Read): Condition | null {
	if (!isMapping(value) || Object.keys(value).length === 0) return refuse(keys, told, 'an id and a test', show(value));
	const parts = Object.entries(value).map(([id, test]) => read(id, test, [...keys, id]));
	return joined(parts, keys, told);
}

function readScore(
	kind: 'index' | 'area' | 'verdict',
	id: string,
	test: unknown,
	keys: Keys,
	told: Told
): Condition | null {
	if (kind === 'verdict') {
		const verdicts = listOf(test).filter((word): word is Verdict => VERDICTS.some((verdict) => verdict === word));
		const fits = verdicts.length > 0 && verdicts.length === listOf(test).length;
		return fits
			? mark({ kind, question: id, verdicts }, keys, told)
			: refuse(keys, told, 'keep, change or stop', show(test));
	}
	return readBounds(test, keys, told, (bound, value) =>
		kind === 'index' ? { kind, index: id, test: bound, value } : { kind, area: id, test: bound, value }
	);
}

function readAnswer(question: string, value: unknown, keys: Keys, told: Told): Condition | null {
	if (isMapping(value) && Object.keys(value).join() === 'not') {
		const named = readOptions(question, value['not'], [...keys, 'not'], told);
		const answered: Condition = { kind: 'answered', question };
		return (
			named &&
			mark({ kind: 'all', of: [mark(answered, keys, told), mark({ kind: 'not', of: named }, keys, told)] }, keys, told)
		);
	}
	if (isMapping(value)) return readBounds(value, keys, told, (kind, bound) => ({ kind, question, value: bound }));
	return readOptions(question, value, keys, told);
}

function readOptions(question: string, value: unknown, keys: Keys, told: Told): Condition | null {
	const options = listOf(value).filter((option) => typeof option === 'string');
	if (options.length > 0 && options.length === listOf(value).length)
		return mark({ kind: 'is', question, options }, keys, told);
	const odd = listOf(value).find((option) => typeof option === 'number' || typeof option === 'boolean');
	if (odd === undefined)
		return refuse(keys, told, 'an option, a list of options, or a test such as { from: 10 }', show(value));
	told.ledger.error(
		told.place(keys),
		wrong('id-needs-quotes', 'an id', `the ${typeof odd} ${odd}`, `Put it in quotes: "${odd}".`)
	);
	return null;
}

/** `{ below: 10 }`, `{ from: 10 }`, or both. */
function readBounds(
	value: unknown,
	keys: Keys,
	told: Told,
	build: (test: 'below' | 'from', bound: number) => Condition
): Condition | null {
	const expected = 'a test such as { below: 10 } or { from: 10 }';
	if (!isMapping(value) || Object.keys(value).length === 0) return refuse(keys, told, expected, show(value));
	const parts = Object.entries(value).map(([test, bound]) => {
		if (test !== 'below' && test !== 'from') return refuse([...keys, test], told, expected, show(test));
		if (typeof bound !== 'number') return refuse([...keys, test], told, 'a number', show(bound));
		return mark(build(test, bound), [...keys, test], told);
	});
	return joined(parts, keys, told);
}

/** One condition as it is, several as `all`; null if any could not be read. */
function joined(parts: readonly (Condition | null)[], keys: Keys, told: Told): Condition | null {
	const read = parts.filter((part) => part !== null);
	if (read.length < parts.length) return null;
	return read.length === 1 && read[0] ? read[0] : mark({ kind: 'all', of: read }, keys, told);
}

function mark(condition: Condition, keys: Keys, { place, ledger }: Told): Condition {
	const where = place(keys);
	return ledger.mark(condition, () => where);
}

function refuse(keys: Keys, { place, ledger }: Told, expected: string, found: string): null {
	ledger.error(place(keys), wrong('wrong-condition', expected, found, 'Correct the condition.'));
	return null;
}

const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);
const isMapping = (value: unknown): value is Readonly<Record<string, unknown>> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);
