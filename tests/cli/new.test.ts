// `bellwether new`: what it writes is an instrument without any problem, and what it refuses.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { parseInstrument } from '#core/instrument/parse.ts';
import { line } from '#core/problem.ts';
import { newInstrument } from '../../src/cli/new.ts';
import { ending } from '../../src/cli/output.ts';

let content: string;
let printed: { out: string; err: string };

beforeEach(() => {
	content = mkdtempSync(join(tmpdir(), 'bellwether-new-'));
	printed = { out: '', err: '' };
	vi.spyOn(process.stdout, 'write').mockImplementation((text) => Boolean((printed.out += String(text))));
	vi.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean((printed.err += String(text))));
});

afterEach(() => {
	vi.restoreAllMocks();
	process.exitCode = undefined;
	rmSync(content, { recursive: true });
});

/** Runs the command as main.ts does, and gives the exit status. */
async function run(id: string): Promise<number> {
	process.exitCode = undefined;
	await ending(() => newInstrument(id, content));
	return Number(process.exitCode ?? 0);
}

const written = (id: string) =>
	readdirSync(join(content, id), { recursive: true, encoding: 'utf8' })
		.filter((path) => statSync(join(content, id, path)).isFile())
		.map((path) => ({ path: path.replaceAll('\\', '/'), text: readFileSync(join(content, id, path), 'utf8') }));

describe('a new instrument', () => {
	test('has no problem, neither error nor warning', async () => {
		expect(await run('team-meetings')).toBe(0);
		const { instrument, problems } = parseInstrument('team-meetings', written('team-meetings'));
		expect(problems.map(line)).toEqual([]);
		expect(instrument?.questions.length).toBe(7);
	});

	test.each([
		['team-meetings', 'Team meetings'],
		['null', 'Null'],
		['a--2', 'A 2']
	])('"%s" is called "%s"', async (id, title) => {
		expect(await run(id)).toBe(0);
		expect(parseInstrument(id, written(id)).instrument?.title).toBe(title);
	});

	test('tells in three lines what to do next', async () => {
		await run('team-meetings');
		expect(
			printed.out
				.trimEnd()
				.split('\n')
				.map((text) => /check|serve|Wrote/.exec(text)?.[0])
		).toEqual(['Wrote', 'check', 'serve']);
	});
});

describe('wrong usage', () => {
	test.each([
		'',
		'Meetings',
		'2-meetings',
		'-meetings',
		'team meetings',
		'team_meetings',
		'../meetings',
		'größe',
		'meetings\n'
	])('the id %j', async (id) => {
		expect(await run(id)).toBe(2);
		expect(readdirSync(content)).toEqual([]);
	});

	test.each(['studio', 'r', 'api', 'embed', 'calculators'])('an address of the server: %s', async (id) => {
		expect(await run(id)).toBe(2);
		expect(readdirSync(content)).toEqual([]);
	});

	test('a folder that exists is left as it is', async () => {
		mkdirSync(join(content, 'team-meetings'));
		expect(await run('team-meetings')).toBe(2);
		expect(readdirSync(join(content, 'team-meetings'))).toEqual([]);
		expect(printed.err).toMatch(/^bellwether: .+team-meetings.+\n$/);
	});
});
