// The tables as Kysely sees them. JSON stands in text columns; times are ISO 8601 in UTC.
import type {
	BenchmarkRow,
	ContributionRow,
	EditionRow,
	InstallationRow,
	StudyRow,
	StudyTallyRow,
	TallyRow,
	TellingRow
} from './benchmark-schema.ts';
import type {
	ActivityRow,
	ApiKeyRow,
	CampaignRow,
	DeliveryRow,
	LeadRow,
	LeadWordRow,
	VisitRow,
	WebhookRow
} from './campaign-schema.ts';
import type {
	ActionRow,
	ClientRow,
	CompanyReportRow,
	EngagementColleagueRow,
	EngagementRow,
	InviteeRow,
	MeetingRow,
	ReleaseRow,
	ReleaseVoiceRow,
	SummaryRow
} from './engagement-schema.ts';
import type {
	AccountRow,
	AuditRow,
	InvitationRow,
	SessionRow,
	TwoFactorRow,
	UserRow,
	VerificationRow
} from './people-schema.ts';

type InstrumentRow = {
	readonly hash: string;
	readonly id: string;
	readonly version: string;
	/** The compiled instrument, JSON. */
	readonly compiled: string;
	readonly created_at: string;
};

export type ResponseRow = {
	readonly id: string;
	readonly instrument: string;
	readonly version: string;
	/** Pins the response to the content it was started with. */
	readonly hash: string;
	readonly locale: string | null;
	readonly campaign: string | null;
	readonly invitation: string | null;
	/** `{ name: text }`, JSON. */
	readonly source: string;
	/** `{ section: seconds }`, JSON. */
	readonly timing: string;
	/** `{ question: { value, at } }`, JSON. */
	readonly answers: string;
	readonly state: 'open' | 'completed';
	/** The revision that is being answered, or was completed last. */
	readonly revision: number;
	/** SHA-256 of the edit key. */
	readonly edit_key: string;
	/** Which owner key is valid. */
	readonly generation: number;
	readonly created_at: string;
	readonly updated_at: string;
	/** When the latest revision was completed. */
	readonly completed_at: string | null;
	/** The response that this one was taken again from; null where it was the first, or that one was erased. */
	readonly previous: string | null;
	/** 1: made while trying out a campaign; it is in no result, funnel, export or benchmark. */
	readonly is_test: 0 | 1;
	/** 1: a field that no person sees was filled in. */
	readonly trap: 0 | 1;
};

/** What an owner wants to be able to answer the next time. */
type TargetRow = {
	readonly response: string;
	/** `{ question: value }`, JSON: those answers that are to be different. */
	readonly answers: string;
	readonly saved_at: string;
};

export type RevisionRow = {
	readonly response: string;
	readonly revision: number;
	readonly hash: string;
	readonly answers: string;
	readonly completed_at: string;
	/** The benchmark edition that its report compares with; null: none yet. */
	readonly edition: string | null;
	/** The one before, where the owner moved on to a newer one; null: never. */
	readonly edition_before: string | null;
	/** A published edition, for those groups that the own one is too small for; null: there was none. */
	readonly published: string | null;
};

type KeyRow = {
	/** SHA-256 of the key. */
	readonly hash: string;
	readonly response: string;
	readonly purpose: 'owner' | 'share' | 'resume';
	readonly scope: 'whole' | 'company';
	readonly generation: number;
	readonly label: string;
	readonly created_at: string;
	readonly revoked_at: string | null;
};

/** Responses that were erased, so that a save still on its way cannot bring one back. */
type ErasedRow = {
	/** SHA-256 of the response's id. */
	readonly response: string;
	readonly erased_at: string;
};

/** What is to be sent or done once its transaction is on the disk. */
export type OutboxRow = {
	/** Goes with every try, so that whoever gets it twice can tell. */
	readonly id: string;
	/** Names what does it: `mail`, `erasure`, … */
	readonly kind: string;
	/** Where it goes, such as an address; empty once it was sent. */
	readonly destination: string;
	/** The response that it is about, so that erasing finds it. */
	readonly response: string | null;
	/** JSON; empty (`{}`) once it was sent. No token stands in it: they are derived when it is sent. */
	readonly payload: string;
	readonly state: 'waiting' | 'sent' | 'dead';
	/** How often it was tried. */
	readonly attempts: number;
	readonly due_at: string;
	/** Who is at it, and until when nobody else may be. */
	readonly lease: string | null;
	readonly leased_until: string | null;
	/** Why the last try failed, without addresses. */
	readonly error: string | null;
	readonly created_at: string;
	readonly settled_at: string | null;
};

/** Which responses a mail address belongs to. */
type ContactRow = {
	readonly response: string;
	/** A keyed hash of the address: it can be found, not read. */
	readonly address: string;
	/** A keyed hash of the mail domain; null where the domain is nobody's company. */
	readonly company: string | null;
	/** When somebody opened what had only been sent to it; null: not yet. */
	readonly verified_at: string | null;
	readonly created_at: string;
};

/** Addresses, hashed likewise, that want no reminder any more. */
type RefusalRow = {
	readonly address: string;
	readonly refused_at: string;
};

/** How often something was asked for of late, where several processes have to agree. */
type LimitRow = {
	readonly key: string;
	readonly points: number;
	/** Milliseconds since 1970. */
	readonly expire: number | null;
};

export type Schema = {
	readonly instruments: InstrumentRow;
	readonly responses: ResponseRow;
	readonly revisions: RevisionRow;
	readonly keys: KeyRow;
	readonly erased: ErasedRow;
	readonly targets: TargetRow;
	readonly outbox: OutboxRow;
	readonly contacts: ContactRow;
	readonly refusals: RefusalRow;
	readonly limits: LimitRow;
	readonly users: UserRow;
	readonly sessions: SessionRow;
	readonly accounts: AccountRow;
	readonly two_factors: TwoFactorRow;
	readonly verifications: VerificationRow;
	readonly invitations: InvitationRow;
	readonly audit: AuditRow;
	readonly campaigns: CampaignRow;
	readonly visits: VisitRow;
	readonly leads: LeadRow;
	readonly lead_words: LeadWordRow;
	readonly activities: ActivityRow;
	readonly webhooks: WebhookRow;
	readonly deliveries: DeliveryRow;
	readonly api_keys: ApiKeyRow;
	readonly contributions: ContributionRow;
	readonly benchmarks: BenchmarkRow;
	readonly tallies: TallyRow;
	readonly tellings: TellingRow;
	readonly editions: EditionRow;
	readonly studies: StudyRow;
	readonly study_tallies: StudyTallyRow;
	readonly installation: InstallationRow;
	readonly clients: ClientRow;
	readonly engagements: EngagementRow;
	readonly engagement_colleagues: EngagementColleagueRow;
	readonly invitees: InviteeRow;
	readonly company_reports: CompanyReportRow;
	readonly releases: ReleaseRow;
	readonly release_voices: ReleaseVoiceRow;
	readonly meetings: MeetingRow;
	readonly actions: ActionRow;
	readonly summaries: SummaryRow;
};
