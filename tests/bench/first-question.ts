// The address of a survey → when its first question could be answered, and how many bytes that took.
import type { Browser, Frame, Page } from '@playwright/test';
import { slowPage, type Slow } from './chromium.ts';

export type Opening = {
	/** Milliseconds from the start of the navigation until a click on the first radio was painted. */
	readonly answered: number;
	/** Bytes over the net until it was quiet, headers included, without fonts. */
	readonly bytes: number;
	/** Of these, the page itself. */
	readonly document: number;
	readonly fonts: number;
};

/** Runs in the page before anything else: clicks the first radio as soon as it has been painted. */
export function answerFirst(): void {
	const channel = new MessageChannel();
	const painted = (then: () => void): void => {
		requestAnimationFrame(() => {
			channel.port1.onmessage = then;
			channel.port2.postMessage(null);
		});
	};
	const look = (): void => {
		const radio = document.querySelector<HTMLInputElement>('input[type=radio]');
		const box = radio && (radio.closest('label') ?? radio).getBoundingClientRect();
		if (!radio || !box || box.height === 0) {
			requestAnimationFrame(look);
			return;
		}
		painted(() => {
			radio.click();
			painted(() => Object.assign(globalThis, { answeredAt: performance.now() }));
		});
	};
	requestAnimationFrame(look);
}

export async function openFirst(browser: Browser, url: string): Promise<Opening> {
	const slow = await slowPage(browser);
	try {
		const traffic = await counting(slow);
		await slow.page.addInitScript(answerFirst);
		await slow.page.goto(url, { waitUntil: 'commit' });
		const when = await slow.page.waitForFunction(() => (globalThis as { answeredAt?: number }).answeredAt);
		const answered = (await when.jsonValue()) ?? NaN;
		await slow.page.waitForLoadState('networkidle');
		if (!(await isKept(slow.page))) throw new Error(`${url} did not keep the click`);
		return { answered, ...traffic() };
	} finally {
		await slow.context.close();
	}
}

/** The first radio is chosen; where a program holds the answers, it has it. */
export function isKept(page: Page | Frame): Promise<boolean> {
	return page.evaluate(() => {
		const { keptAnswers } = globalThis as { keptAnswers?: () => number };
		return (
			document.querySelector<HTMLInputElement>('input[type=radio]')?.checked === true &&
			(keptAnswers === undefined || keptAnswers() === 1)
		);
	});
}

/** What is fetched, that is, everything but the answers that are sent. */
async function counting({ devtools }: Slow): Promise<() => Omit<Opening, 'answered'>> {
	const kinds = new Map<string, 'document' | 'font' | 'other'>();
	const total = { document: 0, font: 0, other: 0 };
	devtools.on('Network.requestWillBeSent', ({ requestId, request, type }) => {
		if (request.method === 'GET')
			kinds.set(requestId, type === 'Font' ? 'font' : type === 'Document' ? 'document' : 'other');
	});
	devtools.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
		const kind = kinds.get(requestId);
		if (kind) total[kind] += encodedDataLength;
	});
	await devtools.send('Network.enable');
	return () => ({ bytes: total.document + total.other, document: total.document, fonts: total.font });
}
