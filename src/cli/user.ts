// `bellwether user`: who may work in the studio; links let people in, and no password is ever printed.
import { line } from '#core/problem.ts';
import { database } from '#lib/server/database/database.ts';
import { env } from '#lib/server/env.ts';
import { wrong } from '#lib/server/input.ts';
import { invitationPath } from '#lib/server/invitation-rows.ts';
import { invite } from '#lib/server/invitations.ts';
import { mailAddress } from '#lib/server/mail-address.ts';
import { disable, dropSecondFactor } from '#lib/server/membership.ts';
import { allPeople, personAt } from '#lib/server/people.ts';
import { recoveryPath } from '#lib/server/recovery.ts';
import { isRole, roles } from '#lib/server/roles.ts';
import { fail, usage } from './output.ts';
import { stored } from './stored.ts';

export type AddOptions = { readonly role: string };
export type ListUsersOptions = { readonly json?: boolean };
export type ResetOptions = { readonly dropSecondFactor?: boolean };

export async function addUser(typed: string, { role }: AddOptions): Promise<void> {
	const address = addressIn(typed);
	if (!isRole(role)) usage(`--role takes ${roles.join(', ')}, and "${role}" is none.`);
	const id = await stored(() => invite('command', { address, role }));
	if (id === null) refused(wrong('known-person', address, 'an address that nobody has', 'one that somebody has', SEE));
	process.stdout.write(`${linkTo(invitationPath(id))}\nWhoever opens it within seven days joins as ${role}.\n`);
}

export async function listUsers({ json = false }: ListUsersOptions): Promise<void> {
	const people = await stored(async () => allPeople(await database()));
	const rows = people.map(({ id, name, email, role, twoFactorEnabled, disabledAt, createdAt }) => ({
		id,
		name,
		email,
		role,
		secondFactor: twoFactorEnabled === 1,
		disabledAt,
		createdAt
	}));
	if (json) process.stdout.write(`${JSON.stringify(rows)}\n`);
	else for (const row of rows) process.stdout.write(`${[row.email, row.role, state(row), row.name].join('  ')}\n`);
}

export async function disableUser(typed: string): Promise<void> {
	const address = addressIn(typed);
	const result = await stored(async () => {
		const person = await personAt(await database(), address);
		return person === undefined ? 'unknown' : disable('command', person.id);
	});
	if (result === 'unknown') unknown(address);
	if (result === 'last-owner')
		refused(wrong('last-owner', address, 'another owner besides', 'the only one', 'Add another owner first.'));
	process.stdout.write(`${address} can no longer sign in.\n`);
}

export async function resetPassword(typed: string, { dropSecondFactor: drops = false }: ResetOptions): Promise<void> {
	const address = addressIn(typed);
	const path = await stored(async () => {
		const person = drops ? await personAt(await database(), address) : undefined;
		if (person !== undefined) await dropSecondFactor('command', person.id);
		return recoveryPath(address, 'command');
	});
	if (path === null) unknown(address);
	process.stdout.write(`${linkTo(path)}\nWhoever opens it within an hour chooses the password of ${address}.\n`);
}

const SEE = 'See bellwether user list.';

function addressIn(typed: string): string {
	const read = mailAddress.safeParse(typed.trim().toLowerCase());
	return read.success ? read.data : usage(`"${typed}" is not a mail address.`);
}

const state = ({ secondFactor, disabledAt }: { readonly secondFactor: boolean; readonly disabledAt: string | null }) =>
	disabledAt !== null ? 'disabled' : secondFactor ? 'second factor' : 'password only';

const linkTo = (path: string): string => new URL(path, env().publicUrl ?? `http://localhost:${env().port}`).href;

function refused(problem: ReturnType<typeof wrong>): never {
	process.stderr.write(`${line(problem)}\n`);
	fail();
}

function unknown(address: string): never {
	refused(wrong('unknown-person', address, 'an address that somebody signs in with', 'one that nobody has', SEE));
}
