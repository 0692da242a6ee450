// An instrument and the lock of its last release → which version it must bear by now.
import type { Problem } from '#core/problem.ts';
import type { Compiled } from './compiled.ts';
import { scoringHash, textsHash } from './fingerprint.ts';
import { wrong, type Wrong } from './wrong.ts';

type Lock = { readonly version: string; readonly scoring: string; readonly texts: string };

const LOCK = /^version: (\d{1,6}\.\d{1,6}\.\d{1,6})\nscoring: ([0-9a-f]{64})\ntexts: ([0-9a-f]{64})$/;

/** The text of `versions.lock` for an instrument as it is now. */
export function lockOf(instrument: Compiled): string {
	return [
		'# Written by "bellwether check --release". It says what was released under which version.',
		`version: ${instrument.version}`,
		`scoring: ${scoringHash(instrument)}`,
		`texts: ${textsHash(instrument)}\n`
	].join('\n');
}

/**
 * What is wrong with the version of an instrument whose `versions.lock` has this text; null is one never released, and
 * nothing is wrong with it. At most one problem, at `versionAt`, or in the lock itself.
 */
export function releaseProblems(
	instrument: Compiled,
	lockText: string | null,
	versionAt = 'instrument.md:1'
): readonly Problem[] {
	if (lockText === null) return [];
	const lock = readLock(lockText);
	if (!lock) return [{ ...LOCK_BROKEN, level: 'error', where: 'versions.lock:1' }];
	const { version } = instrument;
	const moved = scoringHash(instrument) !== lock.scoring;
	const changed = textsHash(instrument) !== lock.texts;
	const [major = 0, minor = 0, patch = 0] = numbersOf(lock.version);
	const due = moved ? `${major + 1}.0.0` : changed ? `${major}.${minor + 1}.0` : lock.version;
	if (isLower(version, lock.version))
		return [{ ...versionLowered(version, lock.version, due), level: 'error', where: versionAt }];
	if (moved && numbersOf(version)[0] === major)
		return [{ ...scoreMoved(version, lock.version, due), level: 'error', where: versionAt }];
	if (changed && version === lock.version)
		return [{ ...unreleased(version, due, `${major}.${minor}.${patch + 1}`), level: 'warning', where: versionAt }];
	return [];
}

function readLock(text: string): Lock | null {
	const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
	const said = lines.map((line) => line.trim()).filter((line) => line !== '' && !line.startsWith('#'));
	const [, version, scoring, texts] = LOCK.exec(said.join('\n')) ?? [];
	return version && scoring && texts ? { version, scoring, texts } : null;
}

const numbersOf = (version: string): readonly number[] => version.split('.').map(Number);

function isLower(version: string, than: string): boolean {
	const [own, other] = [numbersOf(version), numbersOf(than)];
	const at = own.findIndex((part, position) => part !== other[position]);
	return (own[at] ?? 0) < (other[at] ?? 0);
}

const LOCK_BROKEN = wrong(
	'lock-broken',
	'the lines "version: …", "scoring: …" and "texts: …" of the last release',
	'something else',
	'Restore the file; only "check --release" writes it.'
);

const versionLowered = (version: string, locked: string, due: string): Wrong =>
	wrong('version-lowered', `no version below ${locked}, the last released`, version, `Write "version: ${due}".`);

const scoreMoved = (version: string, locked: string, due: string): Wrong =>
	wrong(
		'score-moved',
		`version ${due}, because the same answers may now score otherwise than in ${locked}`,
		version,
		`Write "version: ${due}", or undo what moves the score.`
	);

const unreleased = (version: string, due: string, typo: string): Wrong =>
	wrong(
		'unreleased-change',
		`a version above ${version}, which was released with other texts`,
		version,
		`Write "version: ${due}", or ${typo} if only a typo was mended.`
	);
