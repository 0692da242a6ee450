// How it stands with somebody who was asked by an engagement → why they may begin nothing now, in words.
import { m } from '#lib/paraglide/messages.js';
import type { Locale } from '#lib/ui/locale.ts';
import type { Closed } from './closed.ts';

export type AskedState = 'open' | 'late' | 'over' | 'finished';

/** Who sees the answers, beside the first question. */
export const whoSees = (promise: 'named' | 'anonymous', asker: string, locale: Locale): string =>
	promise === 'anonymous' ? m.invited_who_anonymous({}, { locale }) : m.invited_named_who({ asker }, { locale });

/** Null while they may. */
export function closedFor(state: AskedState, locale: Locale): Closed | null {
	switch (state) {
		case 'open':
		case 'late':
			return null;
		case 'over':
			return {
				title: m.invited_over_title({}, { locale }),
				text: m.invited_over_text({}, { locale }),
				goOn: m.invited_over_go_on({}, { locale })
			};
		case 'finished':
			return { title: m.invited_finished_title({}, { locale }), text: m.invited_finished_text({}, { locale }) };
	}
}
