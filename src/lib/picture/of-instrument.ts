// An instrument → what its own share picture says: what it measures and in which parts, with bars that are no scores.
import { plain } from '#core/instrument/fill.ts';
import type { Index, Instrument } from '#core/instrument/instrument.ts';
import type { Prose } from '#core/instrument/prose.ts';
import type { Theme } from '#core/instrument/theme.ts';
import { byTerm } from '#core/report/velocity.ts';
import { m } from '#lib/paraglide/messages.js';
import { baseLocale, toLocale } from '#lib/paraglide/runtime.js';
import { brandOf, type Picture } from './picture.ts';

/** Lengths of the bars, tenths: far enough apart that nobody takes them for anything but an example. */
const EXAMPLE = [720, 480, 830, 610];

/** `host` is where people reach us, without protocol. */
export function pictureOfInstrument(instrument: Instrument, theme: Theme, host: string): Picture {
	const locale = toLocale(instrument.locale) ?? baseLocale;
	const total = totalOf(instrument);
	const parts = instrument.indices.filter(({ id }) => Object.hasOwn(total?.of ?? {}, id));
	const equation = instrument.velocity === null ? null : byTerm(parts);
	return {
		locale,
		brand: brandOf(theme),
		kicker: '',
		headline: instrument.title,
		beside: { kind: 'text', text: leadOf(instrument) },
		layout: equation === null ? 'bars' : 'equation',
		terms: (equation ?? parts).map(({ title }, at) => ({
			label: title,
			shown: null,
			tenths: EXAMPLE[at % EXAMPLE.length] ?? 0,
			mark: null,
			because: null,
			median: null
		})),
		sample: parts.length === 0 ? null : m.picture_sample({}, { locale }),
		legend: null,
		notes: [{ kind: 'text', title: m.landing_learn_title({}, { locale }), text: m.landing_learn_lead({}, { locale }) }],
		foot: [m.landing_facts({ minutes: instrument.minutes }, { locale }), `${host}/${instrument.id}`]
	};
}

/** What it measures, in a sentence or two. */
export function leadOf(instrument: Instrument): string {
	const [first]: Prose = totalOf(instrument)?.body ?? instrument.introduction;
	return first?.kind === 'paragraph' ? plain(first.inline) : '';
}

const totalOf = ({ indices }: Instrument): Index | undefined =>
	indices.find(({ about, of }) => about === 'company' && of !== null);
