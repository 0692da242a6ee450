// The texts of a part → wordings with their conditions in words and their placeholders in sight.
import type { Condition } from '#core/instrument/condition.ts';
import { eachLine } from '#core/instrument/fill.ts';
import type { Instrument, Move, Text, Verdict } from '#core/instrument/instrument.ts';
import { once } from '#core/instrument/once.ts';
import type { Inline, Prose } from '#core/instrument/prose.ts';
import { say } from '#core/instrument/say-condition.ts';
import { countWords } from '#core/instrument/words.ts';
import type { Source } from '../method-page/source.ts';
import { tongueOf } from '../method-page/tongue.ts';
import type { Group, Keyword, Wording } from './pages.ts';

const questionsOf = once((instrument: Instrument) => new Map(instrument.questions.map((each) => [each.id, each])));

/** Null where there is no condition. */
export const inWords = (source: Source, condition: Condition | null): string | null =>
	condition && say(condition, tongueOf(source), questionsOf(source.instrument));

/** A line in which every placeholder is code, as it is written in the file. */
export const visible = (inline: readonly Inline[]): readonly Inline[] =>
	inline.map((node): Inline => {
		if (node.kind === 'placeholder') return { kind: 'code', text: `{{${node.name}}}` };
		return 'inline' in node ? { ...node, inline: visible(node.inline) } : node;
	});

const visibleProse = (prose: Prose): Prose => eachLine(prose, visible);

export const wordingOf = (source: Source, { when, heading, body }: Omit<Text, 'placeholders'>): Wording => ({
	condition: inWords(source, when),
	heading: visible(heading),
	body: visibleProse(body),
	words: countWords(body),
	move: null
});

const isVerdict = (keyword: Keyword): keyword is Verdict => ['keep', 'change', 'stop'].includes(keyword);

/** One group a keyword that has texts, in the order given. */
export const groupsOf = (
	source: Source,
	texts: readonly (readonly [Keyword, readonly Text[]])[],
	band: string | null = null
): readonly Group[] =>
	texts
		.filter(([, those]) => those.length > 0)
		.map(([keyword, those]) => ({
			keyword,
			verdict: isVerdict(keyword) ? keyword : null,
			band,
			wordings: those.map((text) => wordingOf(source, text))
		}));

export function movesOf(source: Source, moves: readonly Move[]): readonly Group[] {
	const wordings = moves.map((move) => ({
		...wordingOf(source, move),
		move: { owner: visible(move.owner), outside: move.outside, sign: visible(move.sign) }
	}));
	return wordings.length === 0 ? [] : [{ keyword: 'move', verdict: null, band: null, wordings }];
}
