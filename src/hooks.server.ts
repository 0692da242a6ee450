// What SvelteKit asks of a server: how to start, what to do around every request, and what to do about faults.
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { building } from '$app/environment';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { allowing, styleOf } from '#lib/server/brand.ts';
import { content } from '#lib/server/content.ts';
import { keepBenchmarks } from '#lib/server/content-benchmarks.ts';
import { closeSimulations } from '#lib/server/content-simulation.ts';
import { closeDatabase, database } from '#lib/server/database/database.ts';
import { daily } from '#lib/server/daily.ts';
import { isDemonstration } from '#lib/server/demonstration.ts';
import { atTheEdge } from '#lib/server/edge.ts';
import { record } from '#lib/server/faults.ts';
import { framedBy } from '#lib/server/frames.ts';
import { handlers, webhookHandlers } from '#lib/server/handlers.ts';
import { keepInstruments } from '#lib/server/instruments.ts';
import { described, log } from '#lib/server/log.ts';
import { startMetrics } from '#lib/server/metrics.ts';
import { closePdf } from '#lib/server/pdf.ts';
import { closePictures } from '#lib/server/picture.ts';
import { Posting } from '#lib/server/posting.ts';
import { announceStudio } from '#lib/server/set-up.ts';
import { stopWanting } from '#lib/server/readiness.ts';
import { secret } from '#lib/server/secret.ts';
import { writeVisits } from '#lib/server/visits.ts';
import { wornAt } from '#lib/server/worn.ts';

export const init: ServerInit = async () => {
	if (building) return;
	// In development a problem in the content is shown by the page, and gone once the file is mended.
	const warnings = import.meta.env.DEV ? 0 : content().problems.length;
	if (warnings > 0) console.warn(`The content has ${warnings} warnings: npx bellwether check lists them.`);
	await database();
	if (await isDemonstration()) log.info('everything in this database is invented: it is a demonstration');
	// A disk that is full now must not keep anybody from reading: the first answer keeps it too.
	await keepInstruments().catch((error: unknown) => log.error(described(error), 'instruments not kept'));
	await keepBenchmarks().catch((error: unknown) => log.error(described(error), 'benchmarks not kept'));
	secret();
	await announceStudio();
	startMetrics();
	const lanes = [new Posting({ handlers: handlers(), before: daily() }), new Posting({ handlers: webhookHandlers })];
	const stopped = () => Promise.all(lanes.map((lane) => lane.stop()));
	// In development nothing is sent: it stays in the outbox.
	if (!import.meta.env.DEV) for (const lane of lanes) lane.start();
	process.once('bellwether:stopping', () => {
		stopWanting();
		void stopped();
	});
	process.on('sveltekit:shutdown', (_reason: string, closing?: Promise<unknown>[]) => {
		closing?.push(
			stopped()
				.then(writeVisits)
				.then(() => Promise.all([closeDatabase(), closePdf(), closePictures(), closeSimulations()]))
		);
	});
};

export const handle: Handle = ({ event, resolve }) =>
	atTheEdge(event, async () => {
		event.locals.theme = await wornAt(event);
		const style = styleOf(event.locals.theme);
		const response = await resolve(event, {
			transformPageChunk: ({ html }) => html.replace('%lang%', baseLocale).replace(/\s*%theme%\s*/, style)
		});
		const policy = response.headers.get('content-security-policy');
		if (policy !== null)
			response.headers.set('content-security-policy', framedBy(event.locals.frames ?? [], allowing(style, policy)));
		return response;
	});

export const handleError: HandleServerError = ({ error, event, status, message }) => {
	if (status === 404) return { message };
	const { reference } = record(event.request, event.route.id, error);
	return { message: import.meta.env.DEV && error instanceof Error ? error.message : message, reference };
};
