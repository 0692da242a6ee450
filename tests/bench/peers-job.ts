// What a process that builds editions is to do, and what it tells at the end.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

export type PeersJob = {
	readonly url: string;
	/** `scan` reads the rows and does nothing with them; `parse` also reads the JSON in them. */
	readonly work: 'build' | 'scan' | 'parse';
	/** The file of the instrument, JSON. */
	readonly instrument: string;
	/** As of when the edition is, ISO 8601. */
	readonly date: string;
};

export type PeersTold = {
	readonly milliseconds: number;
	/** Companies that were counted, or rows that were read. */
	readonly count: number;
	/** The most memory that the process ever took, in bytes. */
	readonly peak: number;
};

const run = promisify(execFile);

export async function inProcess(job: PeersJob): Promise<PeersTold> {
	const { stdout } = await run(process.execPath, [join(import.meta.dirname, 'peers-child.js'), JSON.stringify(job)]);
	const told = JSON.parse(stdout) as PeersTold;
	if (told.count === 0) throw new Error(`there was nothing to ${job.work}`);
	return told;
}
