// A campaign in which everything is set, and what its offers are chosen by.
import type { Choices, Editable } from '#lib/campaign/parts.ts';
import { newSettings } from '#lib/campaign/settings.ts';

export const choices: Choices = {
	weakest: [{ id: 'value', label: 'Value' }],
	band: [{ id: 'low', label: 'Low' }],
	role: [{ id: 'seller', label: 'Seller' }]
};

export const fullCampaign: Editable = {
	name: 'Spring fair',
	opens_at: '2027-03-01T08:00:00.000Z',
	closes_at: '2027-04-30T16:00:00.000Z',
	settings: {
		...newSettings,
		look: {
			firm: 'Müller & Søn “<b>”',
			accent: '#c81e3c',
			footer: 'A line',
			logo: { type: 'image/png', width: 4, height: 2, base64: 'AAAA' }
		},
		steps: 'question',
		gate: 'all',
		form: {
			place: 'before',
			name: 'off',
			company: 'required',
			role: 'optional',
			own: [
				{ id: 'budget', label: 'Budget', isRequired: true },
				{ id: 'team-size', label: 'on', isRequired: false }
			],
			consents: [{ id: 'contact', text: 'You may write to me.\n\nOnce.' }]
		},
		hidden: ['account', 'partner-id'],
		offers: [
			{
				weakest: 'value',
				band: null,
				role: 'seller',
				text: 'Talk to us',
				button: 'Call',
				link: 'https://example.com/call?a=b#c',
				person: 'Ada'
			},
			{ weakest: null, band: 'low', role: null, text: 'Read on', button: '', link: '', person: '' }
		],
		asksView: false,
		mails: {
			report: { isSent: true, subject: 'Yours', text: 'Here\n\nit is' },
			week: { isSent: false, subject: '', text: '' },
			quarter: { isSent: true, subject: '', text: '' }
		},
		notify: ['ada@example.com', 'bo@example.com'],
		sites: ['https://www.example.com', 'http://localhost:8080'],
		zone: 'Europe/Berlin',
		keep: { unfinished: 7, completed: null }
	}
};
