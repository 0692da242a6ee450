// The compiled messages of the interface → the words that the composers of reports and briefs ask for, in one locale.
import type { CompanyKey, CompanyWords } from '#core/company-report/words.ts';
import * as messages from '#lib/paraglide/messages.js';

type Locale = (typeof import('#lib/paraglide/runtime.js'))['locales'][number];
type Message = (inputs: Readonly<Record<string, string | number>>, options: { locale: Locale }) => string;

/** Every key that one of them can need: a message that is missing is a compile error here. */
const needed: Pick<typeof messages, CompanyKey> = messages;
// Each message types its own inputs; the composer's keys and inputs are held together by the tests of the report.
const reportMessages = needed as unknown as Readonly<Record<CompanyKey, Message>>;

const made = new Map<Locale, CompanyWords>();

/** The words of a locale; the same function every time. */
export function wordsFor(locale: Locale): CompanyWords {
	const words = made.get(locale) ?? wordsIn(locale);
	made.set(locale, words);
	return words;
}

function wordsIn(locale: Locale): CompanyWords {
	const counted = new Map<string, string>();
	return (key, inputs = {}) => {
		const count = inputs['count'];
		if (count === undefined) return reportMessages[key](inputs, { locale });
		// A count goes through the plural rules, which take longer to make than the rest of the report to compose.
		const name = `${key} ${count}`;
		const said = counted.get(name) ?? reportMessages[key](inputs, { locale });
		counted.set(name, said);
		return said;
	};
}
