// The instruments that are live, with what is wrong with them.
import { contentList } from '#lib/server/content-list.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => contentList();
