// The four velocity numbers as the respondent gave them, with what 10% on each is worth.
import { amount, gains, perDay, type Amount, type Gain, type Term, type Terms } from '#core/calculators/velocity.ts';
import type { ReportInput } from './input.ts';
import { decimal, given, money } from './format.ts';

type Given = Pick<ReportInput, 'instrument' | 'answers'>;

export type VelocityNumbers = {
	readonly terms: Terms;
	readonly currency: string | null;
	/** Whole currency a working day. */
	readonly perDay: number;
	readonly gains: Readonly<Record<Term | 'all', Gain>>;
	/** As shown, by term. */
	readonly shown: Readonly<Record<Term, string>>;
	/** Placeholders `velocity.…` for texts. */
	readonly values: Readonly<Record<string, string>>;
};

/** The four terms and the currency as given; null unless all four are above zero and the instrument says where they stand. */
export function givenTerms(input: Given): { readonly terms: Terms; readonly currency: string | null } | null {
	const { velocity } = input.instrument;
	if (velocity === null) return null;
	const number = amountOf(input, velocity.number);
	const value = amountOf(input, velocity.value);
	const winRate = amountOf(input, velocity.winRate);
	const cycle = amountOf(input, velocity.cycle);
	if (number === null || value === null || winRate === null || cycle === null) return null;
	return { terms: { number, value, winRate, cycle }, currency: currencyOf(input, velocity.currency) };
}

/** Null where `givenTerms` is. */
export function numbersOf(input: ReportInput): VelocityNumbers | null {
	const found = givenTerms(input);
	return found && numbersFrom(found.terms, found.currency, input);
}

/** Null where the cycle or the revenue is zero. */
export function numbersFrom(
	terms: Terms,
	currency: string | null,
	{ locale, words }: Pick<ReportInput, 'locale' | 'words'>
): VelocityNumbers | null {
	const { number, value, winRate, cycle } = terms;
	const day = perDay(terms);
	const worth = gains(terms);
	if (day === null || worth === null) return null;

	const plainNumber = (of: Amount): string => given(of.units / 10 ** of.decimals, locale);
	const shown: Record<Term, string> = {
		number: plainNumber(number),
		value: money(value.units / 10 ** value.decimals, currency, locale),
		winRate: words('report_velocity_percent', { percent: plainNumber(winRate) }),
		cycle: words('report_velocity_days', { days: plainNumber(cycle) })
	};
	return {
		terms,
		currency,
		perDay: day,
		gains: worth,
		shown,
		values: {
			'velocity.number': shown.number,
			'velocity.value': shown.value,
			'velocity.win-rate': shown.winRate,
			'velocity.cycle': shown.cycle,
			'velocity.day': money(day, currency, locale),
			'velocity.all': money(worth.all.perYear, currency, locale)
		}
	};
}

/** "+10.0%" */
export const percent = (tenthsPct: number, locale: string): string => `+${decimal(tenthsPct / 10, locale, 1)}%`;

function amountOf(input: Given, id: string): Amount | null {
	const answer = input.answers.given[id];
	if (answer?.state !== 'answered' || typeof answer.value !== 'number' || answer.value <= 0) return null;
	const decimals = input.instrument.questions.find((question) => question.id === id)?.number?.decimals ?? 0;
	return amount(answer.value, decimals);
}

/** ISO 4217, as it was chosen or typed; null where it was not. */
export function currencyOf(input: Given, id: string): string | null {
	const answer = input.answers.given[id];
	if (answer?.state !== 'answered') return null;
	if (typeof answer.value === 'string') return answer.value.toUpperCase();
	return typeof answer.value === 'object' && 'text' in answer.value ? String(answer.value.text) : null;
}
