// Gives what a trial of other answers than the sample's needs: the questions, the answers and the scoring.
import { json, refusedWith } from '#lib/server/replies.ts';
import { trialOfSample } from '#lib/server/trials.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = ({ params }) => {
	const trial = trialOfSample(params.instrument);
	return trial === null ? refusedWith(404) : json(trial);
};
