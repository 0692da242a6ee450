// The environment → settings, each with a default that works. The only file that reads process.env.
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { CannotStart } from './cannot-start.ts';
import { mailAddress } from './mail-address.ts';

export type Env = {
	/** The origin under which people reach this server; null: only this machine does. */
	readonly publicUrl: string | null;
	readonly host: string;
	readonly port: number;
	/** Absolute; everything that is kept. */
	readonly dataDir: string;
	/** `file:///…`, absolute, or `postgres://…` with what is needed to sign in. */
	readonly database: string;
	readonly contentDir: string;
	/** Null: made once and kept in `dataDir`. */
	readonly secret: string | null;
	/** How many proxies stand in front, each adding one address to X-Forwarded-For. */
	readonly trustedProxies: number;
	/** Who takes our mail, with what is needed to sign in; null: it waits. */
	readonly smtpUrl: string | null;
	/** Whom our mail comes from. */
	readonly mailFrom: Sender;
	/** Receivers of webhooks in the operator's own network, as `host:port`; all others have to be public. */
	readonly egressAllow: readonly string[];
};

export type Sender = { readonly name: string; readonly address: string };

type Source = Readonly<Record<string, string | undefined>>;

const whole = (least: number, most: number) =>
	z
		.string()
		.regex(/^\d{1,5}$/)
		.transform(Number)
		.refine((number) => number >= least && number <= most);

const sender = z.object({ name: z.string().regex(/^[^\p{Cc}<>]*$/u), address: mailAddress });

const variables = z.object({
	PUBLIC_URL: z.string().refine(isOrigin).optional(),
	HOST: z.string().optional(),
	PORT: whole(0, 65535).optional(),
	DATA_DIR: z.string().optional(),
	DATABASE_URL: z
		.string()
		.regex(/^(file:.|postgres(ql)?:\/\/.)/)
		.optional(),
	CONTENT_DIR: z.string().optional(),
	SECRET: z.string().min(32).optional(),
	TRUSTED_PROXIES: whole(0, 10).optional(),
	SMTP_URL: z
		.url({ protocol: /^smtps?$/ })
		.refine((text) => URL.canParse(text) && new URL(text).hostname !== '')
		.optional(),
	MAIL_FROM: z.string().transform(senderOf).pipe(sender).optional(),
	EGRESS_ALLOW: z
		.string()
		.transform((text) => text.split(',').map((part) => part.trim().toLowerCase()))
		.pipe(z.array(z.string().regex(/^([a-z0-9_.-]+|\[[0-9a-f:]+\]):\d{1,5}$/)))
		.optional()
});

/** Every variable that is read. */
export const variableNames: readonly string[] = Object.keys(variables.shape);

/** What each variable takes, in words. */
const expected: Readonly<Record<string, string>> = {
	PUBLIC_URL: 'an address such as https://survey.example.com, without a path',
	PORT: 'a whole number from 0 to 65535',
	DATABASE_URL: 'file: and a path, or postgres://user:password@host/name',
	SECRET: 'at least 32 random characters',
	TRUSTED_PROXIES: 'how many proxies stand in front, from 0 to 10',
	SMTP_URL: 'smtp://user:password@host:587, or smtps:// for TLS from the first byte',
	MAIL_FROM: 'an address such as survey@example.com, or Name <survey@example.com>',
	EGRESS_ALLOW: 'host:port pairs with commas between, such as crm.internal:8080'
};

/** Settings from a set of variables. An empty one counts as not given. Throws `CannotStart` with every fault. */
export function readEnv(source: Source): Env {
	const given = Object.fromEntries(variableNames.map((name) => [name, source[name]?.trim() || undefined] as const));
	const parsed = variables.safeParse(given);
	if (!parsed.success) throw new CannotStart(faults(parsed.error, given));
	const set = parsed.data;
	const dataDir = resolve(set.DATA_DIR ?? 'data');
	const publicUrl = set.PUBLIC_URL === undefined ? null : new URL(set.PUBLIC_URL);
	return {
		publicUrl: publicUrl?.origin ?? null,
		host: set.HOST ?? '127.0.0.1',
		port: set.PORT ?? 3000,
		dataDir,
		database: databaseOf(set.DATABASE_URL ?? `file:${join(dataDir, 'bellwether.db')}`),
		contentDir: resolve(set.CONTENT_DIR ?? 'content'),
		secret: set.SECRET ?? null,
		trustedProxies: set.TRUSTED_PROXIES ?? 0,
		smtpUrl: set.SMTP_URL ?? null,
		mailFrom: set.MAIL_FROM ?? { name: '', address: `no-reply@${publicUrl?.hostname ?? 'localhost'}` },
		egressAllow: set.EGRESS_ALLOW ?? []
	};
}

function faults(error: z.ZodError, given: Source): string {
	const lines = error.issues.map(({ path }) => {
		const name = String(path[0]);
		const found = foundIn(name, given[name] ?? '');
		return `${name}: expected ${expected[name]}, found ${found}.`;
	});
	return ['The environment has problems:', ...new Set(lines)].join('\n');
}

/** What was found, without what must not be read in a log. */
function foundIn(name: string, text: string): string {
	if (name === 'SECRET') return `${text.length} of them`;
	return JSON.stringify(name.endsWith('_URL') ? text.replace(/^(\w+:\/\/)?.*@/s, '$1…@') : text);
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

/** From here on everything is kept elsewhere; `database` null: in a file of that folder. */
export function settleIn(dataDir: string, database: string | null): void {
	process.env['DATA_DIR'] = dataDir;
	process.env['DATABASE_URL'] = database ?? '';
	settings = undefined;
}

function isOrigin(text: string): boolean {
	const url = URL.canParse(text) ? new URL(text) : null;
	if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) return false;
	return url.pathname === '/' && url.search === '' && url.hash === '' && url.username === '';
}

/** `Name <address>`, or an address alone. */
function senderOf(text: string): Sender {
	const [, name = '', address = text] = /^(.*?)\s*<(.*)>$/s.exec(text) ?? [];
	return { name: name.replace(/^"(.*)"$/s, '$1'), address };
}

function databaseOf(url: string): string {
	if (!url.startsWith('file:') || url.startsWith('file://')) return url;
	return pathToFileURL(resolve(url.slice('file:'.length))).href;
}
