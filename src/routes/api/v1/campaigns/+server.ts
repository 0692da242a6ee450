// Lists campaigns for whoever has a key.
import { campaignsSaid } from '#lib/server/api-campaigns.ts';
import { json } from '#lib/server/replies.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async () => json(await campaignsSaid(new Date().toISOString()));
