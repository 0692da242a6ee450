// The text of a JSON file of the content → what is in it, checked, or problems that name the file.
import type { z } from 'zod';
import type { Outcome } from '#core/problem.ts';
import { inFile, readJsonText, readShape } from './input.ts';

export function readJsonFile<Schema extends z.ZodType>(
	schema: Schema,
	text: string,
	where: string
): Outcome<z.output<Schema>> {
	const json = readJsonText(new TextEncoder().encode(text));
	const read = json.ok ? readShape(schema, json.value) : json;
	return read.ok ? read : { ok: false, problems: read.problems.map((problem) => inFile(where, problem)) };
}
