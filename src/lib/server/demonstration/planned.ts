// A seed → who will have answered what and when: companies with their people over two years. Pure.
import { createHash } from 'node:crypto';
import type { Instrument } from '#core/instrument/instrument.ts';
import { chanceFrom, type Chance } from '#core/simulation/chance.ts';
import type { Care } from '#core/simulation/company.ts';
import { sourceIn, type InventedCampaign } from './campaigns.ts';

export type Wishes = {
	readonly seed: number;
	readonly companies: number;
	/** `yyyy-mm-dd`: the day up to which people have answered. */
	readonly date: string;
};

export type Planned = {
	readonly instrument: Instrument;
	readonly company: number;
	readonly person: number;
	/** Milliseconds since 1970. */
	readonly began: number;
	readonly campaign: InventedCampaign | null;
	readonly source: Readonly<Record<string, string>>;
	/** Leaves before the end. */
	readonly isUnfinished: boolean;
	readonly leavesAddress: boolean;
	readonly care: Care;
	/** 1 is usual. */
	readonly speed: number;
	readonly isTrapped: boolean;
};

const DAY = 24 * 3_600_000;
const SPAN = 730 * DAY;

/** So many of a hundred companies have 1, 2, … 9 people who answer. */
const SIZES = [54, 20, 9, 6, 4, 3, 2, 1, 1];

/** What differs from company to company and from person to person, and for one of them is always the same. */
export function chanceOf({ seed }: Pick<Wishes, 'seed'>, ...of: readonly (string | number)[]): Chance {
	return chanceFrom(
		createHash('sha256')
			.update([seed, ...of].join(' '))
			.digest()
			.readUInt32BE()
	);
}

/** The moment up to which people have answered. */
export const endOf = ({ date }: Pick<Wishes, 'date'>): number => Date.parse(`${date}T04:00:00.000Z`);

/** Everybody who answers this instrument, in the order of time. */
export function plannedFor(
	instrument: Instrument,
	companies: number,
	wishes: Wishes,
	campaigns: readonly InventedCampaign[]
): readonly Planned[] {
	const all: Planned[] = [];
	for (let company = 0; company < companies; company++) {
		const chance = chanceOf(wishes, instrument.id, 'company', company);
		const size = sizeFrom(chance);
		// More and more come as time goes on.
		const first = endOf(wishes) - DAY - (SPAN - 31 * DAY) * (1 - Math.sqrt(chance.next()));
		for (let person = 0; person < size; person++) {
			const own = chanceOf(wishes, instrument.id, 'person', company, person);
			const began = Math.min(endOf(wishes) - DAY / 2, first + (person === 0 ? 0 : 30 * DAY * own.next()));
			all.push(plannedFrom({ instrument, company, person, began: Math.round(began) }, campaigns, own));
		}
		const visitor = chanceOf(wishes, instrument.id, 'visitor', company);
		const left = plannedFrom(
			{ instrument, company, person: SIZES.length, began: Math.round(first) },
			campaigns,
			visitor
		);
		if (left.campaign !== null && visitor.next() < 0.7) all.push({ ...left, isUnfinished: true });
	}
	return all.toSorted((one, other) => one.began - other.began);
}

function plannedFrom(
	who: Pick<Planned, 'instrument' | 'company' | 'person' | 'began'>,
	campaigns: readonly InventedCampaign[],
	chance: Chance
): Planned {
	const open = campaigns.find(({ opens, closes }) => opens <= who.began && (closes === null || who.began < closes));
	const campaign = open !== undefined && chance.next() < open.draws ? open : null;
	const [careless, hurried, trapped] = [chance.next(), chance.next(), chance.next()];
	return {
		...who,
		campaign,
		source: campaign === null ? {} : sourceIn(campaign, chance),
		isUnfinished: false,
		leavesAddress: campaign !== null && chance.next() < 0.55,
		care: careless < 0.02 ? 'straight' : 'careful',
		speed: hurried < 0.02 ? 9 : hurried < 0.04 ? 3.6 : 0.7 + 0.8 * chance.next(),
		isTrapped: trapped < 0.002
	};
}

function sizeFrom(chance: Chance): number {
	let left = 100 * chance.next();
	const size = SIZES.findIndex((share) => (left -= share) < 0);
	return size < 0 ? SIZES.length : size + 1;
}
