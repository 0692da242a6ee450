// Who may do what in the studio: a role → its capabilities. The one place where that is decided.

export const roles = ['owner', 'consultant', 'marketer', 'viewer'] as const;

export type Role = (typeof roles)[number];

export const isRole = (text: unknown): text is Role => (roles as readonly unknown[]).includes(text);

export type Capability =
	/** One's own name, password, second factor and sessions. */
	| 'account'
	/** Questions, narratives, problems and figures of the instruments, to read. */
	| 'content'
	| 'read campaigns'
	| 'change campaigns'
	/** Counts: where people come from, how far they get. */
	| 'results'
	/** People who left an address, with what they answered. */
	| 'leads'
	/** Which answers count for the benchmark: the flags, and the last word on them. */
	| 'benchmark'
	| 'webhooks'
	| 'people'
	/** Clients whose people answer together, with all that comes of it. */
	| 'engagements'
	| 'API keys'
	| 'audit';

const capabilities: Readonly<Record<Role, readonly Capability[]>> = {
	owner: [
		'account',
		'content',
		'read campaigns',
		'change campaigns',
		'results',
		'leads',
		'benchmark',
		'webhooks',
		'engagements',
		'people',
		'API keys',
		'audit'
	],
	marketer: ['account', 'content', 'read campaigns', 'change campaigns', 'results', 'leads', 'webhooks'],
	consultant: ['account', 'content', 'read campaigns', 'results', 'benchmark', 'engagements'],
	viewer: ['account', 'content', 'read campaigns', 'results']
};

export const capabilitiesOf = (role: Role): readonly Capability[] => capabilities[role];

export const may = (role: Role, capability: Capability): boolean => capabilities[role].includes(capability);
