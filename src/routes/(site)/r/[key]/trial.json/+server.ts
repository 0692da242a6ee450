// Gives what a trial of other answers needs: the questions, the answers and the scoring, without a narrative.
import { refusedAtGate } from '#lib/server/gate.ts';
import { json, refusedWith } from '#lib/server/replies.ts';
import { trialFor } from '#lib/server/trials.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ params }) => {
	const closed = await refusedAtGate(params.key);
	if (closed !== null) return closed;
	const trial = await trialFor(params.key);
	return trial === null ? refusedWith(404) : json(trial);
};
