// What a campaign keeps of those who answer, why, for how long, and who sees it.
import { error } from '@sveltejs/kit';
import { campaignPrivacy } from '#lib/server/campaign-privacy.ts';
import type { PageServerLoad } from './$types';

/** Of one that was deleted too: what was left with it may still be kept. */
export const load: PageServerLoad = async ({ params }) => (await campaignPrivacy(params.campaign)) ?? error(404);
