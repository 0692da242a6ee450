// Who is signed in, as every part of the studio knows them.
import { error } from '@sveltejs/kit';
import type { Role } from './roles.ts';

export type Person = {
	readonly id: string;
	readonly name: string;
	readonly address: string;
	readonly role: Role;
	/** The id of the session that this request belongs to. */
	readonly session: string;
};

/** Whoever the edge has let in; where it let nobody in, there is nothing here. */
export const personIn = ({ person }: App.Locals): Person => person ?? error(404);
