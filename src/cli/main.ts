// The `bellwether` command: what was typed → the function that does it.
import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { draw } from '#core/instrument/draw.ts';
import { env } from '#lib/server/env.ts';
import { scoreLine } from '#lib/server/score-line.ts';
import { makeBackup, restoreBackup, verifyBackup, type BackupOptions, type RestoreOptions } from './backup.ts';
import { buildBenchmarks, listEditions } from './benchmark.ts';
import { checkContent, type CheckOptions } from './check.ts';
import { eraseResponses, retainResponses, type EraseOptions } from './erase.ts';
import { exportEdition, takeEdition, type ExportEditionOptions, type ImportEditionOptions } from './exchange.ts';
import { exportResponses, type ExportOptions } from './export.ts';
import { loadInstrument } from './instrument.ts';
import { endKey, listKeys, makeKey, type AddKeyOptions, type ListKeysOptions } from './key.ts';
import { newInstrument } from './new.ts';
import { today } from './date.ts';
import { demonstrate, type DemoOptions } from './demo.ts';
import { listOutbox, replayOutbox, type ListOptions, type ReplayOptions } from './outbox.ts';
import { ending } from './output.ts';
import { writeReport, type ReportOptions } from './report.ts';
import { checkedResponses } from './score.ts';
import { serve } from './serve.ts';
import { simulateResponses, type SimulateOptions } from './simulate.ts';
import {
	addUser,
	disableUser,
	listUsers,
	resetPassword,
	type AddOptions,
	type ListUsersOptions,
	type ResetOptions
} from './user.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
	version: string;
};

const program = new Command('bellwether')
	.description('Diagnostic benchmark surveys: questions and narratives in, scores and reports out.')
	.version(version)
	// Before the commands, which inherit it: wrong usage ends with 2, help and version with 0.
	.exitOverride((error) => process.exit(error.exitCode === 0 ? 0 : 2));

program
	.command('serve', { isDefault: false })
	.description('the web server, as npm start')
	.action(() => ending(() => serve()));

program
	.command('check [folder]')
	.description('every problem in the content, with file, line and remedy')
	.option('--json', 'problems as JSON')
	.option('--release', 'where nothing is wrong, write versions.lock into the folder of each instrument')
	.action((folder: string | undefined, options: CheckOptions) =>
		ending(() => checkContent(folder ?? env().contentDir, options))
	);

program
	.command('score <instrument> <answers>')
	.description('one JSON object a response, a line each; answers are JSON, JSON Lines, CSV or - for standard input')
	.action((wanted: string, answers: string) =>
		ending(() => {
			const instrument = loadInstrument(wanted, env().contentDir);
			for (const each of checkedResponses(instrument, answers)) {
				process.stdout.write(`${JSON.stringify(scoreLine(instrument, each.id, each.answers))}\n`);
			}
		})
	);

program
	.command('report <instrument> <answers>')
	.description('the report of exactly one response')
	.requiredOption('--out <file>', 'a name that ends in .json, .pdf, .html, or .png for the share picture')
	.option('--locale <locale>', 'language of the report', 'en')
	.option('--date <date>', 'yyyy-mm-dd, the day that the report bears', today())
	.option('--edition <file>', 'a benchmark edition to compare with')
	.option(
		'--theme <file>',
		'whose report it is: name, logo, colour, footer, closing page (default: themes/default.yaml)'
	)
	.action((wanted: string, answers: string, options: ReportOptions) =>
		ending(() => writeReport(loadInstrument(wanted, env().contentDir), answers, options))
	);

program
	.command('simulate <instrument>')
	.description(
		'what simulated respondents are told: texts never or always shown, patterns, lengths, spread of the indices'
	)
	.option('--respondents <number>', 'how many', '10000')
	.option('--seed <number>', 'the same seed, the same respondents', '1')
	.option('--answers <number>', 'print the answers of this one respondent instead, for "bellwether report"')
	.option('--json', 'the summary as JSON')
	.option(
		'--edition <file>',
		'write them as a benchmark edition instead, for a sample report; it is marked as a demonstration'
	)
	.option('--date <date>', 'yyyy-mm-dd, the day of that edition', today())
	.action((wanted: string, options: SimulateOptions) =>
		ending(() => simulateResponses(loadInstrument(wanted, env().contentDir), options))
	);

program
	.command('demo')
	.description('invented companies, people, campaigns and editions, in a place of their own, to see it all at work')
	.option('--companies <number>', 'how many', '2000')
	.option('--seed <number>', 'the same seed and date, the same companies', '1')
	.option('--date <date>', 'yyyy-mm-dd, the day up to which they have answered', today())
	.option('--folder <folder>', 'where it is kept (default: DATA_DIR with -demonstration behind it)')
	.option('--database <url>', 'a PostgreSQL database that is empty, or a demonstration')
	.option('--again', 'make one that is there anew')
	.option('--serve', 'serve it afterwards')
	.action((options: DemoOptions) => ending(() => demonstrate(options)));

program
	.command('backup <file>')
	.description('all that is kept, with its secret, in one file; beside a running server. A folder gets a new file')
	.option('--keep <number>', 'in a folder: delete all but so many of the newest')
	.action((file: string, options: BackupOptions) => ending(() => makeBackup(file, options)));

program
	.command('verify <file>')
	.description('whether a backup is whole, by restoring it beside what is kept')
	.action((file: string) => ending(() => verifyBackup(file)));

program
	.command('restore <file>')
	.description('a backup, verified, in the place of what is kept; while no server runs')
	.option('--replace', 'also where there are responses: they are set aside first')
	.action((file: string, options: RestoreOptions) => ending(() => restoreBackup(file, options)));

program
	.command('erase')
	.description('responses, and all that hangs on them')
	.option('--email <address>', 'all that this address was given for')
	.option('--response <id>', 'this one')
	.action((options: EraseOptions) => ending(() => eraseResponses(options)));

program
	.command('retain')
	.description('erase what is over time by content/site.md; a server does so every day')
	.action(() => ending(() => retainResponses()));

program
	.command('export <instrument>')
	.description('completed responses with their scores, one a line, on standard output')
	.requiredOption('--format <format>', 'csv or jsonl')
	.option('--codebook <file>', 'also write, as CSV, what each column holds')
	.action((wanted: string, options: ExportOptions) => ending(() => exportResponses(wanted, options)));

const edition = program.command('edition').description('the benchmark: what is known of all who answered');

edition
	.command('build [instrument]')
	.description('count what is new, and tell it in a new edition where enough is; a server does so every day')
	.action((instrument: string | undefined) => ending(() => buildBenchmarks(instrument)));

edition
	.command('list')
	.description('the editions, the newest first')
	.option('--json', 'as one JSON array')
	.action((options: { readonly json?: boolean }) => ending(() => listEditions(options)));

edition
	.command('export <edition>')
	.description('what may be told of an edition, or of the newest of an instrument, signed')
	.option('--out <file>', 'where to write it (default: standard output)')
	.action((wanted: string, options: ExportEditionOptions) => ending(() => exportEdition(wanted, options)));

edition
	.command('import <file>')
	.description('an edition that others published, after checking who signed it: reports say what it is')
	.option('--key <fingerprint>', 'take it only if this key signed it')
	.option('--dry-run', 'only say whether it could be imported')
	.action((file: string, options: ImportEditionOptions) => ending(() => takeEdition(file, options)));

const outbox = program.command('outbox').description('messages and jobs that wait, were sent, or are dead');

outbox
	.command('list')
	.description('what is in it, the newest first')
	.option('--state <state>', 'only what is waiting, sent or dead')
	.option('--limit <number>', 'how many', '1000')
	.option('--json', 'as one JSON array')
	.action((options: ListOptions) => ending(() => listOutbox(options)));

outbox
	.command('replay [ids...]')
	.description('try again at once, with all tries before it, what is dead or waits')
	.option('--dead', 'all that are dead')
	.action((ids: string[], options: ReplayOptions) => ending(() => replayOutbox(ids, options)));

const user = program.command('user').description('people who work in the studio');

user
	.command('add <address>')
	.description('invite somebody: prints a link that is good for seven days')
	.option('--role <role>', 'owner, consultant, marketer or viewer', 'viewer')
	.action((address: string, options: AddOptions) => ending(() => addUser(address, options)));

user
	.command('list')
	.description('who there is, with role and state')
	.option('--json', 'as one JSON array')
	.action((options: ListUsersOptions) => ending(() => listUsers(options)));

user
	.command('disable <address>')
	.description('end their sessions and let them in no more')
	.action((address: string) => ending(() => disableUser(address)));

user
	.command('reset-password <address>')
	.description('prints a link, good for an hour, by which they choose a new one')
	.option('--drop-second-factor', 'also forget their second factor, for who has lost telephone and codes')
	.action((address: string, options: ResetOptions) => ending(() => resetPassword(address, options)));

const key = program.command('key').description('API keys, with which other programs read what is here');

key
	.command('add')
	.description('a new one, printed this once')
	.requiredOption('--name <name>', 'the program that uses it')
	.requiredOption('--scope <scopes...>', 'what it may read: responses:read, leads:read, campaigns:read, editions:read')
	.option('--last-day <date>', 'yyyy-mm-dd, the last day in UTC that it is valid')
	.action((options: AddKeyOptions) => ending(() => makeKey(options)));

key
	.command('list')
	.description('all there are, the newest first')
	.option('--json', 'as one JSON array')
	.action((options: ListKeysOptions) => ending(() => listKeys(options)));

key
	.command('revoke <id>')
	.description('refused from the next request on')
	.action((id: string) => ending(() => endKey(id)));

program
	.command('new <instrument>')
	.description('a small instrument that works, to start from')
	.action((id: string) => ending(() => newInstrument(id, env().contentDir)));

program
	.command('draw <instrument>')
	.description('the flow of questions as a Mermaid graph')
	.action((wanted: string) =>
		ending(() => process.stdout.write(`${draw(loadInstrument(wanted, env().contentDir))}\n`))
	);

await program.parseAsync();
