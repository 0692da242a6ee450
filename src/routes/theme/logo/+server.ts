// Gives the logo of the site's theme; its address changes with it, so that it is asked for once.
import { theme } from '#lib/server/brand.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = () => {
	const { logo } = theme();
	if (logo === null) return refusedWith(404);
	return new Response(Buffer.from(logo.base64, 'base64'), {
		headers: { 'content-type': logo.type, 'cache-control': 'public, max-age=31536000, immutable' }
	});
};
