// What was typed after --date → a day, or the end of the program.
import { usage } from './output.ts';

export const today = (): string => new Date().toISOString().slice(0, 10);

/** `yyyy-mm-dd` */
export function day(text: string): string {
	if (Number.isNaN(Date.parse(text)) || !/^\d{4}-\d{2}-\d{2}$/.test(text))
		usage(`--date is yyyy-mm-dd, not "${text}".`);
	return text;
}
