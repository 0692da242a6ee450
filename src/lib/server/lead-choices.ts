// What a lead list can be narrowed by: campaigns, and the sub-indices and bands of the surveys that they use.
import { choicesOf } from './campaign-form.ts';
import { database } from './database/database.ts';
import type { LeadFilter } from './lead-filter.ts';

export type Choice = { readonly id: string; readonly label: string };

export type LeadChoices = {
	readonly campaigns: readonly Choice[];
	readonly weakest: readonly Choice[];
	readonly bands: readonly Choice[];
};

/** Of one campaign's survey where the list is narrowed to it. What is chosen now can always be seen. */
export async function leadChoices({ campaign, weakest, band }: LeadFilter): Promise<LeadChoices> {
	const campaigns = await (
		await database()
	)
		.selectFrom('campaigns')
		.select(['id', 'name as label', 'instrument', 'deleted_at'])
		.orderBy('created_at', 'desc')
		.orderBy('id')
		.execute();
	const meant = campaigns.filter(({ id }) => campaign === null || id === campaign);
	const choices = [...new Set(meant.map(({ instrument }) => instrument))].map(choicesOf);
	return {
		campaigns: offered(campaigns, campaign),
		weakest: offered(
			choices.flatMap((each) => each.weakest),
			weakest
		),
		bands: offered(
			choices.flatMap((each) => each.band),
			band
		)
	};
}

/** Several surveys may have parts of the same name. */
function offered(choices: readonly Choice[], chosen: string | null): readonly Choice[] {
	const known = new Map(choices.map(({ id, label }) => [id, { id, label }]));
	if (chosen !== null && !known.has(chosen)) known.set(chosen, { id: chosen, label: chosen });
	return [...known.values()];
}
