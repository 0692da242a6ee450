// The band above every page of a demonstration, and no band above the pages of a real installation.
import { render, screen } from '@testing-library/svelte';
import { createRawSnippet } from 'svelte';
import { expect, test } from 'vitest';
import Layout from '../../../src/routes/+layout.svelte';

const children = createRawSnippet(() => ({ render: () => '<main><h1>A page</h1></main>' }));
const page = (isDemonstration: boolean) =>
	render(Layout, {
		data: { isDemonstration, brand: { firm: 'A firm', logo: null, footer: '', home: '/' } },
		params: {},
		children
	} as never);

test('everything invented is said to be so before anything else, as a region that can be found', () => {
	page(true);
	const band = screen.getByRole('region', { name: 'Demonstration' });
	expect(band).toHaveTextContent(/^Demonstration: every company and person here is invented/);
	expect(band.compareDocumentPosition(screen.getByRole('main'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
});

test('a real page has no such band', () => {
	page(false);
	expect(screen.queryByRole('region')).toBeNull();
});
