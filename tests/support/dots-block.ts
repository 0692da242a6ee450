// Two questions that three groups see differently, as a block, for tests of what draws it.
import type { DotsBlock, Paper } from '#core/report/report.ts';

const mean = (label: string, tenths: number) => ({ label, tenths, shown: String(tenths / 10) });

export const dotsBlock: DotsBlock = {
	kind: 'dots',
	title: 'Each group’s mean, widest first',
	rows: [
		{
			label: 'Every deal has a next step.',
			dots: [mean('Managers', 820), mean('Sellers', 410)],
			note: '41 points apart: a large one.',
			said: [
				{ label: 'Likely', text: 'The rule is not the habit.' },
				{ label: 'Or simply', text: 'other deals came to mind.' },
				{ label: 'Ask', text: 'Which deal has none today?' }
			]
		},
		{ label: 'Prices hold.', dots: [mean('Sellers', 300), mean('Finance', 550)], note: '25 points apart.', said: [] }
	],
	description: 'A line for each question.',
	table: {
		kind: 'table',
		caption: 'Means in points',
		head: ['Question', 'Managers', 'Sellers', 'Finance'],
		rows: [
			['Every deal has a next step.', '82', '41', ''],
			['Prices hold.', '', '30', '55']
		],
		numeric: [1, 2, 3]
	}
};

export const dotsPaper: Paper = {
	locale: 'en',
	cover: { title: 'Brief', subtitle: 'Northwind', byline: 'For Ada', notice: null },
	parts: [
		{ id: 'disagree', title: 'Where they disagree', blocks: [dotsBlock] },
		{
			id: 'next',
			title: 'What comes next',
			blocks: [
				{ kind: 'prose', style: 'plain', prose: [{ kind: 'paragraph', inline: [{ kind: 'text', text: 'Talk.' }] }] }
			]
		}
	]
};
