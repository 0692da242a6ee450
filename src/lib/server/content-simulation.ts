// An instrument → its simulation, worked out once in a thread of its own; until then, that it is being worked out.
import { deserialize } from 'node:v8';
import type { Instrument } from '#core/instrument/instrument.ts';
import { SIMULATED } from '#core/simulation/kinds.ts';
import type { Wishes } from '#core/simulation/simulate.ts';
import type { Summary } from '#core/simulation/summary.ts';
import { within } from './bounded.ts';
import { described, log } from './log.ts';
import { workerFile } from './press.ts';
import { Recent } from './recent.ts';
import { WorkerPool } from './worker-pool.ts';

export type SimulationJob = Wishes & { readonly instrument: Instrument };

export type Simulation =
	{ readonly state: 'working' } | { readonly state: 'done'; readonly summary: Summary } | { readonly state: 'failed' };

/** Enough that a text which one reader in a thousand meets is met by somebody; a few seconds of one processor. */
export const RESPONDENTS = 2_000;

/** Milliseconds that a request waits, for an instrument that is small. */
const PATIENCE = 1_500;

type Kept = { current: Simulation; readonly end: Promise<void> };

/** By the hash of the instrument. */
const known = new Recent<Kept>(8);
let pool: WorkerPool<SimulationJob, Uint8Array> | null = null;

/** What is known by now; the first to ask has it begun. One that failed is begun again. */
export async function simulationOf(instrument: Instrument, patience = PATIENCE): Promise<Simulation> {
	let kept = known.get(instrument.hash);
	if (kept === undefined || kept.current.state === 'failed') known.set(instrument.hash, (kept = begun(instrument)));
	await within(patience, kept.end);
	return kept.current;
}

export async function closeSimulations(): Promise<void> {
	await pool?.close();
	pool = null;
}

function begun(instrument: Instrument): Kept {
	const kept: Kept = { current: { state: 'working' }, end: work() };
	return kept;

	async function work(): Promise<void> {
		try {
			const bytes = await started().run({ instrument, respondents: RESPONDENTS, seed: SIMULATED });
			kept.current = { state: 'done', summary: deserialize(bytes) as Summary };
		} catch (error) {
			log.error({ error: described(error), instrument: instrument.id }, 'a simulation failed');
			kept.current = { state: 'failed' };
		}
	}
}

const started = (): WorkerPool<SimulationJob, Uint8Array> =>
	(pool ??= new WorkerPool({
		script: workerFile('simulation-worker.js'),
		threads: 1,
		queue: 8,
		start: 60_000,
		timeout: 180_000,
		heap: 256
	}));
