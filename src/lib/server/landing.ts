// An instrument → what a visitor is told before taking it.
import type { Instrument, Index } from '#core/instrument/instrument.ts';
import type { Prose } from '#core/instrument/prose.ts';
import { content } from './content.ts';

export type Teaser = {
	readonly id: string;
	readonly title: string;
	readonly minutes: number;
	readonly introduction: Prose;
	/** There is a sample report to look at. */
	readonly sample: boolean;
};

/** `answers` names the indices that the report will show, each with what it is about. */
export type Landing = Teaser & {
	readonly operator: string | null;
	readonly locale: string;
	readonly answers: readonly { readonly id: string; readonly title: string; readonly body: Prose }[];
};

/** Every instrument, each with the first paragraph of its introduction. */
export function teasers(): readonly Teaser[] {
	return [...content().instruments.values()].map((instrument) => ({
		...teaser(instrument),
		introduction: instrument.introduction.slice(0, 1)
	}));
}

/** Null: there is no instrument of that name. */
export function landing(id: string): Landing | null {
	const instrument = content().instruments.get(id);
	if (instrument === undefined) return null;
	const answers = parts(instrument).map(({ id, title, body }) => ({ id, title, body }));
	const { locale } = instrument;
	return { ...teaser(instrument), operator: content().site?.name ?? null, locale, answers };
}

const teaser = ({ id, title, minutes, introduction }: Instrument): Teaser => ({
	id,
	title,
	minutes,
	introduction,
	sample: content().samples.has(id)
});

/** The parts of the company's index; where it has none, the company's indices themselves. */
function parts({ indices }: Instrument): readonly Index[] {
	const company = indices.filter(({ about, facetOf }) => about === 'company' && facetOf === null);
	const whole = company.find(({ of }) => of !== null);
	return whole?.of ? company.filter(({ id }) => whole.of !== null && Object.hasOwn(whole.of, id)) : company;
}
