// The way out of the studio: ends this session.
import { seeOther } from '#lib/server/replies.ts';
import { signOut } from '#lib/server/sign-in.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async (event) => {
	await signOut(event);
	return seeOther('/studio/sign-in');
};
