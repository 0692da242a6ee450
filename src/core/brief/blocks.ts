// Plain strings → the blocks that a brief is made of.
import type { Inline } from '#core/instrument/prose.ts';
import type { Block, ListBlock, Part } from '#core/report/report.ts';

export type Item = ListBlock['items'][number];

export const text = (said: string): Inline => ({ kind: 'text', text: said });
export const strong = (said: string): Inline => ({ kind: 'strong', inline: [text(said)] });

export const line = (said: string, style: 'plain' | 'note' = 'plain'): Block => ({
	kind: 'prose',
	style,
	prose: [{ kind: 'paragraph', inline: [text(said)] }]
});

export const lines = (said: readonly string[], style: 'plain' | 'note' = 'plain'): readonly Block[] =>
	said.length === 0
		? []
		: [{ kind: 'prose', style, prose: said.map((each) => ({ kind: 'paragraph', inline: [text(each)] })) }];

/** No block for an empty list. */
export const list = (items: readonly Item[]): readonly Block[] => (items.length === 0 ? [] : [{ kind: 'list', items }]);

export const part = (id: string, title: string, blocks: readonly Block[]): Part<string> => ({ id, title, blocks });
