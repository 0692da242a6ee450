// Tones: every band of the company's own index has one.
import { TONES } from '../headlines-file.ts';
import { oneOf, wrong, type Wrong } from '../wrong.ts';
import { topIndex, type Look } from './look.ts';

export function checkTones({ instrument, head, ledger }: Look): void {
	const set = topIndex(instrument)?.bands ?? null;
	const bands = (set === null ? [] : (instrument.bands[set] ?? [])).map(({ id }) => id);
	const said = TONES.flatMap((tone) => instrument.tones[tone].map((band, at) => ({ tone, band, at })));
	for (const [position, { tone, band, at }] of said.entries()) {
		const where = ledger.where(head, ['tones', tone, at]);
		if (!bands.includes(band)) ledger.error(where, unknownBand(band, bands));
		else if (said.findIndex((one) => one.band === band) < position) ledger.error(where, inTwoTones(band));
	}
	const without = bands.filter((band) => !said.some((one) => one.band === band));
	if (without.length > 0) ledger.error(ledger.where(head, ['tones']), withoutTone(without));
}

const unknownBand = (band: string, bands: readonly string[]): Wrong =>
	wrong('unknown-band', oneOf('the bands', bands), `"${band}"`, 'Correct the name.');

const inTwoTones = (band: string): Wrong =>
	wrong('band-in-two-tones', 'each band in one tone', `"${band}" in two`, 'Take it out of one.');

function withoutTone(bands: readonly string[]): Wrong {
	const expected = 'a tone for each band of the company index';
	return wrong('band-without-tone', expected, `none for ${bands.join(', ')}`, 'Add them to low, middle or high.');
}
