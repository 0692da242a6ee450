// Answers and the time they took → the quality flags of one response.
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Answers } from './answers.ts';
import { flagsOf, type Evidence, type RawAnswer } from './flags.ts';
import { oppositesIn, rawOf } from './opposites.ts';

/** Seconds by section id, for the sections that were timed. */
export type Timing = Readonly<Record<string, number>>;

/** What a later stage, or other responses, know and the answers do not. */
export type Known = {
	/** Whether the company index has a score. */
	readonly complete?: boolean;
	/** The median of the timed responses to this version, in seconds, and how many they are. */
	readonly median?: { readonly seconds: number; readonly n: number };
	/** The most seconds between its beginning and its end by any clock but the page's; not known: no TIME_FLOOR is raised. */
	readonly elapsed?: number;
	/** Whether a field was filled in that no person sees. */
	readonly trapped?: boolean;
};

export type Quality = { readonly flags: readonly string[]; readonly status: 'included' | 'excluded' };

/**
 * The flags of one response, in alphabetical order, and whether it may count for company, benchmark and study (method,
 * section 9). Without a timing no speed flag is raised, without a median not SPEED_TOTAL, and INCOMPLETE only where
 * `known.complete` is false: pass whether the company index has a score.
 */
export function quality(instrument: Instrument, answers: Answers, timing: Timing = {}, known: Known = {}): Quality {
	const { strong, weak, status } = flagsOf(evidenceOf(instrument, answers, timing, known));
	return { flags: [...strong, ...weak].sort(), status };
}

/** What the flags of one response are raised from. */
export function evidenceOf(instrument: Instrument, answers: Answers, timing: Timing, known: Known): Evidence {
	const questions = new Map(instrument.questions.map((question) => [question.id, question]));
	const asked = new Set(answers.path);
	const sections = instrument.sections.map((section) => ({
		id: section.id,
		questions: section.questions.flatMap((id) => (asked.has(id) ? (questions.get(id) ?? []) : []))
	}));
	const timed = sections.filter(({ id, questions }) => questions.length > 0 && Object.hasOwn(timing, id));
	const pages = timed.map(({ id, questions }) => [timing[id] ?? 0, questions.length] as const);
	const totalSeconds = pages.reduce((total, [seconds]) => total + seconds, 0);
	const answered = Object.values(answers.given).filter(({ state }) => state === 'answered').length;

	return {
		pages,
		totalSeconds,
		medianSeconds: known.median?.seconds ?? 0,
		medianN: pages.length > 0 ? (known.median?.n ?? 0) : 0,
		blocks: sections.map((section) =>
			section.questions
				.filter((question) => question.type === 'scale')
				.map((question): RawAnswer => [rawOf(question, answers), question.reverse])
		),
		pairs: oppositesIn(instrument, answers).map(({ raw }) => raw),
		attentionFailed: 0,
		complete: known.complete ?? true,
		trapped: known.trapped ?? false,
		...(known.elapsed !== undefined && { pace: { answered, seconds: Math.max(known.elapsed, totalSeconds) } })
	};
}
