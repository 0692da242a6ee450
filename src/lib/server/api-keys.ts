// The table of API keys: who may ask for what without a person being there. Only hashes stand in it.

export const scopes = ['responses:read', 'leads:read', 'campaigns:read', 'engagements:read', 'editions:read'] as const;

export type Scope = (typeof scopes)[number];

/** A key that is valid now. */
export type ApiKey = { readonly id: string; readonly name: string; readonly scopes: readonly Scope[] };
