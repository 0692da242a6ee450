// Bytes or parsed JSON from outside → a checked value, or every reason why not. Nothing of it is trusted before.
import type { z } from 'zod';
import type { Outcome, Problem } from '#core/problem.ts';

const DEPTH = 16;

/** An error of input; `where` is a path such as `answers.role.value`. */
export function wrong(code: string, where: string, expected: string, found: string, remedy: string): Problem {
	return { code, level: 'error', where, expected, found, remedy };
}

/** The same problem of something that was read from a file of the content. */
export const inFile = (file: string, { where, expected, ...problem }: Problem): Problem => ({
	...problem,
	where: `${file}:1`,
	expected: `${expected} at ${where}`
});

/** What a value is, for a sentence: never the value itself, which may be long or secret. */
function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (value === undefined) return 'nothing';
	if (Array.isArray(value)) return 'a list';
	if (typeof value === 'object') return 'an object';
	return `a ${typeof value}`;
}

/** Parses JSON that may have been written by anybody. */
export function readJsonText(bytes: Uint8Array): Outcome<unknown> {
	try {
		const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
		const problems = [...unfit(value, [])];
		return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
	} catch {
		return {
			ok: false,
			problems: [wrong('broken-json', 'body', 'JSON in UTF-8', 'something else', 'Send valid JSON.')]
		};
	}
}

/** What no value of ours may hold: text that cannot be stored, keys that reach a prototype, nesting without end. */
function* unfit(value: unknown, path: readonly string[]): Generator<Problem> {
	const where = path.join('.') || 'body';
	if (typeof value === 'string') {
		if (isStorable(value)) return;
		yield wrong('bad-text', where, 'text', 'text with a NUL or half a character', 'Send whole characters.');
	} else if (typeof value === 'object' && value !== null) {
		if (path.length >= DEPTH) {
			yield wrong('too-deep', where, `at most ${DEPTH} levels`, 'more', 'Send it flatter.');
			return;
		}
		for (const [key, part] of Object.entries(value)) {
			if (key === '__proto__' || !isStorable(key)) {
				yield wrong('unknown-key', where, 'known keys', 'one that is never used', 'Remove it.');
			} else yield* unfit(part, [...path, key]);
		}
	}
}

const isStorable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** Checks a value against a schema and tells every difference. */
export function readShape<Schema extends z.ZodType>(schema: Schema, value: unknown): Outcome<z.output<Schema>> {
	const parsed = schema.safeParse(value);
	if (parsed.success) return { ok: true, value: parsed.data };
	return { ok: false, problems: parsed.error.issues.flatMap((issue) => [...differences(issue, value)]) };
}

function* differences(issue: z.core.$ZodIssue, root: unknown): Generator<Problem> {
	const where = issue.path.map(String).join('.') || 'body';
	if (issue.code === 'unrecognized_keys') {
		for (const key of issue.keys) {
			const place = [...issue.path.map(String), key.slice(0, 64)].join('.');
			yield wrong('unknown-key', place, 'known keys', 'one that is not known', 'Remove it.');
		}
		return;
	}
	const found = kindOf(issue.path.reduce<unknown>((value, key) => part(value, key), root));
	if (issue.code === 'invalid_type') {
		yield wrong('wrong-type', where, issue.expected, found, 'Send the expected kind of value.');
	} else if (issue.code === 'too_big' || issue.code === 'too_small') {
		const bound = issue.code === 'too_big' ? `at most ${issue.maximum}` : `at least ${issue.minimum}`;
		yield wrong('out-of-range', where, `${bound} (${issue.origin})`, `${found} outside of it`, 'Send a value inside.');
	} else if (issue.code === 'invalid_format' && issue.format === 'email') {
		const expected = 'one mail address, such as name@example.org';
		yield wrong('wrong-address', where, expected, 'another text', 'Check how it is spelled.');
	} else if (issue.code === 'invalid_value') {
		yield wrong('wrong-value', where, `one of ${issue.values.map(String).join(', ')}`, found, 'Send one of them.');
	} else {
		yield wrong(
			'wrong-value',
			where,
			'a value of the documented form',
			found,
			'See the documentation of the interface.'
		);
	}
}

const part = (value: unknown, key: PropertyKey): unknown =>
	typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
