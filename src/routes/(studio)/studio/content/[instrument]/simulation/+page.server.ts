// What invented respondents were told by the live version; worked out once in a thread of its own.
import { error } from '@sveltejs/kit';
import { liveInstrument } from '#lib/server/content-list.ts';
import { simulated } from '#lib/server/content-simulated.ts';
import { simulationOf } from '#lib/server/content-simulation.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => {
	const instrument = liveInstrument(params.instrument) ?? error(404);
	const simulation = await simulationOf(instrument);
	return {
		instrument: { id: instrument.id, title: instrument.title },
		state: simulation.state,
		found: simulation.state === 'done' ? simulated(instrument, simulation.summary) : null
	};
};
