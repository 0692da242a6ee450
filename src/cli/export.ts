// `bellwether export`: completed responses with their scores, a line each, and a codebook that says what each column is.
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';
import { cellOf, indicesOf, meaningOf, meaningOfIndex, pointsOf, questionsOf } from '#lib/server/answer-columns.ts';
import { completedOf, instrumentsOf, type Completed } from '#lib/server/completed.ts';
import { csvLine, type Cell } from '#lib/server/csv.ts';
import { scoreLine } from '#lib/server/score-line.ts';
import { usage } from './output.ts';
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

function columnsOf(instruments: readonly Instrument[]): readonly Column[] {
	return [
		{ name: 'id', what: 'the response', of: ({ id }) => id },
		{ name: 'version', what: 'the version of the instrument', of: ({ instrument }) => instrument.version },
		{ name: 'completed', what: 'when it was completed last, ISO 8601', of: ({ completedAt }) => completedAt },
		{ name: 'locale', what: 'the language', of: ({ locale }) => locale },
		{ name: 'campaign', what: 'the campaign', of: ({ campaign }) => campaign },
		...questionsOf(instruments).map((question) => ({
			name: question.id,
			what: meaningOf(question),
			of: ({ values }: Completed) => cellOf(values[question.id])
		})),
		...indicesOf(instruments).map((index) => ({
			name: `index.${index.id}`,
			what: meaningOfIndex(index),
			of: ({ instrument, answers }: Completed) => pointsOf(score(instrument, answers), index.id)
		}))
	];
}

async function print(text: string): Promise<void> {
	if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
