// Dockerfile and compose.yaml, as far as they can be held to their promises where nothing can build or start them.
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { closeDatabase, connection } from '#lib/server/database/database.ts';
import { env, readEnv, variableNames } from '#lib/server/env.ts';
import { bellwether } from '../support/cli.ts';
import { makeWorld } from '../support/world.ts';

const root = join(import.meta.dirname, '../..');
const read = (name: string): string => readFileSync(join(root, name), 'utf8');
const launcher = join(root, 'src/cli/bellwether.js');

const service = z.looseObject({
	image: z.string(),
	read_only: z.boolean().default(false),
	tmpfs: z.array(z.string()).default([]),
	cap_drop: z.array(z.string()).default([]),
	security_opt: z.array(z.string()).default([]),
	environment: z.record(z.string(), z.string()).default({}),
	volumes: z.array(z.string()).default([]),
	ports: z.array(z.string()).default([]),
	entrypoint: z.array(z.string()).optional(),
	command: z.array(z.string()).default([])
});
const compose = z.looseObject({
	services: z.record(z.string(), service),
	configs: z.record(z.string(), z.object({ content: z.string() })),
	volumes: z.record(z.string(), z.unknown())
});

const given: Readonly<Record<string, string>> = {
	PUBLIC_URL: 'https://survey.example.com',
	SECRET: 's'.repeat(64),
	POSTGRES_PASSWORD: 'p'.repeat(48)
};
/** As Compose fills it: each variable is either wanted, with a word of what it is, or may be left out. */
const filled = (text: string): string =>
	text.replace(
		/\$(?:(\$)|\{(\w+):([?-])([^}]*)\})?/g,
		(all: string, dollar?: string, name: string = '', kind?: string, rest: string = '') => {
			if (dollar !== undefined) return dollar;
			if (all === '$' || (kind === '?') !== Object.hasOwn(given, name)) throw new Error(`what is ${all}?`);
			return given[name] ?? rest;
		}
	);
const { services, configs, volumes } = compose.parse(
	parse(read('compose.yaml'), (_, value: unknown) => (typeof value === 'string' ? filled(value) : value), {
		merge: true
	})
);
const ours = Object.entries(services).filter(([, { image }]) => image === 'bellwether');
const servers = ours.filter(([, { entrypoint, command }]) => entrypoint === undefined && command.length === 0);

const lines = read('Dockerfile').replaceAll('\\\n', '').split('\n');
const last = lines.slice(lines.findLastIndex((line) => line.startsWith('FROM ')));
const said = (word: string): string => last.find((line) => line.startsWith(`${word} `))?.slice(word.length + 1) ?? '';
const listed = (text: string): string[] => z.array(z.string()).parse(JSON.parse(text));

/** Commands of ours in a text, each with its options. */
const commandsIn = (text: string): string[][] =>
	[...text.matchAll(/bellwether\.js (\w+)([^\n]*)/g)].map(([, name = '', rest = '']) => [
		name,
		...(rest.match(/--\w+/g) ?? [])
	]);

describe('the image', () => {
	test('is a slim Node, run by nobody in particular, who is known by number', () => {
		expect(last[0]).toMatch(/^FROM node:24-\w+-slim$/);
		expect(said('USER')).toMatch(/^([1-9]\d*):\1$/);
		expect(said('RUN')).toContain(`install -d -o ${said('USER').replace(':', ' -g ')} -m 700 /data`);
	});

	test('serves unless told otherwise, and its settings are ours', () => {
		expect(listed(said('ENTRYPOINT'))).toEqual(['node', '/app/src/cli/bellwether.js']);
		expect(listed(said('CMD'))).toEqual(['serve']);
		const set = Object.fromEntries(
			[...said('ENV').matchAll(/(\w+)=(\S+)/g)].map(([, name = '', value]) => [name, value])
		);
		expect(Object.keys(set).filter((name) => !variableNames.includes(name))).toEqual(['NODE_ENV']);
		expect(readEnv(set)).toMatchObject({ host: '0.0.0.0', dataDir: '/data' });
	});

	test('holds no source, no test and no tool: there is nothing to build in it', () => {
		const copied = last.flatMap((line) => /^COPY --from=build \/app\/(\S+) /.exec(line)?.slice(1) ?? []);
		expect(copied.toSorted()).toEqual(['build', 'content', 'node_modules', 'package.json', 'src/cli/bellwether.js']);
		expect(lines.some((line) => line.startsWith('RUN ') && line.includes('npm prune --omit=dev'))).toBe(true);
		const ignored = read('.dockerignore').split('\n');
		for (const name of ['.git', '.env', 'data', 'node_modules']) expect(ignored).toContain(name);
	});

	test.each([
		[200, 0],
		[503, 1]
	])('is well by its own Node: %d ends with %d', async (status, code) => {
		const asked: (string | undefined)[] = [];
		const server = createServer((request, response) => {
			asked.push(request.url);
			response.writeHead(status).end();
		}).listen(0, '127.0.0.1');
		await once(server, 'listening');
		const [node, ...rest] = listed(said('HEALTHCHECK').replace(/^.*?CMD /, ''));
		const { port } = server.address() as AddressInfo;
		const child = spawn(node ?? '', rest, { env: { PATH: process.env['PATH'], PORT: String(port) } });
		expect(await once(child, 'exit')).toEqual([code, null]);
		expect(asked).toEqual(['/healthz']);
		server.close();
	});
});

describe('the containers', () => {
	test('two servers on one PostgreSQL, with one secret, behind one proxy', () => {
		expect(servers).toHaveLength(2);
		for (const [, { environment }] of ours) {
			expect(Object.keys(environment).filter((name) => !variableNames.includes(name))).toEqual([]);
			expect(readEnv(environment)).toMatchObject({ secret: given['SECRET'], trustedProxies: 1, smtpUrl: null });
			const database = new URL(environment['DATABASE_URL'] ?? '');
			const { POSTGRES_USER, POSTGRES_DB, POSTGRES_PASSWORD } = services[database.hostname]?.environment ?? {};
			expect(['postgres:', POSTGRES_USER, POSTGRES_PASSWORD, `/${POSTGRES_DB}`]).toEqual([
				database.protocol,
				database.username,
				database.password,
				database.pathname
			]);
		}
		const upstreams = /reverse_proxy (.*) \{/.exec(configs['caddyfile']?.content ?? '')?.[1];
		expect(upstreams).toBe(servers.map(([name]) => `${name}:3000`).join(' '));
	});

	test('ours may write to the data folder and to nothing else, and become nobody else', () => {
		expect(ours.length).toBeGreaterThan(servers.length);
		for (const [, { read_only, tmpfs, volumes, ...rest }] of ours) {
			expect({ read_only, tmpfs, volumes }).toEqual({ read_only: true, tmpfs: ['/tmp'], volumes: ['data:/data'] });
			expect([rest['user'], rest['privileged'], rest['cap_add']]).toEqual([undefined, undefined, undefined]);
		}
	});

	test('every one drops what it may do, and only the proxy can be reached', () => {
		for (const [name, { cap_drop, security_opt, ports, volumes: used }] of Object.entries(services)) {
			expect([name, cap_drop, security_opt]).toEqual([name, ['ALL'], ['no-new-privileges:true']]);
			expect([name, ports.length > 0]).toEqual([name, name === 'proxy']);
			expect(used.filter((volume) => !Object.hasOwn(volumes, volume.split(':')[0] ?? ''))).toEqual([]);
		}
	});

	test('what they run is there', () => {
		const commands = ours.flatMap(([, { command }]) => commandsIn(command.join('\n')));
		expect(commands).toEqual([['backup', '--keep']]);
		for (const [name = '', ...options] of [...commands, listed(said('CMD'))]) {
			const { status, out } = bellwether([name, '--help']);
			expect([status, options.filter((option) => !out.includes(`${option} `))]).toEqual([0, []]);
		}
	});
});

describe('the daily backup', () => {
	const world = makeWorld();
	afterAll(() => world.stop());

	test('is made where there is none of the last day, and only then', async () => {
		await connection();
		await closeDatabase();
		const { dataDir } = env();
		const script = (services['backup']?.command[0] ?? '')
			.replaceAll('/data/', `${dataDir}/`)
			.replaceAll('/app/src/cli/bellwether.js', launcher);
		// One turn of its loop.
		const turn = () => spawnSync('sh', ['-c', `sleep() { exit "$?"; }\n${script}`], { encoding: 'utf8' });
		expect(turn()).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Wrote /) as string });
		expect(turn()).toMatchObject({ status: 0, stdout: '' });
		expect(readdirSync(join(dataDir, 'backups'))).toHaveLength(1);
	});
});
