// The headlines of an instrument.
import { error } from '@sveltejs/kit';
import { headlinesOf } from '#core/report/content-pages/overview.ts';
import { liveInstrument, sourceOf } from '#lib/server/content-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const instrument = liveInstrument(params.instrument) ?? error(404);
	return {
		instrument: { id: instrument.id, title: instrument.title },
		headlines: headlinesOf(sourceOf(instrument))
	};
};
