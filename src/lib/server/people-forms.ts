// The forms about people → their shapes. What stands in none of them is refused.
import { z } from 'zod';
import type { Fault } from './form.ts';
import { mailAddress } from './mail-address.ts';
import { passwordFault } from './passwords.ts';
import { roles } from './roles.ts';

const name = z
	.string()
	.trim()
	.min(1)
	.max(80)
	.regex(/^[^\p{Cc}\p{Cs}\p{Zl}\p{Zp}]*$/u);

const address = z.string().trim().toLowerCase().pipe(mailAddress);

/** As it comes: whether a new one will do is told in words, by `passwordFaults`. */
const password = z.string().min(1).max(1000);

const code = z.string().trim().min(1).max(40);

const id = z.uuid();

const role = z.enum(roles);

export const signInShape = z.strictObject({ address, password });

export const codeShape = z.strictObject({ code });

export const setUpShape = z.strictObject({ token: z.string().trim().min(1).max(200), name, address, password });

export const addressShape = z.strictObject({ address });

export const newPasswordShape = z.strictObject({ password });

export const joinShape = z.strictObject({ name, password });

export const nameShape = z.strictObject({ name });

export const addressChangeShape = z.strictObject({ address, password });

export const passwordChangeShape = z.strictObject({ password, newPassword: password });

export const passwordShape = z.strictObject({ password });

export const inviteShape = z.strictObject({ address, role });

export const roleShape = z.strictObject({ id, role });

export const idShape = z.strictObject({ id });

/** Nothing is sent but that the button was pressed. */
export const emptyShape = z.strictObject({});

/** What is wrong with a new password of somebody with this name and address. */
export function passwordFaults(password: string, own: readonly string[], where = 'password'): readonly Fault[] {
	const code = passwordFault(password, own);
	return code === null ? [] : [{ where, code }];
}
