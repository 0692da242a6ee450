// A report → one HTML file that needs nothing else: the page's own component with its styles inside.
import { render } from 'svelte/server';
import type { Report } from '#core/report/report.ts';
import ReportView from '#lib/report/Report.svelte';
import styles from '../app.css?inline';

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

export function page(report: Report): string {
	const { head, body } = render(ReportView, { props: { report } });
	return `<!doctype html>
<html lang="${escaped(report.locale)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${escaped(report.cover.title)}</title>
<style>${styles}</style>
${head}
</head>
<body>${body}</body>
</html>
`;
}
