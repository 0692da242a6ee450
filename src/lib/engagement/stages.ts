// What is known of an engagement → how far it is, and which of its dates comes next.

export const stages = ['invited', 'answering', 'ready', 'met', 'follow-up'] as const;

export type Stage = (typeof stages)[number];

export type Progressing = {
	/** How many have begun, and how many of those asked have not finished. */
	readonly begun: number;
	readonly open: number;
	readonly isClosed: boolean;
	/** Whether there are results that may be told. */
	readonly isTold: boolean;
	/** `yyyy-mm-dd`; null: no day is set. */
	readonly heldOn: string | null;
	readonly againOn: string | null;
	readonly openActions: number;
	readonly today: string;
};

/** A meeting that lies ahead changes nothing: it has not been held. */
export function stageOf(facts: Progressing): Stage {
	const { begun, open, isClosed, isTold, heldOn, againOn, openActions, today } = facts;
	if (heldOn !== null && heldOn <= today) return openActions > 0 || againOn !== null ? 'follow-up' : 'met';
	if (isTold && (isClosed || open === 0)) return 'ready';
	return begun > 0 ? 'answering' : 'invited';
}

export const dateKinds = ['deadline', 'meeting', 'action', 'again'] as const;

export type DateKind = (typeof dateKinds)[number];

/** `on` is `yyyy-mm-dd`. */
export type Dated = { readonly kind: DateKind; readonly on: string };

/** The nearest from today on; of two on one day the first kind. Null: nothing lies ahead. */
export function nextOf<D extends Dated>(dates: readonly D[], today: string): D | null {
	const rank = ({ kind }: Dated): number => dateKinds.indexOf(kind);
	const ahead = dates.filter(({ on }) => on >= today);
	return (
		ahead.toSorted((one, other) => (one.on === other.on ? rank(one) - rank(other) : one.on < other.on ? -1 : 1))[0] ??
		null
	);
}
