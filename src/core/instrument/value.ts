// What an answer may hold, as it is saved, sent and read from files.

/**
 * An option id (or `na`, `ns` where offered), a text or a date (`yyyy-mm-dd`); a number; several option ids;
 * points by option id for a split; or an option with what was typed beside it.
 */
export type Value =
	| string
	| number
	| readonly string[]
	| Readonly<Record<string, number>>
	| { readonly option: string; readonly text: string };

/** Values by question id. A missing key is unanswered. */
export type Values = Readonly<Record<string, Value>>;
