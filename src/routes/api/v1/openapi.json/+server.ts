// Describes the interface, for programs and for the page that shows it to people.
import { cacheable } from '#lib/server/etag.ts';
import { openapi } from '#lib/server/openapi.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request, url }) =>
	cacheable(request, openapi(publicOrigin(url)), 'public, max-age=300');
