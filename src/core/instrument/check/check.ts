// A compiled instrument → everything wrong with it that no single file can know of itself.
import type { Compiled } from '../compiled.ts';
import type { Folder } from '../folder.ts';
import type { Head } from '../head.ts';
import type { Ledger } from '../ledger.ts';
import { checkConditions } from './conditions.ts';
import { checkHead } from './head-links.ts';
import { checkHeadlines } from './headlines.ts';
import { checkIdle } from './idle.ts';
import { checkIds } from './ids.ts';
import { checkLinks } from './links.ts';
import { lookAt } from './look.ts';
import { checkOrder } from './order.ts';
import { checkPlaceholders } from './placeholders.ts';
import { checkQuestionLinks } from './question-links.ts';
import { checkRelease } from './release.ts';
import { checkSentences } from './sentences.ts';
import { checkTexts } from './texts.ts';
import { checkTones } from './tones.ts';
import { checkVariants } from './variants.ts';
import { checkWording } from './wording.ts';

const CHECKS = [
	checkIds,
	checkLinks,
	checkQuestionLinks,
	checkHead,
	checkTones,
	checkConditions,
	checkOrder,
	checkIdle,
	checkTexts,
	checkVariants,
	checkPlaceholders,
	checkHeadlines,
	checkWording,
	checkSentences,
	checkRelease
];

/** Tells the ledger every problem between files. */
export function checkInstrument(compiled: Compiled, folder: Folder, head: Head, ledger: Ledger): void {
	const look = lookAt(compiled, folder, head, ledger);
	for (const check of CHECKS) check(look);
}
