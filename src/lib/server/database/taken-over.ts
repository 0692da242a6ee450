// A database that nobody else may open, until it is let go.
import type { Connection } from './connection.ts';

export type Takeover = {
	/** What stands there now, to be looked at; null: nothing, or nothing that can be read. */
	readonly found: Connection | null;
	/** Something stands there that cannot be read. */
	readonly isBroken: boolean;
	/** A folder that a new file is best made in. */
	readonly folder: string | null;
	/**
	 * Puts what a database file holds in the place of what is there, whole or not at all. `name` tells a file that was
	 * replaced from others. Gives where the old one lies now; null: nowhere.
	 */
	readonly replace: (file: string, name: string | null) => Promise<string | null>;
	readonly release: () => Promise<void>;
};
