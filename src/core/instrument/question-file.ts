// One question's file → the Question: what is asked, what it feeds and what is said about each answer.
import { asksUnder } from './ask.ts';
import type { NumberRange, Question } from './instrument.ts';
import { toOption, toSpoken, type Scale } from './option-shape.ts';
import type { Page } from './page.ts';
import { readQuestionFront, type QuestionFront } from './question-shape.ts';
import { readBody, readParts, readTitle, textsUnder } from './text-parts.ts';
import { readWhen } from './when.ts';
import { oneOf, wrong } from './wrong.ts';

/** The longest text that an answer may hold where the author says nothing else, and the longest beside an option. */
const MAX = { text: 2000, input: 200 };

/** Reads a question; null after telling the ledger why its front matter is none. `scales` is null if the head is broken. */
export function readQuestion(
	page: Page,
	id: string,
	section: string,
	scales: Readonly<Record<string, Scale>> | null
): Question | null {
	const said = readParts(page, ['Keep', 'Change', 'Stop', 'Unsure', 'Ask']);
	const text = readTitle(page);
	const help = readBody(page);
	const texts = {
		keep: textsUnder('Keep', said, page),
		change: textsUnder('Change', said, page),
		stop: textsUnder('Stop', said, page),
		unsure: textsUnder('Unsure', said, page),
		ask: asksUnder(said, page)
	};
	const front = readQuestionFront(page);
	if (!front) return null;
	const scale = scaleOf(front, page, scales);
	if (front.scale !== undefined && !scale) return null;
	const when = front.when === undefined ? null : readWhen(front.when, ['when'], page);
	const question: Question = {
		id,
		section,
		type: front.type,
		scale: front.scale ?? null,
		text,
		help,
		options: front.options?.map(toOption) ?? scale?.options ?? [],
		unsure: toSpoken(front.unsure) ?? scale?.unsure ?? null,
		notApplicable: toSpoken(front['not-applicable']) ?? scale?.notApplicable ?? null,
		required: front.required,
		when,
		area: front.area ?? null,
		feeds: front.feeds,
		reverse: front.reverse,
		result: front.result,
		opposite: front.opposite ?? null,
		importanceOf: front['importance-of'] ?? [],
		counts: front.counts ?? null,
		number: front.type === 'number' ? toRange(front, page) : null,
		max: maxOf(front, page),
		quote: front.quote,
		texts
	};
	return page.ledger.mark(question, page.place);
}

/** The scale that the question names; null if it names none, or after telling the ledger what is wrong with it. */
function scaleOf(front: QuestionFront, page: Page, scales: Readonly<Record<string, Scale>> | null): Scale | null {
	if (front.scale === undefined) return null;
	if (front.options) {
		page.ledger.error(
			page.place(['scale']),
			wrong('scale-and-options', 'a scale or options', 'both', 'Take one of them out.')
		);
		return null;
	}
	const scale = scales?.[front.scale];
	if (scale) {
		tellOfPriority(front, page, scale);
		return scale;
	}
	if (scales) {
		const expected = oneOf('the scales', Object.keys(scales));
		page.ledger.error(
			page.place(['scale']),
			wrong('unknown-scale', expected, `"${front.scale}"`, 'Correct the name, or add the scale to instrument.md.')
		);
	}
	return null;
}

function tellOfPriority(front: QuestionFront, page: Page, scale: Scale): void {
	if (!scale.priority || front['importance-of']) return;
	const expected = 'importance-of on a question whose scale sets priorities';
	page.ledger.error(
		page.place(['scale']),
		wrong('priority-without-areas', expected, 'none', 'Add "importance-of: [area]", or choose another scale.')
	);
}

function maxOf({ type, max }: QuestionFront, page: Page): number {
	if (type === 'number' || max === undefined) return type === 'text' ? MAX.text : MAX.input;
	if (Number.isInteger(max) && max >= 1 && max <= 100_000) return max;
	page.ledger.error(
		page.place(['max']),
		wrong('wrong-value', 'a whole number of characters from 1 to 100000', String(max), 'Change the number.')
	);
	return MAX.text;
}

function toRange({ min = 0, max = 0, step, decimals, unit, anchors = [] }: QuestionFront, page: Page): NumberRange {
	const unitsOf = (value: number): number => Math.round(value * 10 ** decimals);
	const refuse = (key: string, expected: string, found: string): void =>
		page.ledger.error(page.place([key]), wrong('wrong-range', expected, found, 'Change the number, or "decimals".'));
	if (min >= max) refuse('max', `a number above min (${min})`, String(max));
	for (const [key, value] of Object.entries({ min, max, ...(step === undefined ? {} : { step }) })) {
		if (Math.abs(value * 10 ** decimals - unitsOf(value)) > 1e-6)
			refuse(key, `at most ${decimals} digits after the point`, String(value));
	}
	for (const [position, [value]] of anchors.entries()) {
		const before = anchors[position - 1]?.[0] ?? -Infinity;
		if (value > before) continue;
		page.ledger.error(
			page.place(['anchors', position]),
			wrong('wrong-anchors', `a value above ${before}`, String(value), 'Sort the pairs by value.')
		);
	}
	return {
		min,
		max,
		step: step ?? 10 ** -decimals,
		decimals,
		unit: unit ?? null,
		anchors: anchors.map(([value, score]) => [unitsOf(value), score])
	};
}
