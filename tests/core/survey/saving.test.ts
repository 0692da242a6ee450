import { describe, expect, it } from 'vitest';
import { person, Shelf } from './person.ts';
import { branching } from './questionnaires.ts';

describe('saving', () => {
	it('gathers answers for a moment and sends them together', async () => {
		const server = new Shelf();
		const somebody = person(branching, {}, server);
		expect(somebody.saving).toBe('clean');
		somebody.answers('role', 'seller', 5).answers('qualify', 'agree', 6);
		expect(somebody.saving).toBe('dirty');
		await somebody.waits(100);
		expect(server.batches).toEqual([{ role: { value: 'seller', at: 5 }, qualify: { value: 'agree', at: 6 } }]);
		expect(somebody.saving).toBe('clean');
	});

	it('sends what was answered while it was sending', async () => {
		const server = new Shelf();
		const somebody = person(branching, {}, server).answers('role', 'seller', 5);
		const sent = somebody.waits(100);
		somebody.answers('role', 'leader', 6);
		await sent;
		expect(somebody.unsaved).toEqual(['role']);
		await somebody.waits(100);
		expect(server.held['role']).toEqual({ value: 'leader', at: 6 });
		expect(somebody.saving).toBe('clean');
	});

	it('waits longer after each failure and loses nothing', async () => {
		const server = new Shelf();
		server.down = true;
		const somebody = await person(branching, {}, server).answers('role', 'seller', 5).waits(100);
		expect(somebody.saving).toBe('waiting');
		await somebody.waits(1000);
		expect(somebody.saving).toBe('waiting');
		server.down = false;
		await somebody.waits(4999);
		expect(server.held).toEqual({});
		await somebody.waits(1);
		expect(server.held).toEqual({ role: { value: 'seller', at: 5 } });
		expect(somebody.saving).toBe('clean');
	});

	it('leaves a server in peace for as long as it asks, and no longer', async () => {
		const server = new Shelf();
		server.peace = 20_000;
		const somebody = await person(branching, {}, server).answers('role', 'seller', 5).waits(100);
		server.peace = 0;
		await somebody.waits(19_999);
		expect(server.held).toEqual({});
		await somebody.waits(1);
		expect(server.held).toEqual({ role: { value: 'seller', at: 5 } });
	});

	it('tries the last step again by itself, waiting longer after each failure', async () => {
		const server = new Shelf();
		server.down = true;
		const somebody = person(branching, {}, server).goesTo('firm').answers('size', 'small', 5).does('continue');
		await somebody.waits();
		expect(somebody.stands).toBe('firm (failed)');
		await somebody.waits(1000);
		server.down = false;
		await somebody.waits(4999);
		expect(somebody.report).toBeNull();
		await somebody.waits(1);
		expect(somebody.report).toBe('/r/key');
	});

	it('keeps answers while offline and sends them when the connection is back', async () => {
		const server = new Shelf();
		const somebody = await person(branching, {}, server).does('offline').answers('role', 'seller', 5).waits(60_000);
		expect(server.batches).toEqual([]);
		expect(somebody.saving).toBe('dirty');
		await somebody.does('online').waits();
		expect(server.held).toEqual({ role: { value: 'seller', at: 5 } });
	});

	it('does not wait out a pause when the connection comes back', async () => {
		const server = new Shelf();
		server.down = true;
		const somebody = await person(branching, {}, server).answers('role', 'seller', 5).waits(100);
		server.down = false;
		await somebody.does('offline', 'online').waits();
		expect(somebody.saving).toBe('clean');
	});

	it('fetches the report when the response turns out to be completed', async () => {
		const server = new Shelf();
		server.completed = true;
		const somebody = await person(branching, {}, server).answers('role', 'seller', 5).waits(100);
		expect(somebody.report).toBe('/r/key');
	});

	it('sends an answer that was taken back as null', async () => {
		const server = new Shelf();
		await person(branching, {}, server).answers('qualify', 'agree', 5).answers('qualify', null, 6).waits(100);
		expect(server.held).toEqual({ qualify: { value: null, at: 6 } });
	});

	it('sends what an earlier visit left on this device', async () => {
		const server = new Shelf();
		await person(branching, { draft: { answers: { role: { value: 'seller', at: 5 } } } }, server).waits(100);
		expect(server.held).toEqual({ role: { value: 'seller', at: 5 } });
	});

	it('gives an answer a later time than all before, whatever the clock says', () => {
		const somebody = person(branching).answers('role', 'seller', 500).answers('qualify', 'agree', 20);
		expect(somebody.draft.answers['qualify']?.at).toBe(501);
	});
});
