// Which survey a response belongs to → where that is answered, and under which name a browser keeps it.
import type { Stored } from './response-rows.ts';

export type SurveyOf = {
	readonly instrument: string;
	readonly campaign: string | null;
	/** A trial of a campaign. */
	readonly preview: boolean;
};

export const surveyOf = ({
	instrument,
	campaign,
	is_test
}: Pick<Stored, 'instrument' | 'campaign' | 'is_test'>): SurveyOf => ({
	instrument,
	campaign,
	preview: is_test === 1
});

/** Each campaign, and each trial of one, by itself: two of one instrument do not mix. */
export const surveyName = ({ instrument, campaign, preview }: SurveyOf): string =>
	`${instrument}${campaign === null ? '' : `.${campaign}`}${preview ? '~' : ''}`;

/** Without a query. */
export const pathOf = ({ instrument, campaign }: Pick<SurveyOf, 'instrument' | 'campaign'>): string =>
	campaign === null ? `/${instrument}/survey` : `/c/${campaign}/survey`;

/** The key stands in the fragment: it reaches no server's log. */
export const surveyPath = (survey: SurveyOf, id: string, key: string): string =>
	`${pathOf(survey)}${survey.preview ? '?preview' : ''}#continue=${id}.${key}`;
