// Four numbers → revenue per working day, and what a change of them is worth. Exact fractions, rounded once at the end.
import { rdivBig, units } from '#core/scores/arithmetic.ts';

/** A decimal number as an integer: `units / 10^decimals`. 25.3 is 253 units of one decimal. */
export type Amount = { readonly units: number; readonly decimals: number };

export type Terms = {
	/** Qualified opportunities, a count. */
	readonly number: Amount;
	/** Average value of a deal, in currency. */
	readonly value: Amount;
	/** Per cent, 0 to 100. */
	readonly winRate: Amount;
	/** Working days from qualifying to signature. */
	readonly cycle: Amount;
};

export type Term = keyof Terms;

/** What a change brings: whole currency a working day and a year, and tenths of a per cent of the revenue per day. */
export type Gain = { readonly perDay: number; readonly perYear: number; readonly tenthsPct: number };

/** Working days in a year. */
const SELLING_DAYS = 260;

type Fraction = { readonly over: bigint; readonly under: bigint };

/** The value as an amount of so many decimals; null where it is negative, or has more decimals than declared. */
export function amount(value: number, decimals: number): Amount | null {
	const whole = units(value, decimals);
	return whole === null || whole < 0 ? null : { units: whole, decimals };
}

/** Value × number × win rate / cycle (method, section 12). Null while the cycle is zero. */
function revenue({ number, value, winRate, cycle }: Terms): Fraction | null {
	if (cycle.units <= 0) return null;
	const over = BigInt(number.units) * BigInt(value.units) * BigInt(winRate.units) * 10n ** BigInt(cycle.decimals);
	const under = BigInt(cycle.units) * 100n * 10n ** BigInt(number.decimals + value.decimals + winRate.decimals);
	return { over, under };
}

/** Revenue per working day in whole currency; null while the cycle is zero. */
export function perDay(terms: Terms): number | null {
	const exact = revenue(terms);
	return exact && Number(rdivBig(exact.over, exact.under));
}

/** Revenue in a year of 260 working days, in whole currency; null while the cycle is zero. */
export function perYear(terms: Terms): number | null {
	const exact = revenue(terms);
	return exact && Number(rdivBig(exact.over * BigInt(SELLING_DAYS), exact.under));
}

/**
 * The terms after a change of each by whole per cent, from −100 up: 10 is a tenth more, and −10 on the cycle a tenth
 * fewer days. A win rate stops at 100 per cent. Exact while a term has at most 13 digits.
 */
export function changed(terms: Terms, percent: Readonly<Record<Term, number>>): Terms {
	const by = ({ units, decimals }: Amount, per: number): Amount =>
		per === 0 ? { units, decimals } : { units: units * (100 + per), decimals: decimals + 2 };
	const winRate = by(terms.winRate, percent.winRate);
	return {
		number: by(terms.number, percent.number),
		value: by(terms.value, percent.value),
		winRate: { ...winRate, units: Math.min(winRate.units, 100 * 10 ** winRate.decimals) },
		cycle: by(terms.cycle, percent.cycle)
	};
}

/** What a revenue times `factor` brings over the revenue itself; a loss is negative. */
function worth(revenue: Fraction, factor: Fraction): Gain {
	const more = factor.over - factor.under;
	const signed = (over: bigint, under: bigint): number =>
		Number(over < 0n ? -rdivBig(-over, under) : rdivBig(over, under));
	const under = revenue.under * factor.under;
	return {
		perDay: signed(revenue.over * more, under),
		perYear: signed(revenue.over * more * BigInt(SELLING_DAYS), under),
		tenthsPct: signed(1000n * more, factor.under)
	};
}

/**
 * What `after` brings over `before`, from the exact figures: it can differ by one from the difference of the two that
 * are shown. Null while a cycle, or the revenue before, is zero.
 */
export function change(before: Terms, after: Terms): Gain | null {
	const from = revenue(before);
	const to = revenue(after);
	if (from === null || to === null || from.over === 0n) return null;
	return worth(from, { over: to.over * from.under, under: to.under * from.over });
}

/**
 * What 10% on each term, and on all four together, is worth: three terms times 1.1, the cycle times 0.9. A win rate
 * stops at 100 per cent. Null while the cycle or the revenue is zero.
 */
export function gains(terms: Terms): Readonly<Record<Term | 'all', Gain>> | null {
	const now = revenue(terms);
	if (now === null || now.over === 0n) return null;
	const up: Fraction = { over: 11n, under: 10n };
	const ceiling: Fraction = { over: 100n * 10n ** BigInt(terms.winRate.decimals), under: BigInt(terms.winRate.units) };
	const winRate = up.over * ceiling.under > ceiling.over * up.under ? ceiling : up;
	const cycle: Fraction = { over: 10n, under: 9n };
	const all: Fraction = { over: 121n * winRate.over * cycle.over, under: 100n * winRate.under * cycle.under };
	return {
		number: worth(now, up),
		value: worth(now, up),
		winRate: worth(now, winRate),
		cycle: worth(now, cycle),
		all: worth(now, all)
	};
}
