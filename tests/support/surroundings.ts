// A built server with everything around it that a whole journey meets: a browser, a mail server, a receiver, another site.
import type { Browser, BrowserContext, Page } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Webhook } from 'standardwebhooks';
import { expect } from 'vitest';
import { connect } from '#lib/server/database/connect.ts';
import { launchChromium } from './chromium.ts';
import { HostSite } from './host-site.ts';
import { Receiver } from './receiver.ts';
import { freePort, startServer, type Running } from './server.ts';
import { MailServer } from './smtp.ts';

/** A message of a webhook, as far as a journey looks at it. */
export type Told = {
	readonly type: string;
	readonly data: {
		readonly response: {
			readonly id: string;
			readonly test: boolean;
			readonly source: Readonly<Record<string, string>>;
		};
		readonly result: { readonly headline: { readonly text: string } | null };
		readonly lead: { readonly email: string; readonly consents: readonly { readonly text: string }[] };
	};
};

export class Surroundings {
	/** What pages threw, and answers that were a fault of ours. */
	readonly wrong: string[] = [];
	private constructor(
		readonly server: Running,
		readonly mails: MailServer,
		readonly receiver: Receiver,
		readonly site: HostSite,
		readonly browser: Browser,
		readonly folder: string
	) {}

	static async start(): Promise<Surroundings> {
		const folder = mkdtempSync(join(tmpdir(), 'bellwether-journey-'));
		const [site, mails, receiver] = await Promise.all([
			HostSite.start(),
			new MailServer().start(),
			new Receiver().start()
		]);
		const port = String(await freePort());
		const server = await startServer({
			DATA_DIR: folder,
			PORT: port,
			PUBLIC_URL: `http://127.0.0.1:${port}`,
			SMTP_URL: mails.url,
			EGRESS_ALLOW: receiver.host
		});
		return new Surroundings(server, mails, receiver, site, await launchChromium(), folder);
	}

	async stop(): Promise<void> {
		await this.browser.close();
		await this.server.stop();
		this.site.stop();
		await Promise.all([this.mails.stop(), this.receiver.stop()]);
		rmSync(this.folder, { recursive: true, force: true });
	}

	/** A page in a browser of somebody's own, at this address if one is given. */
	async opened(address?: string): Promise<Page> {
		const context: BrowserContext = await this.browser.newContext({
			baseURL: this.server.url,
			viewport: { width: 1280, height: 900 },
			reducedMotion: 'reduce'
		});
		context.on('weberror', (error) => this.wrong.push(error.error().message));
		context.on('response', (response) => {
			if (response.status() >= 500) this.wrong.push(`${response.status()} ${response.url()}`);
		});
		const page = await context.newPage();
		if (address) await page.goto(address);
		return page;
	}

	/** Waits until so many mails have come to an address; gives what they say, subjects first. */
	async mailsTo(address: string, count: number): Promise<readonly string[]> {
		const found = () => this.mails.mails.filter(({ to }) => to.includes(address));
		await expect.poll(() => found().length, { timeout: 20_000 }).toBe(count);
		return found().map(({ email: { subject = '', text = '' } }) => `${subject}\n${text}`);
	}

	/** The link in a mail that leads to such a path. */
	linkIn(mail: string | undefined, path: string): string {
		const link = mail?.split(/\s/).find((word) => word.startsWith(this.server.url + path));
		if (link === undefined) throw new Error(`there is no link to ${path} in: ${mail}`);
		return link;
	}

	/** What the receiver was told, once the reference library has checked each signature. */
	told(secret: string): readonly Told[] {
		return this.receiver.received.map(({ body, headers }) => new Webhook(secret).verify(body, headers) as Told);
	}

	/** How often pages of campaigns were seen, as far as that is written. */
	async seen(): Promise<number> {
		const file = pathToFileURL(join(this.folder, 'bellwether.db'));
		const { db, close } = await connect(file.href, { alone: false });
		try {
			const rows = await db.selectFrom('visits').select('seen').execute();
			return rows.reduce((sum, { seen }) => sum + seen, 0);
		} finally {
			await close();
		}
	}
}
