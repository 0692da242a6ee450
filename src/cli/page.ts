// A report in a theme → one HTML file that needs nothing else: the page's own component with its styles inside.
import { render } from 'svelte/server';
import type { Theme } from '#core/instrument/theme.ts';
import { closed } from '#core/report/closing.ts';
import type { Report } from '#core/report/report.ts';
import Standalone from '#lib/report/Standalone.svelte';
import { brandInside, styleOf } from '#lib/server/brand.ts';
import styles from '../app.css?inline';

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function page(report: Report, theme: Theme): string {
	const props = { report: closed(report, theme.closing), brand: brandInside(theme) };
	const { head, body } = render(Standalone, { props });
	return `<!doctype html>
<html lang="${escaped(report.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(report.cover.title)}</title>
<style>${styleOf(theme)}${styles}</style>
${head}
</head>
<body>${body}</body>
</html>
`;
}
