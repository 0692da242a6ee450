// Options, scales and "don't know" as they stand in YAML, and what they become.
import { z } from 'zod';
import type { Option, Spoken } from './instrument.ts';
import { flag, keys, optionId, score, words } from './shape.ts';

export const spokenShape = keys({ label: words, phrase: words.optional() });

const optionShape = keys({
	id: optionId,
	label: words,
	phrase: words.optional(),
	score: score.optional(),
	exclusive: flag.optional(),
	input: flag.optional()
});

export const optionsShape = z.array(optionShape, 'options').min(2, 'options');

export const scaleShape = keys({
	priority: flag.optional(),
	options: optionsShape,
	unsure: spokenShape.optional(),
	'not-applicable': spokenShape.optional()
});

/** A set of options that several questions share. `priority`: it sets what matters and feeds no index. */
export type Scale = {
	readonly priority: boolean;
	readonly options: readonly Option[];
	readonly unsure: Spoken | null;
	readonly notApplicable: Spoken | null;
};

export const toOption = ({ id, label, phrase, score, exclusive, input }: z.infer<typeof optionShape>): Option => ({
	id,
	label,
	phrase: phrase ?? label,
	score: score ?? null,
	exclusive: exclusive ?? false,
	input: input ?? false
});

export const toSpoken = (spoken: z.infer<typeof spokenShape> | undefined): Spoken | null =>
	spoken ? { label: spoken.label, phrase: spoken.phrase ?? spoken.label } : null;

export const toScale = (scale: z.infer<typeof scaleShape>): Scale => ({
	priority: scale.priority ?? false,
	options: scale.options.map(toOption),
	unsure: toSpoken(scale.unsure),
	notApplicable: toSpoken(scale['not-applicable'])
});
