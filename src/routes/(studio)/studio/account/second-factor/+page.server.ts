// A second factor, taught to a telephone or taken away.
import { secondFactorActions } from '#lib/server/account-actions.ts';
import { personIn } from '#lib/server/person.ts';
import { hasSecondFactor } from '#lib/server/second-factor.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals }) => ({ isOn: await hasSecondFactor(personIn(locals).id) });

export const actions = secondFactorActions satisfies Actions;
