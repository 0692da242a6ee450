// A file of answers (JSON, JSON Lines or CSV) → responses with their values, or every problem with its place.
import { readFileSync } from 'node:fs';
import { parse as parseCsv } from 'csv-parse/sync';
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import type { Outcome, Problem } from '#core/problem.ts';

export type ResponseInput = {
	readonly id: string | null;
	/** Where it stood, for problems: `answers.csv:3`. */
	readonly where: string;
	readonly values: Readonly<Record<string, unknown>>;
};

/** Reads a path or `-` (standard input). The kind of file follows from its content: `{` JSON or JSON Lines, else CSV. */
export function readAnswers(path: string, instrument: Instrument): Outcome<readonly ResponseInput[]> {
	let text: string;
	try {
		text = new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path === '-' ? 0 : path));
	} catch (error) {
		const found =
			error instanceof TypeError
				? 'bytes that are not UTF-8'
				: `no readable file (${(error as { code?: string }).code ?? 'unknown'})`;
		return failed(
			'unreadable-file',
			path,
			'a file of answers in UTF-8',
			found,
			'Check the path and how the file was saved.'
		);
	}
	const name = path === '-' ? 'standard input' : path;
	const start = text.trimStart();
	if (start === '') return failed('empty-file', name, 'at least one response', 'nothing', 'Add a response.');
	if (start.startsWith('{') || start.startsWith('[')) return fromJson(text, name);
	return fromCsv(text, name, instrument);
}

function failed(
	code: string,
	where: string,
	expected: string,
	found: string,
	remedy: string
): { ok: false; problems: readonly Problem[] } {
	return { ok: false, problems: [{ code, level: 'error', where, expected, found, remedy }] };
}

function fromJson(text: string, name: string): Outcome<readonly ResponseInput[]> {
	try {
		const whole: unknown = JSON.parse(text);
		return shaped([{ where: `${name}:1`, json: whole }]);
	} catch (error) {
		const lines = text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, at: at + 1 }]));
		const first = lines.at(0);
		if (lines.length < 2 || first === undefined || !isJson(first.line)) {
			return failed(
				'broken-json',
				`${name}:${lineOf(error, text)}`,
				'JSON',
				String((error as Error).message),
				'Mend the JSON.'
			);
		}
		const broken = lines.find(({ line }) => !isJson(line));
		if (broken)
			return failed(
				'broken-json',
				`${name}:${broken.at}`,
				'one JSON object on the line',
				'broken JSON',
				'Mend or remove the line.'
			);
		return shaped(lines.map(({ line, at }) => ({ where: `${name}:${at}`, json: JSON.parse(line) as unknown })));
	}
}

function isJson(text: string): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** The line of the first fault, from the position that the parser names. */
function lineOf(error: unknown, text: string): number {
	const position = /position (\d+)/.exec(String((error as Error).message))?.[1];
	return position === undefined ? 1 : text.slice(0, Number(position)).split('\n').length;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

function shaped(found: readonly { where: string; json: unknown }[]): Outcome<readonly ResponseInput[]> {
	const problems: Problem[] = [];
	const value = found.flatMap(({ where, json }): readonly ResponseInput[] => {
		const surplus = isRecord(json) ? Object.keys(json).filter((key) => key !== 'id' && key !== 'answers') : [];
		if (
			isRecord(json) &&
			isRecord(json['answers']) &&
			surplus.length === 0 &&
			['string', 'undefined'].includes(typeof json['id'])
		) {
			return [{ where, id: (json['id'] as string | undefined) ?? null, values: json['answers'] }];
		}
		problems.push({
			code: 'not-a-response',
			level: 'error',
			where,
			expected: '{ "id"?: "…", "answers": { "<question>": <value> } }',
			found: surplus.length > 0 ? `the key "${surplus[0]}"` : JSON.stringify(json).slice(0, 60),
			remedy: 'Give one object a response.'
		});
		return [];
	});
	return problems.length > 0 ? { ok: false, problems } : { ok: true, value };
}

function fromCsv(text: string, name: string, instrument: Instrument): Outcome<readonly ResponseInput[]> {
	let rows: string[][];
	try {
		rows = parseCsv(text, { bom: true, skip_empty_lines: true, relax_column_count: false });
	} catch (error) {
		const { lines, message } = error as { lines?: number; message: string };
		return failed(
			'broken-csv',
			`${name}:${lines ?? 1}`,
			'CSV with the same columns in every row',
			message,
			'Mend the row.'
		);
	}
	const [head = [], ...body] = rows;
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	const strange = head.find((column) => column !== 'id' && !questions.has(column));
	if (strange !== undefined || new Set(head).size !== head.length) {
		return failed(
			'unknown-column',
			`${name}:1`,
			'a column a question, each once',
			`"${strange ?? 'a column twice'}"`,
			'Name columns by question id, or "id".'
		);
	}
	return {
		ok: true,
		value: body.map((row, at) => ({
			where: `${name}:${at + 2}`,
			id: row[head.indexOf('id')] ?? null,
			values: Object.fromEntries(
				head.flatMap((column, i) => {
					const question = questions.get(column);
					const cell = row[i] ?? '';
					return question === undefined || cell === '' ? [] : [[column, fromCell(question, cell)]];
				})
			)
		}))
	};
}

/** A cell as the value that the question takes; what does not fit is passed on as text, for the check to name. */
function fromCell(question: Question, cell: string): unknown {
	if (cell === 'na' || cell === 'ns') return cell;
	if (question.type === 'number') return cell.trim() !== '' && Number.isFinite(Number(cell)) ? Number(cell) : cell;
	if (question.type === 'choices') return cell.split(';').map((id) => id.trim());
	if (cell.startsWith('{') && question.type !== 'text' && isJson(cell)) return JSON.parse(cell) as unknown;
	return cell;
}
