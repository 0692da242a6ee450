// Clients at work, and one fault after the other at moments that the seed chooses → the outages that there were.
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { chanceFrom, type Chance } from '#core/simulation/chance.ts';
import { anywhere, type Fault, type Scene } from './fault.ts';
import type { Outage } from './history.ts';
import { NUMBER, Participant, type Circumstances } from './participant.ts';
import type { History, Wanted } from './request.ts';
import { Broken, type Server } from './server.ts';
import type { Store } from './store.ts';
import type { Plan } from './trial.ts';

/** In milliseconds: how long after a fault everything has to save again. */
export const RECOVERY = 20_000;

export async function underLoad(
	plan: Plan,
	history: History,
	store: Store,
	servers: readonly Server[],
	outages: Outage[],
	tell: (line: string) => void
): Promise<void> {
	const chance = chanceFrom(plan.seed);
	const now: Circumstances = { isOver: false, isHopeless: false, areConnectionsDropped: false };
	const numbers = Array.from({ length: plan.clients }, (_, at) => at + 1);
	const clients = numbers.map((number) =>
		new Participant(number, history, servers.length, chanceFrom(plan.seed * 1000 + number), now).live()
	);
	const faults = { ...anywhere, ...store.faults };
	try {
		for (let done = 1, deck: string[] = []; done <= plan.faults; done += 1) {
			if (deck.length === 0) deck = shuffled(Object.keys(faults), chance);
			const name = deck.pop() ?? '';
			await pause(200 + chance.under(800));
			const fault = faults[name];
			if (fault === undefined) throw new Error(`no fault ${name}`);
			const scene = { servers, server: chance.of(servers), chance, now };
			const outage = await befall(name, fault, scene, history);
			outages.push(outage);
			tell(`${done}/${plan.faults} ${name}: ${((outage.to - outage.from) / 1000).toFixed(1)} s`);
		}
		await pause(300);
	} catch (error) {
		now.isHopeless = true;
		throw error;
	} finally {
		now.isOver = true;
	}
	await Promise.all(clients);
}

async function befall(
	fault: string,
	{ concerns, isReadable, inject }: Fault,
	scene: Scene,
	history: History
): Promise<Outage> {
	const concerned = { one: [scene.server], all: scene.servers, nobody: [] }[concerns];
	const known = await saved('nothing', scene.server.number, history, performance.now() + RECOVERY);
	const from = performance.now();
	let isOver = false;
	const reader = isReadable ? readAlong(known, history, () => isOver) : null;
	await inject(scene).finally(() => (isOver = true));
	await reader;
	const until = performance.now() + RECOVERY;
	await Promise.all(concerned.map(({ number }) => saved(fault, number, history, until)));
	const servers = concerned.map(({ number }) => number);
	return { fault, from, to: performance.now(), servers, isReadable: isReadable ?? false };
}

/** The clients may all be waiting to save, so somebody has to look whether reading goes on. */
async function readAlong(
	{ client, server, response, key }: Wanted,
	history: History,
	isOver: () => boolean
): Promise<void> {
	while (!isOver()) {
		await history.ask({ client, server, kind: 'read', response, key });
		await pause(50);
	}
}

/** Asks until a save is acknowledged: that ends an outage. */
async function saved(fault: string, server: number, history: History, until: number): Promise<Wanted> {
	const wanted = { client: 'probe', server, kind: 'save', response: randomUUID(), key: 'k'.repeat(32) } as const;
	for (;;) {
		const { status } = await history.ask({
			...wanted,
			sent: { [NUMBER]: { value: history.entries.length, at: Date.now() } }
		});
		if (status === 200) return wanted;
		if (performance.now() > until) throw new Broken(`after "${fault}" nothing could be saved for ${RECOVERY / 1000} s`);
		await pause(25);
	}
}

function shuffled(names: readonly string[], chance: Chance): string[] {
	const left = [...names];
	return names.map(() => left.splice(chance.under(left.length), 1)[0] ?? '');
}
