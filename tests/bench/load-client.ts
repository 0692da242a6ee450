// A process of its own that does what many browsers do, and tells its parent how long each of it took.
import { randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as until } from 'node:timers/promises';
import type { Value } from '#core/instrument/value.ts';
import type { Job, Told } from './load-job.ts';
import { quantile } from './rounds.ts';

type Person = {
	readonly id: string;
	readonly key: string;
	readonly address: string;
	turn: number;
	saved: Map<string, number>;
};
type Reply = { readonly status: number; readonly text: string };

const job = JSON.parse(process.argv[2] ?? '') as Job;
const agent = new Agent({ keepAlive: true, maxSockets: job.connections });
const questions: readonly (readonly [string, Value])[] = Object.entries(job.answers);
const counts = { done: 0, refused: 0, lost: 0 };
const times: number[] = [];
let people = 0;

/** Everybody sits behind an address of their own, as the proxy in front would say. */
const person = (): Person => {
	people += 1;
	const address = `10.${(people >> 16) & 255}.${(people >> 8) & 255}.${people & 255}`;
	return { id: randomUUID(), key: randomUUID(), address, turn: 0, saved: new Map() };
};

function send(method: string, url: string, { key, address }: Person, body?: unknown): Promise<Reply> {
	const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json', 'x-forwarded-for': address };
	return new Promise((resolve, reject) => {
		const sent = request(url, { method, agent, headers }, (reply) => {
			let text = '';
			reply.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
			reply.on('end', () => resolve({ status: reply.statusCode ?? 0, text })).on('error', reject);
		});
		sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
	});
}

const bodyOf = (answers: readonly (readonly [string, Value])[], at: number) => ({
	...job.about,
	answers: Object.fromEntries(answers.map(([question, value]) => [question, { value, at }]))
});

const server = (turn: number): string => job.urls[turn % job.urls.length] ?? '';

/** One answer of one participant, through whichever server the turn comes to. */
async function save(who: Person): Promise<Reply> {
	const [question, value] = questions[who.turn % questions.length] ?? ['', ''];
	who.turn += 1;
	const at = Date.now();
	const id = job.work === 'nothing' ? `no-${who.id}` : who.id;
	const reply = await send('PUT', `${server(who.turn)}/api/v1/responses/${id}`, who, bodyOf([[question, value]], at));
	if (reply.status === 200) who.saved.set(question, at);
	return reply;
}

/** Everything that was acknowledged to somebody is asked for again, from whichever server comes next. */
async function readBack(who: Person): Promise<void> {
	if (who.saved.size === 0) return;
	const { text } = await send('GET', `${server(who.turn + 1)}/api/v1/responses/${who.id}`, who);
	const { answers = {} } = JSON.parse(text) as { answers?: Record<string, { at: number } | undefined> };
	for (const [question, at] of who.saved) if ((answers[question]?.at ?? 0) < at) counts.lost += 1;
}

const complete = (who: Person): Promise<Reply> =>
	send('POST', `${server(who.turn)}/api/v1/responses/${who.id}/complete`, who, bodyOf(questions, Date.now()));

async function timed(due: number, work: Promise<Reply>): Promise<void> {
	const { status } = await work;
	times.push(performance.now() - due);
	counts.done += 1;
	if (status !== (job.work === 'nothing' ? 422 : 200)) counts.refused += 1;
}

/** As fast as it goes: each connection sends the next once the last is answered. */
async function closed(): Promise<void> {
	const end = performance.now() + job.seconds * 1000;
	const one = async (): Promise<void> => {
		let who = person();
		while (performance.now() < end) {
			if (who.turn >= 60) {
				await readBack(who);
				who = person();
			}
			await timed(performance.now(), save(who));
		}
		await readBack(who);
	};
	await Promise.all(Array.from({ length: job.connections }, one));
}

/** At a steady rate, each timed from the moment it was due: a server that stands still is not let off. */
async function paced(saves: number, completions: number): Promise<void> {
	const crowd = Array.from({ length: 400 }, person);
	const start = performance.now();
	const under: Promise<void>[] = [];
	const every = saves + completions;
	for (let turn = 0; turn < every * job.seconds; turn += 1) {
		const due = start + (turn * 1000) / every;
		const early = due - performance.now();
		if (early > 1) await until(early);
		const at = turn % crowd.length;
		const who = crowd[at] ?? person();
		const isLast = Math.floor((turn * completions) / every) !== Math.floor(((turn + 1) * completions) / every);
		if (isLast) crowd[at] = person();
		under.push(timed(due, isLast ? complete(who) : save(who)));
	}
	await Promise.all(under);
}

const began = performance.now();
await (job.rates ? paced(job.rates.saves, job.rates.completions) : closed());
const seconds = (performance.now() - began) / 1000;
agent.destroy();
const told: Told = {
	...counts,
	seconds,
	median: quantile(times, 0.5),
	p99: quantile(times, 0.99),
	slowest: times.reduce((most, time) => Math.max(most, time), 0)
};
process.stdout.write(JSON.stringify(told));
