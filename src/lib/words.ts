// The compiled messages of the interface → the words that the report's composer asks for, in one locale.
import type { Words, WordKey } from '#core/report/words.ts';
import * as messages from '#lib/paraglide/messages.js';

type Locale = (typeof import('#lib/paraglide/runtime.js'))['locales'][number];
type Message = (inputs: Readonly<Record<string, string | number>>, options: { locale: Locale }) => string;

/** Every key that a report can need; a message that is missing is a compile error here. */
const reportMessages: Readonly<Record<WordKey, Message>> = messages as Pick<typeof messages, WordKey> as Record<WordKey, Message>;

export function wordsFor(locale: Locale): Words {
	return (key, inputs = {}) => reportMessages[key](inputs, { locale });
}
