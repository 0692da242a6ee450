// What somebody did after the survey → how much speaks for their wanting to talk, from 0 to 100. Pure.

export type Deeds = {
	/** They ticked a box that says they may be contacted. */
	readonly asked: boolean;
	/** What they want to mend most is the weakest term. */
	readonly wantsWeakest: boolean;
	/** The answer to "Is this how you see it?"; null: none. */
	readonly view: 'yes' | 'partly' | 'no' | null;
	/** Kinds of activities, each once. */
	readonly did: ReadonlySet<string>;
};

/** A low score is no weight: who does badly and asks for nothing is not to be chased. Together they make 100. */
const weights = {
	asked: 30,
	offer: 25,
	colleague: 10,
	shared: 10,
	view: { yes: 8, partly: 4, no: 0 },
	wantsWeakest: 7,
	opened: 5,
	pdf: 5
} as const;

export function intentOf({ asked, wantsWeakest, view, did }: Deeds): number {
	const deeds = (['offer', 'colleague', 'shared', 'opened', 'pdf'] as const).filter((kind) => did.has(kind));
	return (
		(asked ? weights.asked : 0) +
		(wantsWeakest ? weights.wantsWeakest : 0) +
		(view === null ? 0 : weights.view[view]) +
		deeds.reduce((sum, kind) => sum + weights[kind], 0)
	);
}
