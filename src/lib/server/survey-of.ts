// Which survey a response belongs to → where that is answered, and under which name a browser keeps it.
import type { Invitation } from '#core/survey/occasion.ts';
import type { Db } from './database/database.ts';
import { invitationOf } from './engagement/invited.ts';
import type { Stored } from './response-rows.ts';

export type SurveyOf = {
	readonly instrument: string;
	readonly campaign: string | null;
	/** A trial of a campaign. */
	readonly preview: boolean;
	/** Of an engagement; null: none, or its link is dead, and the response goes on by itself. */
	readonly invitation: Invitation | null;
};

export async function surveyOf(
	db: Db,
	{ instrument, campaign, is_test, invitation }: Pick<Stored, 'instrument' | 'campaign' | 'is_test' | 'invitation'>
): Promise<SurveyOf> {
	return { instrument, campaign, preview: is_test === 1, invitation: await invitationOf(db, invitation) };
}

/** Each campaign, each trial of one, and each invitation, by itself: two of one instrument do not mix. */
export function surveyName({ instrument, campaign, preview, invitation }: SurveyOf): string {
	if (invitation !== null) return `${instrument}.${invitation.name}`;
	return `${instrument}${campaign === null ? '' : `.${campaign}`}${preview ? '~' : ''}`;
}

/** Without a query. */
export function pathOf({ instrument, campaign, invitation }: Omit<SurveyOf, 'preview'>): string {
	if (invitation !== null) return `/e/${invitation.token}/survey`;
	return campaign === null ? `/${instrument}/survey` : `/c/${campaign}/survey`;
}

/** The key stands in the fragment: it reaches no server's log. */
export const surveyPath = (survey: SurveyOf, id: string, key: string): string =>
	`${pathOf(survey)}${survey.preview ? '?preview' : ''}#continue=${id}.${key}`;
