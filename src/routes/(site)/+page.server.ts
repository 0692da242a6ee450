// The instruments that are ready to be taken.
import { teasers } from '#lib/server/landing.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ instruments: teasers() });
