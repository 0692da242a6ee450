// Versions that do not say what changed since the last release, and locks that nobody can read.
import { lockOf } from '#core/instrument/release.ts';
import { compiled, type Edit } from '../tiny.ts';
import { table } from './table.ts';

const locked: Edit = ['versions.lock', lockOf(compiled())];
const score: Edit = ['30-craft/30-method.md', 'score: 50', 'score: 60'];
const word: Edit = ['30-craft/30-method.md', 'on a bicycle', 'on the tram'];
const version = (number: string): Edit => ['instrument.md', 'version: 1.0.0', `version: ${number}`];

const BROKEN =
	'tiny/versions.lock:1: lock-broken: expected the lines "version: …", "scoring: …" and "texts: …" of the last release, found something else. Restore the file; only "check --release" writes it.';

table('the version after a release', [
	['a score moved', [locked, score], [moved('1.0.0')]],
	['a score moved, under a new minor version', [locked, score, version('1.4.0')], [moved('1.4.0')]],
	['a score moved and a text changed', [locked, score, word], [moved('1.0.0')]],
	['a score moved, under a new major version', [locked, score, version('2.0.0')], []],
	[
		'a text changed',
		[locked, word],
		[
			'warning tiny/instrument.md:3: unreleased-change: expected a version above 1.0.0, which was released with other texts, found 1.0.0. Write "version: 1.1.0", or 1.0.1 if only a typo was mended.'
		]
	],
	['a text changed, under a new patch', [locked, word, version('1.0.1')], []],
	['a new version without a change', [locked, version('1.1.0')], []],
	['a version below the last', [locked, version('0.12.7')], [lowered('0.12.7', '1.0.0')]],
	['a version below the last, and a text changed', [locked, word, version('0.9.0')], [lowered('0.9.0', '1.1.0')]],
	['a version below the last, and a score moved', [locked, score, version('0.9.0')], [lowered('0.9.0', '2.0.0')]],
	[
		'an error elsewhere, which leaves out what would be compared',
		[locked, ['areas/calls.md', 'index: reach', 'index: rich']],
		[
			'tiny/areas/calls.md:2: unknown-index: expected one of the indices reach, craft, habits, personal, found "rich". Correct the name.'
		]
	]
]);

table('the lock', [
	['an empty one', [['versions.lock', '']], [BROKEN]],
	['one that git could not merge', [['versions.lock', `<<<<<<< ours\n${String(locked[1])}`]], [BROKEN]],
	['one without a hash', [['versions.lock', String(locked[1]).replace(/^texts.*$/m, '')]], [BROKEN]],
	['one with Windows line endings', [['versions.lock', String(locked[1]).replaceAll('\n', '\r\n')]], []]
]);

function moved(found: string): string {
	return `tiny/instrument.md:3: score-moved: expected version 2.0.0, because the same answers may now score otherwise than in 1.0.0, found ${found}. Write "version: 2.0.0", or undo what moves the score.`;
}

function lowered(found: string, due: string): string {
	return `tiny/instrument.md:3: version-lowered: expected no version below 1.0.0, the last released, found ${found}. Write "version: ${due}".`;
}
