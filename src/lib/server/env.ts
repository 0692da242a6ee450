// The environment → settings, each with a default that works. The only file that reads process.env.
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';

export type Env = {
	/** The origin under which people reach this server; null: only this machine does. */
	readonly publicUrl: string | null;
	readonly host: string;
	readonly port: number;
	/** Absolute; everything that is kept. */
	readonly dataDir: string;
	/** The absolute path of the database file. */
	readonly database: string;
	readonly contentDir: string;
	/** Null: made once and kept in `dataDir`. */
	readonly secret: string | null;
	/** How many proxies stand in front, each adding one address to X-Forwarded-For. */
	readonly trustedProxies: number;
};

type Source = Readonly<Record<string, string | undefined>>;

const whole = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d{1,5}$/)
		.transform(Number)
		.refine((number) => number >= least && number <= most);

const variables = z.object({
	PUBLIC_URL: z.string().refine(isOrigin).optional(),
	HOST: z.string().optional(),
	PORT: whole(0, 65535).optional(),
	DATA_DIR: z.string().optional(),
	DATABASE_URL: z
		.string()
		.regex(/^file:./)
		.optional(),
	CONTENT_DIR: z.string().optional(),
	SECRET: z.string().min(32).optional(),
	TRUSTED_PROXIES: whole(0, 10).optional()
});

/** What each variable takes, in words. */
const expected: Readonly<Record<string, string>> = {
	PUBLIC_URL: 'an address such as https://survey.example.com, without a path',
	PORT: 'a whole number from 0 to 65535',
	DATABASE_URL: 'file: and a path (PostgreSQL is not offered yet)',
	SECRET: 'at least 32 random characters',
	TRUSTED_PROXIES: 'how many proxies stand in front, from 0 to 10'
};

/** Settings from a set of variables. An empty one counts as not given. Throws `CannotStart` with every fault. */
export function readEnv(source: Source): Env {
	const given = Object.fromEntries(
		Object.keys(variables.shape).map((name) => [name, source[name]?.trim() || undefined] as const)
	);
	const parsed = variables.safeParse(given);
	if (!parsed.success) throw new CannotStart(faults(parsed.error, given));
	const set = parsed.data;
	const dataDir = resolve(set.DATA_DIR ?? 'data');
	return {
		publicUrl: set.PUBLIC_URL === undefined ? null : new URL(set.PUBLIC_URL).origin,
		host: set.HOST ?? '127.0.0.1',
		port: set.PORT ?? 3000,
		dataDir,
		database: set.DATABASE_URL === undefined ? join(dataDir, 'bellwether.db') : pathOf(set.DATABASE_URL),
		contentDir: resolve(set.CONTENT_DIR ?? 'content'),
		secret: set.SECRET ?? null,
		trustedProxies: set.TRUSTED_PROXIES ?? 0
	};
}

function faults(error: z.ZodError, given: Source): string {
	const lines = error.issues.map(({ path }) => {
		const name = String(path[0]);
		const found = name === 'SECRET' ? `${given[name]?.length} of them` : JSON.stringify(given[name]);
		return `${name}: expected ${expected[name]}, found ${found}.`;
	});
	return ['The environment has problems:', ...new Set(lines)].join('\n');
}

let settings: Env | undefined;

/** This process's settings, read at the first call. */
export const env = (): Env => (settings ??= readEnv(process.env));

/** Tells the web server's own code, which is loaded later, where it is really reached. */
export function adopt(port: number, origin: string): void {
	process.env['PORT'] = String(port);
	process.env['ORIGIN'] = origin;
	settings = undefined;
}

function isOrigin(text: string): boolean {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
	return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

function pathOf(url: string): string {
	if (url.startsWith('file://')) return fileURLToPath(url);
	return resolve(url.slice('file:'.length));
}
