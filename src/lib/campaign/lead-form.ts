// The form in which somebody leaves an address: what it asks, what stands in it, and what is wrong with it. Plain data.

/** What is wrong with a field, for the words beside it. */
export type LeadProblem =
	'missing' | 'wrong-address' | 'too-long' | 'unfit' | 'changed-wording' | 'too-often' | 'unavailable';

export type LeadField = {
	/** Its name when it is posted. */
	readonly name: string;
	readonly kind: 'address' | 'name' | 'company' | 'role' | 'own';
	/** The marketer's own words; null: ours, by the kind. */
	readonly label: string | null;
	readonly isRequired: boolean;
	readonly most: number;
	readonly value: string;
	readonly problem: LeadProblem | null;
};

/** A box. What it posts is the hash of the words beside it: what was shown is what is agreed to. */
export type LeadConsent = {
	readonly name: string;
	readonly text: string;
	readonly hash: string;
	/** Only where this very person has ticked it before. */
	readonly isTicked: boolean;
	readonly problem: LeadProblem | null;
};

export type LeadForm = {
	readonly fields: readonly LeadField[];
	readonly consents: readonly LeadConsent[];
	/** Of the form as a whole. */
	readonly problem: LeadProblem | null;
};

/** A field that nobody sees and people leave empty. */
export const TRAP = 'more';
