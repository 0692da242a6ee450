// What a browser says of itself → the two words by which its owner knows it; empty: it says nothing that is known.

const browsers: readonly (readonly [RegExp, string])[] = [
	[/\bEdg(A|iOS)?\//, 'Edge'],
	[/\bOPR\//, 'Opera'],
	[/\b(Firefox|FxiOS)\//, 'Firefox'],
	[/(Chrome|CriOS)\//, 'Chrome'],
	[/\bSafari\//, 'Safari']
];

const systems: readonly (readonly [RegExp, string])[] = [
	[/\b(iPhone|iPad)\b/, 'iOS'],
	[/\bAndroid\b/, 'Android'],
	[/\bWindows\b/, 'Windows'],
	[/\bMac OS X\b/, 'macOS'],
	[/\b(Linux|X11)\b/, 'Linux']
];

const first = (list: readonly (readonly [RegExp, string])[], text: string): string =>
	list.find(([pattern]) => pattern.test(text))?.[1] ?? '';

export const deviceOf = (userAgent: string): { readonly browser: string; readonly system: string } => ({
	browser: first(browsers, userAgent),
	system: first(systems, userAgent)
});
