declare global {
	namespace App {
		interface Error {
			/** Written to the log with the cause, so that a report of it can be found again. */
			reference?: string;
		}
		interface PageData {
			/** Whose site this is; missing only where nothing could be loaded. */
			brand?: import('#lib/ui/brand.ts').Brand;
		}
	}
}

export {};
