// One question, index, area, pattern or section, with all that is written about it.
import { error } from '@sveltejs/kit';
import { partPage } from '#core/report/content-pages/page.ts';
import { partKinds } from '#core/report/content-pages/pages.ts';
import { liveInstrument, sourceOf } from '#lib/server/content-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ params }) => {
	const instrument = liveInstrument(params.instrument) ?? error(404);
	const kind = partKinds.find((each) => each === params.kind) ?? error(404);
	return {
		instrument: { id: instrument.id, title: instrument.title },
		part: partPage(sourceOf(instrument), kind, params.part) ?? error(404)
	};
};
