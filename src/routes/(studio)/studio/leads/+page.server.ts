// The leads that the address asks for, a page of them.
import { leadListPage } from '#lib/server/lead-list-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => ({
	...(await leadListPage(url)),
	isErased: url.searchParams.has('erased')
});
