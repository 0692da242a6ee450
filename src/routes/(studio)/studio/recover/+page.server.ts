// A forgotten password → a link by mail.
import { canSendMail } from '#lib/server/mail.ts';
import { postRecovery } from '#lib/server/ways-in.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ isMailed: canSendMail() });

export const actions = { default: postRecovery } satisfies Actions;
