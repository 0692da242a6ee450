// Answers saved while the one thread that prints has its hands full, beside answers saved while nothing is printed.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as until } from 'node:timers/promises';
import { flagship } from '../support/flagship.ts';
import { startServer } from '../support/server.ts';
import { compared, milliseconds, type Figure } from './figure.ts';
import { journey } from './responses.ts';
import { quantile, ratio, rounds } from './rounds.ts';
import { servedReport } from './served-report.ts';

const ROUNDS = 3;
const PDFS = 20;

/** Milliseconds between two saves, whether or not the last one is answered yet. */
const PACE = 20;

/** Saves when nothing is printed. */
const QUIET = 300;

export async function measurePrinting(): Promise<readonly Figure[]> {
	const app = await startServer();
	const agent = new Agent({ keepAlive: true });
	try {
		const save = saver(app.url, agent);
		const found = await rounds(ROUNDS, {
			quiet: () => slowest(save, (done) => done >= QUIET),
			printing: async () => {
				// Nobody has asked for these before: a PDF that is kept would cost nothing.
				const reports: string[] = [];
				while (reports.length < PDFS) reports.push(await servedReport(app.url));
				let isDone = false;
				const made = Promise.all(reports.map(pdf)).finally(() => (isDone = true));
				const slow = await slowest(save, () => isDone);
				await made;
				return slow;
			}
		});
		return [
			compared({
				name: `a save while ${PDFS} PDFs are printed, p99 | while none is`,
				unit: milliseconds,
				ours: found.printing,
				peer: found.quiet,
				ratio: ratio(found.printing, found.quiet),
				limit: { at: 'most', ratio: 2 }
			})
		];
	} finally {
		agent.destroy();
		await app.stop();
	}
}

async function pdf(report: string): Promise<void> {
	const reply = await fetch(`${report}/report.pdf`);
	if (!reply.ok) throw new Error(`${reply.status} instead of a PDF`);
	await reply.arrayBuffer();
}

/**
 * The p99 in milliseconds of saves at a steady pace. Each is timed from the moment that it was due: a server that stands
 * still makes late what was to be saved meanwhile, and that counts.
 */
async function slowest(save: (turn: number) => Promise<void>, isEnough: (done: number) => boolean): Promise<number> {
	const start = performance.now();
	const times: Promise<number>[] = [];
	while (!isEnough(times.length)) {
		const due = start + times.length * PACE;
		const early = due - performance.now();
		if (early > 0) await until(early);
		times.push(save(times.length).then(() => performance.now() - due));
	}
	return quantile(await Promise.all(times), 0.99);
}

/** Saves one answer of one of many participants, as their browsers do. */
function saver(app: string, agent: Agent): (turn: number) => Promise<void> {
	const people = Array.from({ length: 50 }, () => ({ id: randomUUID(), key: randomUUID() }));
	const answers = Object.entries(journey);
	return (turn) => {
		const { id, key } = people[turn % people.length] ?? { id: '', key: '' };
		const [question, value] = answers[turn % answers.length] ?? ['', null];
		const { id: instrument, version } = flagship;
		const body = JSON.stringify({ instrument, version, answers: { [question]: { value, at: Date.now() } } });
		return new Promise((resolve, reject) => {
			const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
			const sent = request(`${app}/api/v1/responses/${id}`, { method: 'PUT', agent, headers }, (reply) => {
				reply.resume().on('error', reject);
				reply.on('end', () =>
					reply.statusCode === 200 ? resolve() : reject(new Error(`a save was answered by ${reply.statusCode}`))
				);
			});
			sent.on('error', reject).end(body);
		});
	};
}
