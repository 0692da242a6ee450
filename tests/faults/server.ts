// The built server on a port and a data folder that stay the same however often it dies.
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';

const launcher = join(import.meta.dirname, '../../src/cli/bellwether.js');

/** In milliseconds: what a start may take on a busy machine, and what an end may take anywhere. */
const START = 60_000;
const STOP = 10_000;

/** Ends with what the driver did not ask for. */
export class Broken extends Error {}

export class Server {
	readonly number: number;
	readonly port: number;
	readonly #environment: Readonly<Record<string, string>>;
	#child: ChildProcess | null = null;
	/** The last lines that tell of something wrong. */
	readonly complaints: string[] = [];
	/** An end that nobody asked for. */
	fell: string | null = null;

	constructor(number: number, port: number, environment: Readonly<Record<string, string>>) {
		this.number = number;
		this.port = port;
		this.#environment = environment;
	}

	get pid(): number {
		const pid = this.#child?.pid;
		if (pid === undefined) throw new Broken('the server is not running');
		return pid;
	}

	/** Starts the process, and no more. */
	launch(): void {
		const env = {
			PATH: process.env['PATH'],
			NODE_ENV: 'production',
			HOST: '127.0.0.1',
			PORT: String(this.port),
			...this.#environment
		};
		const child = spawn(process.execPath, [launcher, 'serve'], { env, stdio: ['ignore', 'pipe', 'pipe'] });
		this.#child = child;
		for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => this.#hear(String(chunk)));
		child.on('exit', (code, signal) => {
			if (this.#child === child) this.fell = `server ${this.number} ended by itself: ${code ?? signal}`;
		});
	}

	async start(): Promise<void> {
		this.launch();
		await this.ready();
	}

	async ready(): Promise<void> {
		for (const until = performance.now() + START; performance.now() < until; await pause(25)) {
			if (this.fell !== null) throw new Broken(`${this.fell}\n${this.complaints.join('\n')}`);
			const reply = await fetch(`http://127.0.0.1:${this.port}/readyz`).catch(() => null);
			if (reply?.ok) return;
		}
		throw new Broken(`server ${this.number} was not ready in ${START / 1000} s\n${this.complaints.join('\n')}`);
	}

	/** With no time to say anything. */
	async kill(): Promise<void> {
		const child = this.#let();
		child.kill('SIGKILL');
		await ended(child);
	}

	/** As an operator stops it; anything but 0 in time is a fault of ours. */
	async stop(): Promise<void> {
		const child = this.#let();
		const began = performance.now();
		child.kill('SIGTERM');
		const late = setTimeout(() => child.kill('SIGKILL'), STOP + 5000);
		await ended(child);
		clearTimeout(late);
		const took = performance.now() - began;
		if (child.exitCode !== 0 || took > STOP)
			throw new Broken(
				`told to stop, it ended with ${child.exitCode ?? child.signalCode} after ${Math.round(took)} ms`
			);
	}

	/** Bytes that any file of it may have; null: as many as it likes. */
	async limitFiles(bytes: number | null): Promise<void> {
		await promisify(execFile)('prlimit', ['--pid', String(this.pid), `--fsize=${bytes ?? 'unlimited'}:`]);
	}

	signal(name: 'SIGSTOP' | 'SIGCONT'): void {
		process.kill(this.pid, name);
	}

	#let(): ChildProcess {
		const child = this.#child;
		if (child === null) throw new Broken('the server is not running');
		this.#child = null;
		return child;
	}

	#hear(text: string): void {
		const wrong = text.split('\n').filter((line) => line !== '' && !line.startsWith('{"level":30'));
		this.complaints.push(...wrong);
		this.complaints.splice(0, this.complaints.length - 40);
	}
}

async function ended(child: ChildProcess): Promise<void> {
	if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
}
