// What a load process is to do, and what it tells at the end.
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Value } from '#core/instrument/value.ts';
import { flagship } from '../support/flagship.ts';
import { journey } from './responses.ts';

export type Job = {
	/** Servers that share one database; the requests of a participant go to all of them in turn. */
	readonly urls: readonly string[];
	/** `nothing` sends the same to an address that no response can have: read, checked and refused. */
	readonly work: 'save' | 'nothing';
	readonly seconds: number;
	readonly connections: number;
	/** Per second; without it, as fast as it goes. */
	readonly rates?: { readonly saves: number; readonly completions: number };
	readonly about: { readonly instrument: string; readonly version: string };
	readonly answers: Readonly<Record<string, Value>>;
};

/** Times in milliseconds. */
export type Told = {
	readonly done: number;
	/** Answered by anything but what was wanted. */
	readonly refused: number;
	/** Acknowledged answers that were not found when they were read back. */
	readonly lost: number;
	readonly seconds: number;
	readonly median: number;
	readonly p99: number;
	readonly slowest: number;
};

const run = promisify(execFile);

/** Runs it in a process of its own, so that the server's is not slowed by who asks. */
export async function load(job: Omit<Job, 'about' | 'answers'>): Promise<Told> {
	const whole: Job = { ...job, about: { instrument: flagship.id, version: flagship.version }, answers: journey };
	const client = join(import.meta.dirname, 'load-client.js');
	const { stdout } = await run(process.execPath, [client, JSON.stringify(whole)], { maxBuffer: 1 << 20 });
	return JSON.parse(stdout) as Told;
}
