// Runs a command as main.ts does, in this process, and gives what it printed and its exit status.
import { vi } from 'vitest';
import { ending } from '../../src/cli/output.ts';
import type { Run } from './cli.ts';

export async function printed(run: () => unknown): Promise<Run> {
	let [out, err] = ['', ''];
	const spies = [
		vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((out += String(text)))),
		vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((err += String(text))))
	];
	process.exitCode = undefined;
	try {
		await ending(run);
		return { status: Number(process.exitCode ?? 0), out, err };
	} finally {
		process.exitCode = undefined;
		for (const spy of spies) spy.mockRestore();
	}
}
