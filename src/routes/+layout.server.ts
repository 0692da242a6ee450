// Whose site this is, and whether everything in it is invented, for the head of every page, those of errors included.
import { brand } from '#lib/server/brand.ts';
import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
	brand: brand(locals.theme),
	isDemonstration: locals.isDemonstration ?? false
});
