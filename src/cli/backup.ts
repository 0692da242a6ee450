// `bellwether backup`, `verify` and `restore`: the whole installation → one checked file, and back.
import { dirname } from 'node:path';
import { backupFile, rotate } from '#lib/server/backup/keeping.ts';
import { restore } from '#lib/server/backup/restore.ts';
import { stage } from '#lib/server/backup/stage.ts';
import { Unsound } from '#lib/server/backup/unsound.ts';
import { writeBackup } from '#lib/server/backup/write.ts';
import { connect } from '#lib/server/database/connect.ts';
import { env } from '#lib/server/env.ts';
import { fail, show, usage } from './output.ts';
import { progress } from './progress.ts';

export type BackupOptions = { readonly keep?: string };
export type RestoreOptions = { readonly replace?: boolean };

type Tables = Readonly<Record<string, { readonly rows: number }>>;

/** Runs beside a server; changes nothing in the database, not even its age. */
export async function makeBackup(path: string, { keep }: BackupOptions): Promise<void> {
	const most = keep === undefined ? null : /^[1-9]\d{0,5}$/.test(keep) ? Number(keep) : NaN;
	if (Number.isNaN(most)) usage(`--keep takes a whole number from 1 to 999999, and "${keep}" is none.`);
	const file = backupFile(path, new Date());
	if (most !== null && file === path) usage('--keep needs a folder: end the path with /.');
	const connection = await connect(env().database, { alone: false });
	const tell = progress((rows) => `${rows} rows`);
	try {
		const tables = await explained(file, () => writeBackup(connection, file, tell));
		tell(null);
		process.stdout.write(`Wrote ${file}: ${counted(tables)}.\n`);
	} finally {
		await connection.close();
	}
	if (most === null) return;
	const old = rotate(dirname(file), most);
	if (old.length > 0) process.stdout.write(`Deleted ${old.join(', ')}.\n`);
}

export async function verifyBackup(file: string): Promise<void> {
	const tell = progress((rows) => `${rows} rows`);
	const { head, tables, secret, remove } = await explained(file, () => stage(file, env().dataDir, tell));
	await remove();
	tell(null);
	const links = secret === null ? ' It holds no secret: keep the one in SECRET beside it.' : '';
	process.stdout.write(`${file} is whole: of ${head.at}, version ${head.program}, ${counted(tables)}.${links}\n`);
}

export async function restoreBackup(file: string, { replace = false }: RestoreOptions): Promise<void> {
	const tell = progress((rows) => `${rows} rows`);
	const { at, tables, erasedAgain, aside, secret } = await explained(file, () =>
		restore(file, { replace, progress: tell })
	);
	tell(null);
	const lines = [
		`Restored ${file} of ${at}: ${counted(tables)}.`,
		...(erasedAgain > 0 ? [`Erased again: ${erasedAgain} responses that were erased since.`] : []),
		...aside.map((path) => `What was there before is in ${path}.`),
		...(secret === 'given'
			? ['SECRET is another one than that of the backup: no report link made before opens. Set it as it was.']
			: secret === 'missing'
				? ['The backup holds no secret: set SECRET as it was, or no report link made before opens.']
				: [])
	];
	process.stdout.write(`${lines.join('\n')}\n`);
}

const counted = (tables: Tables): string => `${tables['responses']?.rows ?? 0} responses, ${all(tables)} rows in all`;

const all = (tables: Tables): number => Object.values(tables).reduce((sum, { rows }) => sum + rows, 0);

/** What is wrong with a file is said in a line. */
async function explained<Result>(file: string, work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch (error) {
		if (error instanceof Unsound) show([error.problem]);
		else if (isOfSystem(error)) process.stderr.write(`${file}: unusable-file: ${error.message}.\n`);
		else throw error;
		return fail();
	}
}

/** No room, no right, no folder. */
const isOfSystem = (error: unknown): error is Error =>
	error instanceof Error && 'syscall' in error && 'code' in error && /^E[A-Z]+$/.test(String(error.code));
