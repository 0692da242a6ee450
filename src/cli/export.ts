// `bellwether export`: completed responses with their scores, a line each, and a codebook that says what each column is.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { plain } from '#core/instrument/fill.ts';
import type { Instrument, Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { score } from '#core/scores/score.ts';
import { completedOf, instrumentsOf, type Completed } from '#lib/server/completed.ts';
import { csvLine, type Cell } from './csv.ts';
import { usage } from './output.ts';

import { scoreLine } from './score.ts';
import { stored } from './stored.ts';

export type ExportOptions = { readonly format: string; readonly codebook?: string };

type Column = { readonly name: string; readonly what: string; readonly of: (each: Completed) => Cell };

export async function exportResponses(id: string, { format, codebook }: ExportOptions): Promise<void> {
	if (format !== 'csv' && format !== 'jsonl') usage(`--format takes csv or jsonl, and "${format}" is none.`);
	await stored(async () => {
		const columns = columnsOf(await instrumentsOf(id));
		if (codebook !== undefined) writeFileSync(codebook, bookOf(columns), { mode: 0o600 });
		if (format === 'csv') await print(csvLine(columns.map(({ name }) => name)));
		for await (const each of completedOf(id))
			await print(format === 'csv' ? csvLine(columns.map(({ of }) => of(each))) : jsonLine(each));
	});
}

const bookOf = (columns: readonly Column[]): string =>
	[['column', 'holds'], ...columns.map(({ name, what }) => [name, what])].map(csvLine).join('');

function jsonLine({ instrument, answers, id, values, ...about }: Completed): string {
	return `${JSON.stringify({ ...scoreLine(instrument, id, answers), ...about, answers: values })}\n`;
}

/** What stands in any version that was answered; the latest says what it is. */
function columnsOf(instruments: readonly Instrument[]): readonly Column[] {
	const questions = new Map(instruments.flatMap((each) => each.questions.map((question) => [question.id, question])));
	const indices = new Map(instruments.flatMap((each) => each.indices.map((index) => [index.id, index])));
	return [
		{ name: 'id', what: 'the response', of: ({ id }) => id },
		{ name: 'version', what: 'the version of the instrument', of: ({ instrument }) => instrument.version },
		{ name: 'completed', what: 'when it was completed last, ISO 8601', of: ({ completedAt }) => completedAt },
		{ name: 'locale', what: 'the language', of: ({ locale }) => locale },
		{ name: 'campaign', what: 'the campaign', of: ({ campaign }) => campaign },
		...[...questions.values()].map((question) => ({
			name: question.id,
			what: meaning(question),
			of: ({ values }: Completed) => cellOf(values[question.id])
		})),
		...[...indices.values()].map((index) => ({
			name: `index.${index.id}`,
			what: `${index.title}, 0 to 100; empty where there is no score`,
			of: ({ instrument, answers }: Completed) => points(score(instrument, answers).indices[index.id]?.tenths)
		}))
	];
}

const points = (tenths: number | null | undefined): number | null => (typeof tenths === 'number' ? tenths / 10 : null);

function meaning({ text, type, options, unsure, notApplicable }: Question): string {
	const offered = [
		...options.map(({ id, label }) => `${id} = ${label}`),
		...(unsure === null ? [] : [`ns = ${unsure.label}`]),
		...(notApplicable === null ? [] : [`na = ${notApplicable.label}`])
	];
	return [`${plain(text)} (${type})`, ...offered].join('; ');
}

/** As `bellwether score` takes it. */
function cellOf(value: Value | undefined): Cell {
	if (value === undefined) return null;
	if (typeof value === 'string' || typeof value === 'number') return value;
	return Array.isArray(value) ? value.join(';') : JSON.stringify(value);
}

async function print(text: string): Promise<void> {
	if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
