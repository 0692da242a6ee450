// The thread that simulates: an instrument in, the summary of what invented respondents were told out.
import { serialize } from 'node:v8';
import { simulate } from '#core/simulation/simulate.ts';
import { baseLocale } from '#lib/paraglide/runtime.js';
import { wordsFor } from '#lib/words.ts';
import type { SimulationJob } from './content-simulation.ts';
import { serveJobs } from './worker.ts';

await serveJobs(
	() => undefined,
	({ instrument, ...wishes }: SimulationJob) => serialize(simulate(instrument, wordsFor(baseLocale), wishes))
);
