// Rich text as data: the allow-listed nodes that Markdown may become. Nothing here can hold markup.

export type Inline =
	| { readonly kind: 'text'; readonly text: string }
	| { readonly kind: 'strong' | 'emphasis'; readonly inline: readonly Inline[] }
	| { readonly kind: 'code'; readonly text: string }
	/** `href` is http, https or mailto: the parser refuses all else. */
	| { readonly kind: 'link'; readonly href: string; readonly inline: readonly Inline[] }
	| { readonly kind: 'break' }
	/** `{{name}}` in the source; `fill` replaces it with a text node before anything is drawn. */
	| { readonly kind: 'placeholder'; readonly name: string };

export type ProseBlock =
	| { readonly kind: 'paragraph'; readonly inline: readonly Inline[] }
	| { readonly kind: 'heading'; readonly level: 3 | 4; readonly inline: readonly Inline[] }
	| { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Prose[] }
	| { readonly kind: 'quote'; readonly blocks: Prose }
	| { readonly kind: 'code-block'; readonly text: string }
	| { readonly kind: 'rule' }
	| {
			readonly kind: 'table';
			readonly align: readonly ('left' | 'right' | 'center' | null)[];
			readonly head: readonly (readonly Inline[])[];
			readonly rows: readonly (readonly (readonly Inline[])[])[];
	  };

export type Prose = readonly ProseBlock[];
