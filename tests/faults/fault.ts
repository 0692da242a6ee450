// What may befall a server whatever its database is. Each leaves everything running again; the driver waits for the saving.
import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '#core/simulation/chance.ts';
import type { Circumstances } from './participant.ts';
import type { Server } from './server.ts';

export type Scene = {
	readonly servers: readonly Server[];
	/** Whose turn it is. */
	readonly server: Server;
	readonly chance: Chance;
	readonly now: Circumstances;
};

export type Fault = {
	/** Who may fail to answer meanwhile: the one whose turn it is, every one, or nobody at all. */
	readonly concerns: 'one' | 'all' | 'nobody';
	/** Reading goes on. */
	readonly isReadable?: boolean;
	readonly inject: (scene: Scene) => Promise<void>;
};

export const anywhere: Readonly<Record<string, Fault>> = {
	'kill -9': {
		concerns: 'one',
		async inject({ server }) {
			await server.kill();
			await server.start();
		}
	},
	'kill -9, again while starting': {
		concerns: 'one',
		async inject({ server, chance }) {
			await server.kill();
			server.launch();
			await pause(chance.under(1200));
			await server.kill();
			await server.start();
		}
	},
	SIGTERM: {
		concerns: 'one',
		async inject({ server }) {
			await server.stop();
			await server.start();
		}
	},
	'stalled (SIGSTOP)': {
		concerns: 'one',
		async inject({ server, chance }) {
			server.signal('SIGSTOP');
			await pause(500 + chance.under(2500));
			server.signal('SIGCONT');
		}
	},
	'connections dropped': {
		concerns: 'nobody',
		async inject({ now, chance }) {
			now.areConnectionsDropped = true;
			await pause(300 + chance.under(700));
			now.areConnectionsDropped = false;
		}
	}
};
