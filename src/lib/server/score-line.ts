// Checked answers → the line that `bellwether score` prints and the interface gives; the same scorer as everywhere else.
import { z } from 'zod';
import type { Answers } from '#core/answers/answers.ts';
import { quality } from '#core/answers/quality.ts';
import { find } from '#core/findings/find.ts';
import type { Instrument } from '#core/instrument/instrument.ts';
import { score } from '#core/scores/score.ts';

const tenths = z.int().min(0).max(1000).describe('Tenths of a point: 768 is 76.8 of 100.');

const verdict = z.enum(['keep', 'change', 'stop']);

export const indexShape = z.union([
	z.strictObject({ tenths, band: z.string().nullable().describe('The id of the band.') }),
	z.strictObject({ tenths: z.null(), because: z.string().describe('Why there is no score, such as too-few-answers.') })
]);

export const keyAreaShape = z.strictObject({ area: z.string(), verdict });

/** One object a response: indices, questions, areas, key areas, patterns and quality. */
export const scoreShape = z.strictObject({
	id: z.string().nullable(),
	instrument: z.string(),
	version: z.string(),
	hash: z.string().describe('Names the content that was answered.'),
	indices: z.record(z.string(), indexShape),
	questions: z.record(z.string(), z.strictObject({ tenths: tenths.nullable(), verdict: verdict.nullable() })),
	areas: z.record(
		z.string(),
		z.strictObject({ tenths: tenths.nullable(), verdict: verdict.nullable(), priority: z.number().nullable() })
	),
	keyAreas: z.array(keyAreaShape).describe('At most five, the first to attend to first.'),
	patterns: z.array(z.string()).describe('Ids of findings that several answers make together.'),
	quality: z.strictObject({ flags: z.array(z.string()), status: z.string() })
});

type ScoreLine = z.output<typeof scoreShape>;

export function scoreLine(instrument: Instrument, id: string | null, answers: Answers): ScoreLine {
	const scores = score(instrument, answers);
	const findings = find(instrument, answers, scores);
	const company = instrument.indices.find((index) => index.about === 'company' && index.of !== null);
	const complete = company !== undefined && scores.indices[company.id]?.tenths !== null;
	return {
		id,
		instrument: instrument.id,
		version: instrument.version,
		hash: instrument.hash,
		indices: mapped(scores.indices, (index) =>
			index.tenths === null ? { tenths: null, because: index.because } : { tenths: index.tenths, band: index.band }
		),
		questions: mapped(scores.questions, ({ tenths, verdict }) => ({ tenths, verdict })),
		areas: mapped(scores.areas, ({ tenths, verdict, priority }) => ({ tenths, verdict, priority })),
		keyAreas: findings.flatMap((finding) =>
			finding.kind === 'key-area' ? [{ area: finding.area, verdict: finding.verdict }] : []
		),
		patterns: findings.flatMap((finding) => (finding.kind === 'pattern' ? [finding.pattern] : [])),
		quality: qualityOf(instrument, answers, complete)
	};
}

function qualityOf(instrument: Instrument, answers: Answers, complete: boolean): ScoreLine['quality'] {
	const { flags, status } = quality(instrument, answers, undefined, { complete });
	return { flags: [...flags], status };
}

const mapped = <T, U>(record: Readonly<Record<string, T>>, change: (value: T) => U): Record<string, U> =>
	Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
