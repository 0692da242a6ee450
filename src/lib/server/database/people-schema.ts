// The tables of people who sign in, as Kysely sees them: see schema.ts.
import type { Role } from '../roles.ts';

/** Somebody who signs in. Columns of these five tables are named as better-auth names them. */
export type UserRow = {
	readonly id: string;
	readonly name: string;
	/** In lower case. */
	readonly email: string;
	readonly emailVerified: 0 | 1;
	readonly image: string | null;
	readonly role: Role;
	readonly twoFactorEnabled: 0 | 1 | null;
	/** Since when this person may not sign in. */
	readonly disabledAt: string | null;
	readonly createdAt: string;
	readonly updatedAt: string;
};

export type SessionRow = {
	readonly id: string;
	readonly userId: string;
	/** SHA-256 of what the cookie holds. */
	readonly token: string;
	readonly expiresAt: string;
	readonly ipAddress: string | null;
	readonly userAgent: string | null;
	readonly createdAt: string;
	readonly updatedAt: string;
};

export type AccountRow = {
	readonly id: string;
	readonly userId: string;
	readonly accountId: string;
	readonly providerId: string;
	readonly accessToken: string | null;
	readonly refreshToken: string | null;
	readonly idToken: string | null;
	readonly accessTokenExpiresAt: string | null;
	readonly refreshTokenExpiresAt: string | null;
	readonly scope: string | null;
	/** Hashed. */
	readonly password: string | null;
	readonly createdAt: string;
	readonly updatedAt: string;
};

export type TwoFactorRow = {
	readonly id: string;
	readonly userId: string;
	readonly secret: string;
	readonly backupCodes: string;
	readonly verified: 0 | 1 | null;
	readonly failedVerificationCount: number | null;
	readonly lockedUntil: string | null;
};

export type VerificationRow = {
	readonly id: string;
	readonly identifier: string;
	readonly value: string;
	readonly expiresAt: string;
	readonly createdAt: string;
	readonly updatedAt: string;
};

export type InvitationRow = {
	readonly id: string;
	/** SHA-256 of its token. */
	readonly hash: string;
	readonly address: string;
	readonly role: Role;
	readonly invited_by: string;
	readonly created_at: string;
	readonly expires_at: string;
	readonly accepted_at: string | null;
	readonly revoked_at: string | null;
};

/** What was done in the studio, with an API key or on the command line. */
export type AuditRow = {
	readonly id: string;
	readonly at: string;
	/** `person <id>`, `key <id>` or `command`. */
	readonly actor: string;
	/** Such as `campaign.changed`. */
	readonly action: string;
	/** What it was done to: `campaign spring`. */
	readonly subject: string;
	/** JSON, without anything about participants. */
	readonly detail: string;
};
