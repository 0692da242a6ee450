// Who is told of what happens, and how it fares.
import { webhookList } from '#lib/server/webhook-pages.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async () => ({ webhooks: await webhookList() });
