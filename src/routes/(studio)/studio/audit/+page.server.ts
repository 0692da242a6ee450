// What was done in the studio, and by whom.
import { auditChoices, auditPage } from '#lib/server/audit-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => {
	const asked = (name: string): string => (url.searchParams.get(name) ?? '').slice(0, 200);
	const filter = { action: asked('action'), actor: asked('actor'), after: asked('after') };
	return { ...(await auditPage(filter)), ...(await auditChoices()), filter };
};
