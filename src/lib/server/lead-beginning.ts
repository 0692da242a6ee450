// The form before the first question → a response that is begun with what was left, and where its survey goes on.
import type { LeadForm } from '#lib/campaign/lead-form.ts';
import type { Campaign } from './campaigns.ts';
import { content } from './content.ts';
import { formOf, nobody, refusedForm } from './lead-form.ts';
import { leadBody, readLead } from './lead-shape.ts';
import { leaveByEditor, problemsOf } from './lead-taking.ts';
import { canSendMail } from './mail.ts';
import { occasionOf } from './occasion.ts';
import { saveResponse } from './responses.ts';
import { identityIn, newIdentity, textOf, type Identity } from './survey-cookie.ts';
import { surveyPath, type SurveyOf } from './survey-of.ts';

/** The field that says who the response will be: posted twice, the form begins one. */
const BEGINS = 'begins';

export const emptyBeginning = ({ settings }: Campaign) => ({
	form: formOf(settings.form, nobody),
	begins: textOf(newIdentity()),
	isMailed: settings.mails.report.isSent && canSendMail()
});

export type Begun =
	| { readonly kind: 'begun'; readonly of: SurveyOf; readonly identity: Identity; readonly to: string }
	| { readonly kind: 'refused'; readonly form: LeadForm; readonly begins: string };

export async function beginWithLead(
	campaign: Campaign,
	url: URL,
	referer: string | null,
	fields: Iterable<readonly [string, unknown]>
): Promise<Begun> {
	const all = new Map(fields);
	const identity = identityIn(all.get(BEGINS)) ?? newIdentity();
	all.delete(BEGINS);
	const { source, preview } = occasionOf(url, referer, campaign);
	const refused = (problems: Parameters<typeof refusedForm>[2]): Begun => ({
		kind: 'refused',
		form: refusedForm(campaign.settings.form, all, problems),
		begins: textOf(identity)
	});
	const lead = leadBody(all);
	const read = readLead(campaign.settings.form, lead);
	if (!read.ok) return refused(read.problems);
	const { instrument, id } = campaign;
	const { version = '', hash = '' } = content().instruments.get(instrument) ?? {};
	const begins = { instrument, version, hash, campaign: id, source, answers: {}, ...(preview && { preview }) };
	await saveResponse(identity.id, identity.key, begins);
	const left = await leaveByEditor(identity.id, identity.key, lead);
	if (left.kind !== 'kept') return refused(problemsOf(left));
	const of = { instrument, campaign: id, preview, invitation: null };
	return { kind: 'begun', of, identity, to: surveyPath(of, identity.id, identity.key) };
}
