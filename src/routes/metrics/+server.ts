// Gives the figures of this process to Prometheus.
import { metrics } from '#lib/server/metrics.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () =>
	new Response(await metrics(), {
		headers: { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'cache-control': 'no-store' }
	});
