// One built server for all browser tests of a run; they read its address with `inject('baseUrl')`.
import type { TestProject } from 'vitest/node';
import { startServer } from './server.ts';

declare module 'vitest' {
	export interface ProvidedContext {
		baseUrl: string;
	}
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	const server = await startServer();
	project.provide('baseUrl', server.url);
	return () => server.stop();
}
