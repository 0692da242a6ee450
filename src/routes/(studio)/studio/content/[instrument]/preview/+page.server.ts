// The walk of a reader who is invented as the address says. Nothing is kept.
import { error } from '@sveltejs/kit';
import { liveInstrument } from '#lib/server/content-list.ts';
import { countsOf, previewed, queryOf, settable, walked, wishIn } from '#lib/server/content-preview.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params, url }) => {
	const instrument = liveInstrument(params.instrument) ?? error(404);
	const wish = wishIn(instrument, url.searchParams);
	const walk = walked(instrument, previewed(instrument, wish));
	return {
		instrument: { id: instrument.id, title: instrument.title, questions: instrument.questions.length },
		wish,
		query: queryOf(wish),
		another: queryOf({ ...wish, number: wish.number + 1 }),
		settable: settable(instrument),
		walk,
		counts: countsOf(walk)
	};
};
