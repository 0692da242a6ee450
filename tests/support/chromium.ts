// The system's Chromium for browser tests: found, started without a sandbox where we are root, closed by the caller.
import { chromium, type Browser } from '@playwright/test';
import { existsSync } from 'node:fs';

const flags = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync'
];

/** `more` are further flags of Chromium's, `without` those of Playwright's to leave out. CHROMIUM_PATH, then Debian's, then the one that Playwright installed itself. The profile is new and empty. */
export function launchChromium(more: readonly string[] = [], without: readonly string[] = []): Promise<Browser> {
	const executablePath = [process.env['CHROMIUM_PATH'], '/usr/bin/chromium'].find((path) => path && existsSync(path));
	return chromium.launch({
		args: [...flags, ...more],
		ignoreDefaultArgs: [...without],
		...(executablePath ? { executablePath } : {})
	});
}
