// A link for a new password: opened it only asks.
import { recovering } from '#lib/server/recovery.ts';
import { postNewPassword } from '#lib/server/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ params }) => ({ owner: await recovering(params.token) });

export const actions = { default: postNewPassword } satisfies Actions;
