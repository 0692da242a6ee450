// A lead for a test, as somebody would have left it.
import type { Lead } from '#lib/server/leads.ts';

/** Ada, who has agreed to be written to. */
export function leadRow(given: Pick<Lead, 'response' | 'campaign' | 'instrument'> & Partial<Lead>): Lead {
	const now = new Date().toISOString();
	return {
		is_test: 0,
		name: 'Ada Lovelace',
		address: 'ada@example.org',
		company: 'Engines Ltd',
		role: 'Analyst',
		fields: { team: '3' },
		consents: [{ id: 'contact', text: 'You may write to me.', hash: '0'.repeat(64), at: now }],
		source: 'newsletter',
		intent: 40,
		tenths: null,
		band: null,
		weakest: null,
		finding: null,
		wants: null,
		scores: null,
		completed_at: null,
		created_at: now,
		updated_at: now,
		...given
	};
}
