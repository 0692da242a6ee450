// Whose pages these are: what stands at their head and foot.

export type Brand = {
	readonly firm: string;
	/** Width and height in pixels of the file. */
	readonly logo: { readonly src: string; readonly width: number; readonly height: number } | null;
	/** One line; empty where there is none. */
	readonly footer: string;
	/** Where the firm's name leads. */
	readonly home: string;
};
