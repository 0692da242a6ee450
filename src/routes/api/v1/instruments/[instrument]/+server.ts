// Gives what a participant may see of an instrument: the current version, or with `?hash=` one that was answered before.
import { cacheable } from '#lib/server/etag.ts';
import { questionnaire } from '#lib/server/content.ts';
import { earlierQuestionnaire } from '#lib/server/instruments.ts';
import { refusedWith } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ request, params, url }) => {
	const hash = url.searchParams.get('hash');
	const current = questionnaire(params.instrument);
	const found = hash === null || hash === current?.hash ? current : await earlierQuestionnaire(params.instrument, hash);
	if (found === null) return refusedWith(404);
	return cacheable(request, found, hash === null ? 'public, max-age=60' : 'public, max-age=31536000, immutable');
};
