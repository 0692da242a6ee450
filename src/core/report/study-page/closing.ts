// What the figures cannot show, and how they are quoted.
import { longDate } from '../format.ts';
import { said } from '../method-page/source.ts';
import type { Block } from '../report.ts';
import type { Source, Told } from './source.ts';

export const limits = (source: Source): readonly Block[] => [
	said(source, 'study_limits_chosen'),
	said(source, 'study_limits_cause'),
	said(source, 'study_limits_own_words'),
	said(source, 'study_limits_withheld')
];

/** `who`: how many they are. */
export function quoting(source: Told, who: string): readonly Block[] {
	const { words, instrument, edition, firm, address, locale } = source;
	const href = `${address}/data.csv`;
	const citation = words(edition.demonstration ? 'study_citation_demonstration' : 'study_citation', {
		firm,
		title: instrument.title,
		edition: edition.id,
		date: longDate(edition.date, locale),
		version: edition.instrument.version,
		who,
		address
	});
	return [
		said(source, 'study_quote_lead'),
		{
			kind: 'prose',
			style: 'plain',
			prose: [{ kind: 'quote', blocks: [{ kind: 'paragraph', inline: [{ kind: 'text', text: citation }] }] }]
		},
		{
			kind: 'prose',
			style: 'plain',
			prose: [
				{
					kind: 'paragraph',
					inline: [
						{ kind: 'text', text: `${words('study_quote_data')} ` },
						{ kind: 'link', href, inline: [{ kind: 'text', text: words('study_quote_csv') }] }
					]
				}
			]
		},
		said(source, 'study_quote_licence', { firm })
	];
}
