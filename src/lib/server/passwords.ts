// A password that somebody wants to have → whether it will do. Length is what counts: nobody is asked for odd characters.

export const passwordLength = { least: 12, most: 128 };

export type PasswordFault = 'too-short' | 'too-long' | 'too-near';

/** Null: it will do. One that is little more than the person's own name or address will not. */
export function passwordFault(password: string, own: readonly string[]): PasswordFault | null {
	const characters = [...password].length;
	if (characters < passwordLength.least) return 'too-short';
	// The store counts code units.
	if (password.length > passwordLength.most) return 'too-long';
	return isNear(password, own) ? 'too-near' : null;
}

/** What is left of it without the person's own words has to be a word of its own. */
function isNear(password: string, own: readonly string[]): boolean {
	const words = own.flatMap((text) => [text, ...text.split(/[\s@._+-]+/)]).map((word) => word.toLowerCase().trim());
	const rest = words
		.filter((word) => word.length >= 3)
		.toSorted((one, other) => other.length - one.length)
		.reduce((text, word) => text.replaceAll(word, ''), password.toLowerCase());
	return rest.length < 6 || new Set(rest).size < 4;
}
