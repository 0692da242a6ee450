// The study of an edition → the medians of areas that count in a reader's priorities.
import type { Instrument } from '#core/instrument/instrument.ts';
import { isOfMajor } from '#core/standing/standing.ts';
import type { Study } from './study.ts';

/** In tenths, by area (method, section 5: m); none without a study of this instrument and major. */
export function areaMedians(study: Study | null, instrument: Instrument): Readonly<Record<string, number>> {
	if (study === null || !isOfMajor(study.instrument, instrument)) return {};
	return Object.fromEntries(Object.entries(study.areas).map(([area, { median }]) => [area, median]));
}
