// The version against the lock of the last release. Half an instrument has other hashes, so it is the last check.
import { releaseProblems } from '../release.ts';
import type { Look } from './look.ts';

export function checkRelease({ instrument, folder, head, ledger }: Look): void {
	if (ledger.failed) return;
	const lock = folder.lock?.text ?? null;
	for (const { level, where, ...what } of releaseProblems(instrument, lock, ledger.where(head, ['version'])))
		ledger[level](where, what);
}
