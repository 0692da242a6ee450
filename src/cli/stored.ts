// A command that reads or changes what is kept → the same beside a server that may be running, closed at its end.
import { closeDatabase, connection } from '#lib/server/database/database.ts';

export async function stored<Result>(run: () => Promise<Result>): Promise<Result> {
	await connection(false);
	try {
		return await run();
	} finally {
		await closeDatabase();
	}
}
