// The report on the answers of an invented reader.
import { error } from '@sveltejs/kit';
import { liveInstrument } from '#lib/server/content-list.ts';
import { previewed, previewPage, queryOf, wishIn } from '#lib/server/content-preview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
	const instrument = liveInstrument(params.instrument) ?? error(404);
	const wish = wishIn(instrument, url.searchParams);
	return {
		query: queryOf(wish),
		report: previewPage(instrument, previewed(instrument, wish), new Date().toISOString().slice(0, 10))
	};
};
