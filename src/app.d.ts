declare global {
	namespace App {
		interface Error {
			/** Written to the log with the cause, so that a report of it can be found again. */
			reference?: string;
		}
	}
}

export {};
