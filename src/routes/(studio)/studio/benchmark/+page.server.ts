// Which answers count for the benchmarks, and a list of those that something was noticed about.
import { reviewPage } from '#lib/server/review-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ url }) => reviewPage(url);
