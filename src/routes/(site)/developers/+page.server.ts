// The interface for programs, as people read it.
import { developerPage } from '#lib/server/developer-page.ts';
import { publicOrigin } from '#lib/server/origin.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = ({ url }) => developerPage(publicOrigin(url));
