declare global {
	namespace App {
		interface Error {
			/** Written to the log with the cause, so that a report of it can be found again. */
			reference?: string;
		}
		interface Locals {
			/** Who is signed in, on routes of the studio; null: nobody. */
			person?: import('#lib/server/person.ts').Person | null;
			/** The API key of this request, on routes that ask for one. */
			apiKey?: import('#lib/server/api-keys.ts').ApiKey | null;
			/** What the pages of this request wear, where it is not the site's own theme. */
			theme?: import('#lib/server/brand.ts').Worn;
			/** Everything in this database is invented. */
			isDemonstration?: boolean;
			/** The sites that may show this page in a frame; none by default. */
			frames?: readonly string[];
		}
		interface PageData {
			/** Whose site this is; missing only where nothing could be loaded. */
			brand?: import('#lib/ui/brand.ts').Brand;
		}
	}
}

export {};
