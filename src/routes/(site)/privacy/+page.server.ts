// Imprint and privacy notice, as the operator wrote them.
import { error } from '@sveltejs/kit';
import { content } from '#lib/server/content.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => {
	const { site } = content();
	if (site === null) error(404);
	return { imprint: site.imprint, privacy: site.privacy, kept: site.kept };
};
