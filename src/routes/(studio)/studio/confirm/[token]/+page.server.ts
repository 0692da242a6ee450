// A new address: opened the link only asks.
import { confirming } from '#lib/server/address-change.ts';
import { postConfirmation } from '#lib/server/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({ address: await confirming(params.token) });

export const actions = { default: postConfirmation } satisfies Actions;
