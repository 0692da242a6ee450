// The content folder on the disk: read whole, refused whole, read again in development, never left.
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test } from 'vitest';
import { content, questionnaire, readFolder } from '#lib/server/content.ts';
import { UnreadableFolder } from '#lib/server/folder.ts';
import { smallContent, writeContent } from '../support/small-content.ts';
import { makeWorld } from '../support/world.ts';

const world = makeWorld();
afterAll(() => world.stop());
afterEach(() => {
	rmSync(world.content, { recursive: true });
	writeContent(world.content);
});

const problemsOf = (folder: string): readonly string[] => {
	try {
		readFolder(folder);
	} catch (error) {
		if (error instanceof UnreadableFolder) return error.problems.map(({ code, where }) => `${code} ${where}`);
		throw error;
	}
	return [];
};

test('instruments by their ids, and who runs the site', () => {
	expect([...content().instruments.keys()]).toEqual(['small']);
	expect(content().site).toMatchObject({ name: 'Test operator' });
	expect(questionnaire('small')).toMatchObject({ id: 'small', hash: content().instruments.get('small')?.hash });
	expect(questionnaire('small')).toBe(questionnaire('small'));
	expect(questionnaire('other')).toBeNull();
});

test('a change is seen in development, and what did not change is not read again', () => {
	const before = content();
	expect(content()).toBe(before);
	writeFileSync(join(world.content, 'small/10-you/section.md'), '---\nabout: context\n---\n# About you\n');
	expect(content().instruments.get('small')?.sections[0]?.title).toBe('About you');
});

test('every error is told, with its place, until it is mended', () => {
	writeContent(world.content, {
		'small/20-work/10-first.md': '---\nscale: nothing\n---\n# We plan.\n',
		'small/10-you/20-days.md': '---\ntype: number\nmin: x\n---\n# How many days?\n'
	});
	expect(() => content()).toThrow(/small\/10-you\/20-days\.md:\d+: /);
	expect(() => content()).toThrow(/small\/20-work\/10-first\.md:\d+: /);
	writeContent(world.content);
	expect(content().instruments.size).toBe(1);
});

test('a folder gives its text files by path; hidden ones and pictures are passed over', () => {
	mkdirSync(join(world.content, '.git'));
	writeFileSync(join(world.content, '.git/config'), 'x');
	writeFileSync(join(world.content, 'logo.png'), new Uint8Array([0x89, 0x50, 0xff, 0xfe]));
	expect(
		readFolder(world.content)
			.map(({ path }) => path)
			.toSorted()
	).toEqual(Object.keys(smallContent).toSorted());
});

test('links are refused, wherever they lead', () => {
	symlinkSync('/etc/passwd', join(world.content, 'small/areas/out.md'));
	symlinkSync(join(world.content, 'small'), join(world.content, 'again'));
	expect(problemsOf(world.content)).toEqual(['not-a-file again:1', 'not-a-file small/areas/out.md:1']);
	expect(() => content()).toThrow(/again:1: not-a-file: expected files and folders, found a link/);
});

test('what is no text, or too much of it, is told', () => {
	writeFileSync(join(world.content, 'small/areas/latin.md'), new Uint8Array([0x23, 0x20, 0xe9]));
	writeFileSync(join(world.content, 'small/areas/long.md'), 'x'.repeat(1_000_001));
	expect(problemsOf(world.content)).toEqual([
		'not-utf-8 small/areas/latin.md:1',
		'file-too-large small/areas/long.md:1'
	]);
});

test('a folder that is not there is told', () => {
	const nowhere = join(world.folder, 'nowhere');
	expect(problemsOf(nowhere)).toEqual([`folder-missing ${nowhere}`]);
});
