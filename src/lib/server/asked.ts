// What better-auth answers → its answer, or null where it refuses; a failing store stays what it is.
import { isAPIError } from 'better-auth/api';
import { isOutage } from './database/connect.ts';

/** Null: it refused, for whatever reason; nobody is told which. */
export async function asked<Answer>(answer: Promise<Answer>): Promise<Answer | null> {
	try {
		return await answer;
	} catch (error) {
		if (isAPIError(error) && error.statusCode < 500) return null;
		throw error instanceof Error && isOutage(error.cause) ? error.cause : error;
	}
}
