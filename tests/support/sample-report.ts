// An invented report of a plausible length and every kind of block, for looking at pages and for tests.
import type { Verdict } from '#core/instrument/instrument.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import type { AnswerBlock, Block, CardBlock, Figure, PanelBlock, Part, Report } from '#core/report/report.ts';
import {
	changeNarratives,
	keepNarratives,
	stopNarratives,
	unsureNarratives,
	type Narrative
} from './sample-narratives.ts';

const say = (text: string): readonly Inline[] => [{ kind: 'text', text }];
const paragraph = (text: string): Prose => [{ kind: 'paragraph', inline: say(text) }];
const prose = (style: 'plain' | 'lead' | 'note', text: string): Block => ({
	kind: 'prose',
	style,
	prose: paragraph(text)
});
const heading = (level: 2 | 3, id: string, text: string): Block => ({ kind: 'heading', level, id, text });

const narrated = ({ body, week }: Narrative): Prose => [
	...paragraph(body),
	{
		kind: 'paragraph',
		inline: [
			{ kind: 'emphasis', inline: say('This week:') },
			{ kind: 'text', text: ` ${week}` }
		]
	}
];

const figure = (
	id: string,
	label: string,
	tenths: number,
	band: string,
	potential: string | null,
	mark: string | null = null
): Figure => ({
	id,
	label,
	shown: String(Math.round(tenths / 10)),
	of: 'of 100',
	tenths,
	band,
	potential: potential === null ? null : `Increase potential: ${potential}`,
	mark,
	because: null,
	peers: null
});

export const missing = (id: string, label: string): Figure => ({
	...figure(id, label, 0, '', null),
	shown: null,
	tenths: null,
	band: null,
	because: 'There are too few answers for a score: two of the nine questions behind it were answered.'
});

const peers =
	'The benchmark opens at 10 companies; until then this page compares you with nobody, and no number here is made up.';

export const companyPanel: PanelBlock = {
	kind: 'panel',
	about: 'company',
	label: 'Northwind Łódź & Partners',
	headline: say('You win well and defend what a deal is worth, but deals take the scenic route to a decision.'),
	total: {
		...figure('company', 'Sales Velocity Index', 674, 'Average performer', null),
		peers: {
			sentence: 'About 70%: 30% of 310 other companies scored better.',
			legend: 'The bold line is your score; the tick is the median.',
			median: 560,
			quartiles: [420, 700],
			bins: [
				{ from: 150, to: 500, count: 110 },
				{ from: 500, to: 900, count: 200 }
			]
		}
	},
	layout: 'equation',
	figures: [
		{
			...figure('number', 'Number of opportunities', 712, 'High performer', 'Minimal'),
			peers: { sentence: null, legend: null, median: 560, quartiles: null, bins: null }
		},
		figure('value', 'Deal value', 801, 'High performer', 'Minimal'),
		figure('win-rate', 'Win rate', 688, 'Average performer', 'Moderate'),
		figure('sales-cycle', 'Sales cycle', 496, 'Developing', 'Significant', 'Weakest term')
	],
	peers,
	description:
		'Sales Velocity Index: 67 of 100, Average performer. Number of opportunities 71, deal value 80 and win rate 69 stand above the line; sales cycle, at 50, stands below it and is the weakest term.',
	table: {
		kind: 'table',
		caption: 'Sales Velocity Index and its four terms',
		head: ['Index', 'Score', 'Band', 'Increase potential'],
		rows: [
			['Sales Velocity Index', '67', 'Average performer', ''],
			['Number of opportunities', '71', 'High performer', 'Minimal'],
			['Deal value', '80', 'High performer', 'Minimal'],
			['Win rate', '69', 'Average performer', 'Moderate'],
			['Sales cycle', '50', 'Developing', 'Significant']
		],
		numeric: [1]
	}
};

const personalPanel: PanelBlock = {
	kind: 'panel',
	about: 'personal',
	label: 'You',
	headline: [],
	total: figure('personal', 'Personal index', 731, 'Professional', null),
	layout: 'bars',
	figures: [
		figure('approach', 'Approach', 784, 'Professional', null),
		figure('execution', 'Execution', 655, 'Practitioner', null)
	],
	peers: 'Peers open at 10 companies.',
	description: 'Personal index: 73 of 100, Professional. Approach 78, execution 66.',
	table: {
		kind: 'table',
		caption: 'Personal index and its two sides',
		head: ['Index', 'Score', 'Band'],
		rows: [
			['Personal index', '73', 'Professional'],
			['Approach', '78', 'Professional'],
			['Execution', '66', 'Practitioner']
		],
		numeric: [1]
	}
};

const verdicts: Record<Verdict, { label: string; narratives: readonly Narrative[] }> = {
	keep: { label: 'Keep', narratives: keepNarratives },
	change: { label: 'Change', narratives: changeNarratives },
	stop: { label: 'Stop', narratives: stopNarratives }
};

function pick(narratives: readonly Narrative[], nth: number): Narrative {
	const found = narratives[nth % narratives.length];
	if (found === undefined) throw new Error('no narratives');
	return found;
}

const card = (verdict: Verdict, title: string, nth: number, lines: readonly string[]): CardBlock => ({
	kind: 'card',
	verdict,
	label: verdicts[verdict].label,
	title,
	heading: say(pick(verdicts[verdict].narratives, nth).heading),
	prose: narrated(pick(verdicts[verdict].narratives, nth)),
	because: { label: 'What this rests on', lines }
});

let told = 0;
function answer(asked: string, given: string, verdict: Verdict | null, label: string | null = null): AnswerBlock {
	told += 1;
	const narratives = verdict === null ? (label === null ? null : unsureNarratives) : verdicts[verdict].narratives;
	const narrative = narratives === null ? null : pick(narratives, told);
	return {
		kind: 'answer',
		question: `question-${told}`,
		asked: say(asked),
		given: `Your answer: ${given}`,
		verdict,
		label: label ?? (verdict === null ? null : verdicts[verdict].label),
		heading: narrative === null ? [] : say(narrative.heading),
		prose: narrative === null ? [] : narrated(narrative)
	};
}

const summary: Part = { id: 'summary', title: 'Summary', blocks: [companyPanel, personalPanel] };

const executive: Part = {
	id: 'executive-summary',
	title: 'Executive summary',
	blocks: [
		prose('lead', 'You win well and defend what a deal is worth, but deals take the scenic route to a decision.'),
		heading(2, 'worth', 'What it is worth'),
		{
			kind: 'velocity',
			title: 'Your sales velocity',
			terms: [
				{ id: 'number', label: 'Open opportunities', shown: '84', gain: '10% more: EUR 2,310 a day' },
				{ id: 'value', label: 'Average deal value', shown: 'EUR 42,000', gain: '10% more: EUR 2,310 a day' },
				{ id: 'win-rate', label: 'Win rate', shown: '24%', gain: '10% more: EUR 2,310 a day' },
				{ id: 'sales-cycle', label: 'Sales cycle', shown: '168 days', gain: '10% shorter: EUR 2,567 a day' }
			],
			result: 'EUR 5,040 a day',
			resultLabel: 'Revenue through the pipeline',
			notes: [
				'All four together: 47.9% more, or EUR 627,000 over a year of 260 selling days.',
				'Ten per cent on the cycle counts for more than ten on any other term, because it stands below the line.'
			],
			table: {
				kind: 'table',
				caption: 'Your four numbers and what 10% on each is worth',
				head: ['Term', 'Given', '10% better', 'A day', 'A year'],
				rows: [
					['Open opportunities', '84', '92.4', 'EUR 504', 'EUR 131,040'],
					['Average deal value', 'EUR 42,000', 'EUR 46,200', 'EUR 504', 'EUR 131,040'],
					['Win rate', '24%', '26.4%', 'EUR 504', 'EUR 131,040'],
					['Sales cycle', '168 days', '151.2 days', 'EUR 560', 'EUR 145,600']
				],
				numeric: [1, 2, 3, 4]
			}
		},
		heading(2, 'keep', 'What to keep'),
		{
			kind: 'list',
			items: [
				{ text: say('Defending deal value'), detail: 'Nothing is given away without something in return.' },
				{
					text: [
						{ kind: 'strong', inline: say('Customer conversations') },
						{ kind: 'text', text: ' that begin with the customer' }
					],
					detail: null
				}
			]
		},
		heading(2, 'moves', 'Three moves for ninety days'),
		{
			kind: 'prose',
			style: 'plain',
			prose: [
				{
					kind: 'list',
					ordered: true,
					items: [
						paragraph(
							'Put a price on waiting into every proposal. The head of sales owns it; it works when fewer deals end in no decision.'
						),
						paragraph(
							'Take silent deals out of the total. Sales operations owns it; it works when the forecast and the quarter differ by less than a tenth.'
						),
						paragraph(
							'Have finance name what approval needs. The chief financial officer owns it; it works when contracts come back within ten days.'
						)
					]
				}
			]
		},
		{
			kind: 'pattern',
			label: 'A pattern in your answers',
			title: say('Well qualified, and then silent'),
			prose: paragraph(
				'You agree that deals are well qualified, and you told us that most of the lost ones simply stopped. Both can be true only if something happens between the two: usually the person who felt the problem was never the person who had to pay for solving it.'
			),
			because: {
				label: 'The answers behind it',
				lines: [
					'“We are good at telling early which opportunities deserve our time”: Agree',
					'“What ended most of the opportunities that you did not win?”: The customer decided to do nothing'
				]
			}
		},
		heading(2, 'sure', 'How sure this is'),
		prose(
			'plain',
			'One person answered, on one day, for a whole company. Four of the fifty questions were not known. There are no peers yet. Two more answers, one of them from a seller, would make this firmer than any arithmetic could.'
		),
		heading(2, 'first-action', 'First action: five key areas'),
		card('stop', 'Understanding the problem', 1, [
			'“By the time we propose, the customer has worked out what it costs them to leave things as they are”: Disagree (weight 5)',
			'You expected a lot of help from it (importance 85)'
		]),
		card('stop', 'Pipeline hygiene', 0, [
			'“Our pipeline contains deals in which the customer has not made a move for a month”: Agree, counted the other way round (weight 3)'
		]),
		card('change', 'Access to deciders', 1, [
			'“We meet the person who can approve the purchase before the customer has settled what is needed”: Neither agree nor disagree (weight 4)',
			'“In important deals, we talk with three or more of the people who influence the decision”: Agree (weight 3)',
			'You called it essential (importance 100)'
		]),
		card('keep', 'Defending deal value', 2, [
			'“In a negotiation we give nothing away without getting something in return”: Strongly agree (weight 5)'
		]),
		card('keep', 'Qualifying opportunities', 0, [
			'“When an opportunity no longer qualifies, we stop working on it, and nobody is blamed for that”: Agree (weight 6)'
		])
	]
};

const detailed: Part = {
	id: 'detailed-analysis',
	title: 'Detailed analysis',
	blocks: [
		heading(2, 'section-sales-velocity', 'Sales velocity'),
		answer('We are good at telling early which opportunities deserve our time.', 'Agree', 'keep'),
		answer(
			'When an opportunity no longer qualifies, we stop working on it, and nobody is blamed for that.',
			'Agree',
			'keep'
		),
		answer(
			'Our specialists and executives give their time to the best-qualified deals, whoever asks for it.',
			'Neither agree nor disagree',
			'change'
		),
		answer(
			'Of the opportunities that we qualify, we win as large a share as our plan needs.',
			'Don’t know',
			null,
			'Not known'
		),
		answer(
			'What ended most of the opportunities that you did not win in the last year?',
			'The customer decided to do nothing',
			'stop'
		),
		answer(
			'Most of our deals are decided by the date that we expected when we qualified them.',
			'Neither agree nor disagree',
			'change'
		),
		answer('Our pipeline contains deals in which the customer has not made a move for a month.', 'Agree', 'stop'),
		answer('The amount that customers sign is usually close to the amount that we first proposed.', 'Agree', 'keep'),
		answer('In a negotiation we give nothing away without getting something in return.', 'Strongly agree', 'keep'),
		answer('We have enough qualified opportunities to reach our target without needing luck.', 'Agree', 'keep'),
		heading(2, 'section-competitive-differentiation', 'Competitive differentiation'),
		prose(
			'plain',
			'These questions ask whom you meet, what you find out and what customers could get from nobody else.'
		),
		answer('In important deals, we talk with three or more of the people who influence the decision.', 'Agree', 'keep'),
		answer(
			'We meet the person who can approve the purchase before the customer has settled what is needed.',
			'Neither agree nor disagree',
			'change'
		),
		answer('Behind what a customer asks for, we find out what is going wrong in their business.', 'Agree', 'keep'),
		answer(
			'By the time we propose, the customer has worked out what it costs them to leave things as they are.',
			'Disagree',
			'stop'
		),
		answer('In each contested deal we know who we are up against, and we adapt our plan to that.', 'Agree', 'keep'),
		answer(
			'Each of our sellers can say what customers get from us that nobody else gives them.',
			'Does not apply',
			null
		),
		heading(2, 'section-coaching', 'Coaching and basics'),
		heading(3, 'managers', 'What managers do with their week'),
		answer(
			'What takes up most of the time of your first-line sales managers?',
			'Reports and forecasts; Selling their own deals',
			'change'
		),
		answer(
			'Each seller gets coaching on a deal that is still open, at least once a fortnight.',
			'Less than a quarter of the time',
			'stop'
		),
		answer('In a first meeting with us, it is the customer who talks most.', 'Always or nearly always', 'keep'),
		answer(
			'Our proposals make their case in words and numbers that the customer gave us.',
			'More than half of the time',
			'keep'
		),
		heading(2, 'unknown', 'Worth finding out'),
		{
			kind: 'list',
			items: [
				{
					text: say('Of the opportunities that we qualify, we win as large a share as our plan needs.'),
					detail: 'Whoever keeps the deal records can count it in an hour.'
				},
				{ text: say('Our forecast for the quarter comes true to within a tenth.'), detail: 'Finance has both figures.' }
			]
		}
	]
};

const personal: Part = {
	id: 'personal-report',
	title: 'Personal report',
	blocks: [
		prose('lead', 'This part is about you and never goes with the company’s report.'),
		{
			...personalPanel,
			figures: [personalPanel.figures[0] ?? missing('approach', 'Approach'), missing('execution', 'Execution')]
		},
		answer(
			'Before an important call I write down what the customer should decide at the end of it.',
			'More than half of the time',
			'keep'
		),
		answer(
			'When a customer asks for a discount I ask for something in return.',
			'A quarter to a half of the time',
			'change'
		)
	]
};

const method: Part = {
	id: 'method',
	title: 'How this was worked out',
	blocks: [
		{
			kind: 'prose',
			style: 'plain',
			prose: [
				...paragraph(
					'Each answer counts from 0 to 100. An index is the weighted mean of the answers that feed it; “does not apply” leaves the sum, “don’t know” does not score and makes the index less complete.'
				),
				{ kind: 'heading', level: 3, inline: say('Verdicts') },
				{
					kind: 'list',
					ordered: false,
					items: [paragraph('Keep from 70 points.'), paragraph('Change between.'), paragraph('Stop up to 30 points.')]
				},
				{ kind: 'quote', blocks: paragraph('A score is a good reason for a conversation, and no proof.') },
				{
					kind: 'paragraph',
					inline: [
						{ kind: 'text', text: 'The formula of sales velocity is ' },
						{ kind: 'code', text: 'number × value × win rate ÷ cycle' },
						{ kind: 'text', text: '. Read ' },
						{ kind: 'link', href: 'https://example.com/method', inline: say('the whole method') },
						{ kind: 'text', text: ' or write to the operator.' }
					]
				},
				{ kind: 'code-block', text: 'velocity = 84 × 42,000 × 0.24 / 168\n         = 5,040' },
				{ kind: 'rule' },
				{
					kind: 'table',
					align: [null, 'right', 'center'],
					head: [say('Answer'), say('Points'), say('Verdict')],
					rows: [
						[say('Strongly agree'), say('100'), say('Keep')],
						[say('Neither'), say('50'), say('Change')]
					]
				}
			]
		},
		heading(2, 'bands', 'Bands'),
		{
			kind: 'table',
			caption: 'Bands of the company index',
			head: ['Band', 'From', 'Share of the scale'],
			rows: [
				['At risk', '0', '40'],
				['Developing', '40', '15'],
				['Average performer', '55', '15'],
				['High performer', '70', '15'],
				['World class', '85', '15']
			],
			numeric: [1, 2]
		},
		prose(
			'note',
			'Sales Velocity Index, version 1.0.0, hash 5f2c 90ab 7711 d3e0. The bands are provisional until experts have set them. No benchmark edition was used.'
		)
	]
};

export const sampleReport: Report = {
	format: 1,
	locale: 'en',
	date: '2026-11-22',
	scope: 'whole',
	instrument: { id: 'sales-velocity', title: 'Sales Velocity Index', version: '1.0.0', hash: '5f2c90ab7711d3e0' },
	response: { id: 'a1b2c3d4-0000-4000-8000-000000000001', revision: 1 },
	edition: null,
	cover: {
		title: 'Sales Velocity Index',
		subtitle: 'for Northwind Łódź & Partners',
		byline: 'As answered by 1 person on 22 November 2026',
		notice: null
	},
	parts: [summary, executive, detailed, personal, method]
};

/** The same report without its personal half, as a company share shows it. */
export const companyReport: Report = {
	...sampleReport,
	scope: 'company',
	parts: [{ ...summary, blocks: [companyPanel] }, executive, detailed, method]
};
