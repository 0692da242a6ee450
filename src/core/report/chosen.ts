// What the findings chose: the headline sentence and the cards of the key areas, in shown order.
import type { Finding } from '#core/findings/findings.ts';
import { once } from '#core/instrument/once.ts';
import type { Inline } from '#core/instrument/prose.ts';
import type { Composition } from './composition.ts';
import type { CardBlock } from './report.ts';
import { card } from './verdicts.ts';

export const ofKind = <K extends Finding['kind']>(findings: readonly Finding[], kind: K) =>
	findings.filter((finding): finding is Extract<Finding, { kind: K }> => finding.kind === kind);

/** The headline sentence that the content gives for strongest, weakest and tone; empty where none is written. */
export function headline(c: Pick<Composition, 'findings' | 'instrument'>): readonly Inline[] {
	const [finding] = ofKind(c.findings, 'headline');
	if (finding === undefined) return [];
	const written = c.instrument.headlines.find(
		(each) => each.strongest === finding.strongest && each.weakest === finding.weakest && each.tone === finding.tone
	);
	return written?.text ?? [];
}

/** The cards of the key areas in shown order, made once a report. */
export const cards: (c: Composition) => readonly CardBlock[] = once((c) =>
	ofKind(c.findings, 'key-area').map((finding) => card(c, finding))
);
