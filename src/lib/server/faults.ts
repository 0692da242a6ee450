// What nobody expected → a line in the log with a reference, and the same reference for the person who met it.
import { isOutage } from './database/connect.ts';
import { described, log } from './log.ts';
import { requestId } from './request-id.ts';

export type Fault = { readonly reference: string; readonly isOutage: boolean };

const faults = new WeakMap<Request, Fault>();

/** Logs an error and remembers it for this request, the one object of it that the framework never copies. */
export function record(request: Request, route: string | null, error: unknown): Fault {
	const fault: Fault = { reference: requestId(request), isOutage: isOutage(error) };
	faults.set(request, fault);
	log.error({ request: fault.reference, route, error: described(error) }, 'failed');
	return fault;
}

/** What happened while this request was answered. */
export const faultOf = (request: Request): Fault | undefined => faults.get(request);
