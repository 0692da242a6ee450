// One who takes surveys as a browser does: numbered answers, sent until they are acknowledged, doubled, late, from two devices.
import { randomBytes, randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { emptyDraft, merge, pending, withAnswer, type Draft, type Marks } from '#core/survey/draft.ts';
import type { Chance } from '#core/simulation/chance.ts';
import type { Entry, Kind } from './history.ts';
import type { History } from './request.ts';

/** What all of them share; the driver changes it as it likes. */
export type Circumstances = {
	isOver: boolean;
	/** The servers will not come back: nobody insists on a reply. */
	isHopeless: boolean;
	areConnectionsDropped: boolean;
};

/** Text questions of the content, and one for a number. */
export const TEXTS = ['note-1', 'note-2', 'note-3', 'note-4'] as const;
export const NUMBER = 'count';

type Device = { readonly key: string; readonly skew: number; draft: Draft; acknowledged: Record<string, number> };

export class Participant {
	readonly #name: string;
	readonly #history: History;
	readonly #servers: number;
	readonly #chance: Chance;
	readonly #now: Circumstances;
	#count = 0;

	constructor(number: number, history: History, servers: number, chance: Chance, now: Circumstances) {
		this.#name = `client-${number}`;
		// Every value says who wrote it: the million is the client.
		this.#count = number * 1_000_000;
		this.#history = history;
		this.#servers = servers;
		this.#chance = chance;
		this.#now = now;
	}

	/** One response after the other, until it is over. */
	async live(): Promise<void> {
		while (!this.#now.isOver) await this.#respond(randomUUID());
	}

	async #respond(id: string): Promise<void> {
		const devices = [this.#device(randomBytes(24).toString('base64url'), 0)];
		const old: Marks[] = [];
		for (;;) {
			for (let steps = 2 + this.#chance.under(12); steps > 0 && !this.#now.isOver; steps -= 1) {
				await this.#step(id, devices, old);
				await pause(this.#chance.under(30));
			}
			// A tab that is closed for ever.
			if (this.#happens(0.1)) return;
			const owner = await this.#complete(id, devices, old);
			if (owner === null || this.#now.isOver || this.#happens(0.6)) return;
			if (this.#happens(0.2)) return void (await this.#until(id, 'erase', owner));
			await this.#until(id, 'reopen', owner);
			const [first] = devices;
			if (first === undefined) return;
			await this.#read(id, first);
			this.#answer(first);
		}
	}

	async #step(id: string, devices: Device[], old: Marks[]): Promise<void> {
		const device = this.#chance.of(devices);
		const action = this.#chance.next();
		if (action < 0.1) return this.#read(id, device);
		if (action < 0.14) return this.#resume(id, devices);
		for (let more = this.#chance.under(3); more >= 0; more -= 1) this.#answer(device);
		const sent = pending(device.draft, device.acknowledged);
		old.push(sent);
		// Closed before the reply: what was sent stays in the queue.
		if (action < 0.2) return void (await this.#ask(id, 'save', device.key, sent));
		const beside: Promise<unknown>[] = [];
		if (action < 0.3) beside.push(this.#ask(id, 'save', device.key, sent));
		if (action > 0.9) beside.push(this.#ask(id, 'save', device.key, this.#chance.of(old)));
		await Promise.all([this.#save(id, device, sent), ...beside]);
	}

	async #save(id: string, device: Device, sent: Marks): Promise<void> {
		const { status } = await this.#until(id, 'save', device.key, sent);
		if (status !== 200) return;
		for (const [question, { at }] of Object.entries(sent))
			device.acknowledged[question] = Math.max(at, device.acknowledged[question] ?? 0);
	}

	/** Gives the owner's key. The other device may be saving, and old requests may arrive after it. */
	async #complete(id: string, [device, other]: readonly Device[], old: readonly Marks[]): Promise<string | null> {
		if (device === undefined) return null;
		this.#answer(device);
		const sent = device.draft.answers;
		const beside: Promise<unknown>[] = [];
		if (this.#happens(0.3)) beside.push(this.#ask(id, 'complete', device.key, sent));
		if (other !== undefined) {
			this.#answer(other);
			beside.push(this.#ask(id, 'save', other.key, pending(other.draft, other.acknowledged)));
		}
		const { reply } = await this.#until(id, 'complete', device.key, sent);
		if (this.#happens(0.2) && old.length > 0) beside.push(this.#ask(id, 'save', device.key, this.#chance.of(old)));
		if (this.#happens(0.2)) beside.push(this.#ask(id, 'complete', device.key, sent));
		await Promise.all(beside);
		return reply.report?.replace('/r/', '') ?? null;
	}

	async #read(id: string, device: Device): Promise<void> {
		const { reply } = await this.#until(id, 'read', device.key);
		device.draft = merge(device.draft, { answers: reply.answers ?? {} });
	}

	async #resume(id: string, devices: Device[]): Promise<void> {
		const [first] = devices;
		if (first === undefined || devices.length > 1) return;
		const { reply } = await this.#until(id, 'resume', first.key);
		const key = reply.link?.split('.').at(-1);
		if (key === undefined) return;
		// Its clock may go wrong.
		const second = this.#device(key, this.#chance.under(8000) - 4000);
		await this.#read(id, second);
		devices.push(second);
	}

	#device(key: string, skew: number): Device {
		return { key, skew, draft: emptyDraft, acknowledged: {} };
	}

	#answer(device: Device): void {
		this.#count += 1;
		const question = this.#chance.of([...TEXTS, NUMBER]);
		const value = this.#happens(0.05) ? null : question === NUMBER ? this.#count : `${this.#name} wrote ${this.#count}`;
		device.draft = withAnswer(device.draft, question, value, Date.now() + device.skew);
	}

	/** Again and again with the same content, until somebody has replied to it. */
	async #until(id: string, kind: Kind, key: string, sent?: Marks): Promise<Entry> {
		for (;;) {
			const entry = await this.#ask(id, kind, key, sent);
			const isAnswered = entry.status !== 0 && entry.status < 500 && entry.status !== 429;
			if (isAnswered || this.#now.isHopeless) return entry;
			await pause(50 + this.#chance.under(250));
		}
	}

	#ask(response: string, kind: Kind, key: string, sent?: Marks): Promise<Entry> {
		const isDropped = this.#happens(this.#now.areConnectionsDropped ? 0.6 : 0.01);
		return this.#history.ask({
			client: this.#name,
			server: this.#chance.under(this.#servers),
			kind,
			response,
			key,
			sent,
			...(isDropped ? { dropAfter: this.#chance.under(12) } : {})
		});
	}

	#happens(share: number): boolean {
		return this.#chance.next() < share;
	}
}
