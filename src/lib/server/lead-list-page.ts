// The address of a lead list → what its page shows, with the addresses that lead on.
import { leadChoices, type Choice } from './lead-choices.ts';
import { filterOf, placeOf, queryOf, type LeadFilter } from './lead-filter.ts';
import { COUNTED, leadCount, leadPage, type ListedLead } from './lead-list.ts';
import { MOST_PDFS } from './lead-zip.ts';

export async function leadListPage({ searchParams }: URL) {
	const filter = filterOf(searchParams);
	const page = await leadPage(filter, placeOf(searchParams, filter.sort));
	const choices = await leadChoices(filter);
	const count = await leadCount(filter);
	const query = queryOf(filter);
	const at = (place: Record<string, string>): string => `?${new URLSearchParams({ ...query, ...place }).toString()}`;
	return {
		filter,
		choices,
		/** What differs from the whole list; exports are asked for with it. */
		query: Object.entries(query),
		count: Math.min(count, COUNTED),
		isMore: count > COUNTED,
		rows: page.rows.map((row) => shown(row, choices)),
		first: page.before === null ? null : at({}),
		before: page.before === null ? null : at({ before: page.before }),
		after: page.after === null ? null : at({ after: page.after }),
		isNarrowed: isNarrowed(filter),
		mostPdfs: MOST_PDFS
	};
}

const isNarrowed = (filter: LeadFilter): boolean => Object.keys(queryOf({ ...filter, sort: 'newest' })).length > 0;

type Choices = Awaited<ReturnType<typeof leadChoices>>;

function shown({ response, name, address, company, finding, wants, intent, source, ...row }: ListedLead, all: Choices) {
	return {
		response,
		name: name || address,
		company,
		finding,
		wants,
		intent,
		source,
		weakest: labelIn(all.weakest, row.weakest),
		campaign: labelIn(all.campaigns, row.campaign),
		createdAt: row.created_at,
		isCompleted: row.completed_at !== null
	};
}

const labelIn = (choices: readonly Choice[], id: string | null): string | null =>
	choices.find((choice) => choice.id === id)?.label ?? id;
