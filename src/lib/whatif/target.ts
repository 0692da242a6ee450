// The answers that a reader wants to be able to give → kept with their report as a target; says whether that worked.
import type { Values } from '#core/instrument/value.ts';

/** `path` is the report's own address, with an owner key. A refusal and a lost connection are both just "not kept". */
export async function saveTarget(path: string, answers: Values): Promise<boolean> {
	try {
		const response = await fetch(`${path}/target`, {
			method: 'POST',
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify({ answers })
		});
		return response.ok;
	} catch {
		return false;
	}
}
