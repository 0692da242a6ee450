// The journey's answers with every gap filled → two responses in which each scored question has a score.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkAnswers } from '#core/answers/check.ts';
import type { Answers } from '#core/answers/answers.ts';
import type { Question } from '#core/instrument/instrument.ts';
import type { Value } from '#core/instrument/value.ts';
import { line } from '#core/problem.ts';
import { flagship } from '../support/flagship.ts';

/** From here and from where this is built to, the same file. */
export const journeyFile = join(import.meta.dirname, '../../tests/journeys/steady-process.json');
export const journey = (JSON.parse(readFileSync(journeyFile, 'utf8')) as { answers: Record<string, Value> }).answers;

/** Questions that count in an index. */
export const scored: readonly Question[] = flagship.questions.filter(
	({ feeds, importanceOf }) => importanceOf.length === 0 && Object.values(feeds).some((weight) => weight > 0)
);

/** The journey, by somebody who is asked everything, with nothing left open. */
export const everything: Readonly<Record<string, Value>> = filled(0);

/** The same with every scored answer moved on by one option. */
export const otherwise: Readonly<Record<string, Value>> = filled(1);

export function checked(values: Readonly<Record<string, unknown>>): Answers {
	const outcome = checkAnswers(flagship, values);
	if (!outcome.ok) throw new Error(outcome.problems.map(line).join('\n'));
	return outcome.value;
}

function filled(step: number): Readonly<Record<string, Value>> {
	const values: Record<string, Value> = { ...journey, role: 'seller' };
	for (const { id, type, options } of scored) {
		const usable = options
			.filter(({ score, exclusive }) => !exclusive && (type === 'choices' || score !== null))
			.map((option) => option.id);
		if (usable.length === 0) throw new Error(`${id} cannot be answered by an option`);
		if (type === 'choices') {
			values[id] = usable.slice(0, 2 + step);
			continue;
		}
		const at = usable.indexOf(optionIn(values[id]));
		values[id] = usable[((at < 0 ? 2 : at) + step) % usable.length] ?? '';
	}
	return values;
}

function optionIn(value: Value | undefined): string {
	if (typeof value === 'string') return value;
	return typeof value === 'object' && 'option' in value && typeof value.option === 'string' ? value.option : '';
}
