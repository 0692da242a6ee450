// `bellwether outbox`: what waits, was sent or is dead; and what is dead or waits → tried again at once.
import { line } from '#core/problem.ts';
import { wrong } from '#lib/server/input.ts';
import { listed, replayed, type Listed, type State } from '#lib/server/outbox-keeping.ts';
import { fail, usage } from './output.ts';
import { stored } from './stored.ts';

export type ListOptions = { readonly state?: string; readonly limit: string; readonly json?: boolean };
export type ReplayOptions = { readonly dead?: boolean };

const STATES: readonly string[] = ['waiting', 'sent', 'dead'] satisfies readonly State[];

export async function listOutbox({ state, limit, json = false }: ListOptions): Promise<void> {
	if (state !== undefined && !isState(state)) usage(`--state takes ${STATES.join(', ')}, and "${state}" is none.`);
	const most = /^[1-9]\d{0,5}$/.test(limit) ? Number(limit) : usage(`--limit takes a whole number up to 999999.`);
	const found = await stored(() => listed(state ?? null, most + 1));
	const rows = found.slice(0, most).map((row) => ({ ...row, destination: masked(row.destination) }));
	process.stdout.write(json ? `${JSON.stringify(rows)}\n` : table(rows));
	if (found.length > most) process.stderr.write(`These are the newest ${most}; --limit shows more.\n`);
}

export async function replayOutbox(ids: readonly string[], { dead = false }: ReplayOptions): Promise<void> {
	if (dead === ids.length > 0) usage('outbox replay takes either ids or --dead.');
	const again = await stored(() => replayed(dead ? null : ids, new Date()));
	process.stdout.write(`${again.length} will be tried again at once.\n`);
	const missing = ids.filter((id) => !again.includes(id));
	for (const id of missing) process.stderr.write(`${line(notThere(id))}\n`);
	if (missing.length > 0) fail();
}

const isState = (text: string): text is State => STATES.includes(text);

const notThere = (id: string) =>
	wrong(
		'not-replayable',
		`outbox ${id}`,
		'something that waits or is dead',
		'nothing, or what was sent or is being tried',
		'See bellwether outbox list.'
	);

/** Enough of an address to know it again, and too little to write to it. */
function masked(destination: string): string {
	const at = destination.lastIndexOf('@');
	if (at > 0) return `${[...destination][0] ?? ''}…${destination.slice(at)}`;
	if (URL.canParse(destination)) return `${new URL(destination).origin}/…`;
	return destination === '' ? '' : '…';
}

const HEAD = ['id', 'kind', 'to', 'state', 'tries', 'when', 'error'];

function table(rows: readonly Listed[]): string {
	const cells = rows.map((row) => [
		row.id,
		row.kind,
		row.destination,
		row.state,
		String(row.attempts),
		`${row.state === 'waiting' ? 'due ' : ''}${row.settled_at ?? row.due_at}`,
		(row.error ?? '').replaceAll(/\s+/g, ' ')
	]);
	const all = [HEAD, ...cells];
	const widths = HEAD.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
	const lines = all.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
	return `${lines.map((each) => each.trimEnd()).join('\n')}\n`;
}
