// The survey in a page of another site, beside the survey's own page: what it adds, what it moves, and how soon it can be answered.
import type { Browser } from '@playwright/test';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { campaignIn } from '../support/campaign-in.ts';
import { launchChromium } from '../support/chromium.ts';
import { startServer } from '../support/server.ts';
import { openEmbedded } from './embed-opening.ts';
import { shiftsIn } from './embed-shifts.ts';
import { compared, milliseconds, sized, told, type Figure } from './figure.ts';
import { openFirst } from './first-question.ts';
import { ratio, rounds, sample } from './rounds.ts';
import { serveFiles } from './static-server.ts';

const ROUNDS = 7;

/** Below 2 KB. */
const MOST = 2047;

export async function measureEmbed(): Promise<readonly Figure[]> {
	const data = mkdtempSync(join(tmpdir(), 'bellwether-embed-'));
	const app = await startServer({ DATA_DIR: data });
	const host = await serveFiles({ '/': hostPage(app.url) });
	const browser = await launchChromium();
	try {
		await campaignIn(join(data, 'bellwether.db'), 'spring', { settings: { sites: [new URL(host.url).origin] } });
		return [
			...(await Promise.all(['br', 'gzip'].map((encoding) => added(app.url, encoding)))),
			await moved(browser, host.url),
			...(await firstQuestion(browser, `${app.url}/c/spring/survey`, host.url))
		];
	} finally {
		await browser.close();
		host.stop();
		await app.stop();
		rmSync(data, { recursive: true, force: true });
	}
}

const hostPage = (app: string): string =>
	`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>A page</title><h1>A page</h1><p>What stands above.</p>
<script src="${app}/embed.js" async></script>
<bellwether-survey instrument="sales-velocity" campaign="spring" style="display: block; min-height: 100svh"></bellwether-survey>
<p>What stands below.</p><p style="height: 90rem">And more.</p></html>`;

async function added(app: string, encoding: string): Promise<Figure> {
	const reply = await fetch(`${app}/embed.js`, { headers: { 'accept-encoding': encoding } });
	const bytes = Number(reply.headers.get('content-length'));
	if (reply.headers.get('content-encoding') !== encoding || !(bytes > 0)) throw new Error(`not sent as ${encoding}`);
	return sized(`embed.js, ${encoding}`, bytes, MOST);
}

async function moved(browser: Browser, host: string): Promise<Figure> {
	const most = Math.max(await shiftsIn(browser, host, 360), await shiftsIn(browser, host, 1280));
	return {
		name: 'layout shift of the host page, three sections',
		ours: most.toFixed(2),
		peer: '',
		ratio: '',
		limit: '0.00',
		verdict: most.toFixed(2) === '0.00' ? 'ok' : 'MISSED'
	};
}

/** From when the host page asks for the script, as from when somebody opens the survey's own page. */
async function firstQuestion(browser: Browser, own: string, host: string): Promise<readonly Figure[]> {
	const fromHost: number[] = [];
	const { ours, peer } = await rounds(ROUNDS, {
		ours: async () => {
			const opening = await openEmbedded(browser, host);
			fromHost.push(opening.fromPage);
			return opening.fromScript;
		},
		peer: async () => (await openFirst(browser, own)).answered
	});
	const name = 'first question answered in the frame | on its own page';
	const limit = { at: 'most', ratio: 1.15 } as const;
	return [
		compared({ name, unit: milliseconds, ours, peer, ratio: ratio(ours, peer), limit }),
		told('the same from the start of the host page', milliseconds, sample(fromHost.slice(1)), null)
	];
}
