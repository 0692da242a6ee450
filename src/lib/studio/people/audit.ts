// An entry of the audit log → plain words. What has no words of its own here is shown as it stands in the log.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';

export type Actor = { readonly actor: string; readonly name: string | null };

export type Entry = Actor & {
	readonly id: string;
	readonly at: string;
	readonly action: string;
	readonly subject: string;
	readonly subjectName: string | null;
	readonly detail: Readonly<Record<string, unknown>>;
};

type Sentence = (words: object, options: { locale: Locale }) => string;

const actions: Readonly<Record<string, Sentence>> = {
	'person.set-up': m.people_audit_set_up,
	'person.invited': m.people_audit_invited,
	'person.invited-again': m.people_audit_invited_again,
	'invitation.revoked': m.people_audit_revoked,
	'person.joined': m.people_audit_joined,
	'person.renamed': m.people_audit_renamed,
	'person.role-changed': m.people_audit_role,
	'person.disabled': m.people_audit_disabled,
	'person.enabled': m.people_audit_enabled,
	'person.recovery': m.people_audit_recovery,
	'person.password-changed': m.people_audit_password,
	'person.address-changed': m.people_audit_address,
	'person.second-factor-on': m.people_audit_factor_on,
	'person.second-factor-off': m.people_audit_factor_off,
	'person.backup-codes': m.people_audit_codes,
	'session.ended': m.people_audit_session,
	'session.others-ended': m.people_audit_sessions,
	'campaign.created': m.people_audit_campaign_created,
	'campaign.changed': m.people_audit_campaign_changed,
	'campaign.duplicated': m.people_audit_campaign_duplicated,
	'campaign.published': m.people_audit_campaign_published,
	'campaign.unpublished': m.people_audit_campaign_unpublished,
	'campaign.closed': m.people_audit_campaign_unpublished,
	'campaign.deleted': m.people_audit_campaign_deleted,
	'leads.exported': m.people_audit_leads_exported,
	'lead.exported': m.people_audit_lead_exported,
	'lead.erased': m.people_audit_lead_erased,
	'contribution.ruled': m.quality_audit_ruled,
	'contribution.unruled': m.quality_audit_unruled,
	'webhook.added': m.people_audit_webhook_added,
	'webhook.changed': m.people_audit_webhook_changed,
	'webhook.removed': m.people_audit_webhook_removed,
	'webhook.replayed': m.people_audit_webhook_replayed,
	'webhook.secret-replaced': m.people_audit_webhook_secret,
	'engagement.created': m.engagement_people_audit_created,
	'engagement.changed': m.engagement_people_audit_changed,
	'engagement.closed': m.engagement_people_audit_closed,
	'engagement.reopened': m.engagement_people_audit_reopened,
	'engagement.deleted': m.engagement_people_audit_deleted,
	'engagement.shared': m.engagement_people_audit_shared,
	'engagement.unshared': m.engagement_people_audit_unshared,
	'engagement.open-link-renewed': m.engagement_people_audit_renewed,
	'engagement.link-shown': m.engagement_people_audit_link_shown,
	'engagement.people-added': m.engagement_people_audit_added,
	'engagement.people-invited': m.engagement_people_audit_invited,
	'engagement.person-invited': m.engagement_people_audit_invited_one,
	'engagement.person-changed': m.engagement_people_audit_person_changed,
	'engagement.person-removed': m.engagement_people_audit_person_removed,
	'engagement.person-replaced': m.engagement_people_audit_person_replaced,
	'key.added': m.people_audit_key_added,
	'key.revoked': m.people_audit_key_revoked
};

export const actionWords = (action: string, locale: Locale): string =>
	Object.hasOwn(actions, action) ? (actions[action]?.({}, { locale }) ?? action) : action;

export const actorWords = ({ actor, name }: Actor, locale: Locale): string => {
	if (actor === 'command') return m.people_audit_command({}, { locale });
	if (actor.startsWith('key ')) return m.people_audit_key({ name: name ?? actor.slice(4) }, { locale });
	return name ?? actor;
};

/** `campaign spring`; an id that says nothing to anybody is left out. */
export const subjectWords = (subject: string): string =>
	subject.replace(/ ?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/, '');

/** `from: viewer, to: owner`; lists and objects are left to who reads the table itself. */
export const detailWords = (detail: Entry['detail']): string =>
	Object.entries(detail)
		.filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value))
		.map(([name, value]) => `${name}: ${String(value)}`)
		.join(', ');
