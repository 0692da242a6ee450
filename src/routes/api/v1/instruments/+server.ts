// Lists the instruments that can be taken.
import { content } from '#lib/server/content.ts';
import { cacheable } from '#lib/server/etag.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ request }) => {
	const instruments = [...content().instruments.values()].map(({ id, title, version, hash, locale, minutes }) => ({
		id,
		title,
		version,
		hash,
		locale,
		minutes
	}));
	return cacheable(request, { instruments }, 'public, max-age=60');
};
