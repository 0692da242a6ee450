// The settings of a campaign at a fair, typed and saved by hand on the pages of the studio.
import type { Page } from '@playwright/test';
import { expect } from 'vitest';
import { png } from './pictures.ts';
import { fills, isSound, presses, sets } from './studio-page.ts';

type Wanted = {
	/** The wording of its box. */
	readonly consent: string;
	/** Who is told of new leads. */
	readonly notify: string;
	/** The origin that may embed it. */
	readonly site: string;
};

/** From any page about the campaign; two of its pages are looked at on the way. */
export async function setsFair(page: Page, { consent, notify, site }: Wanted): Promise<void> {
	const logo = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(png(90, 24)) };
	await sets(page, 'Look', async () => {
		await fills(page, { 'Name of the firm': 'Fair & Square', Colour: '#7a1fa2' });
		await page.getByLabel('Logo', { exact: true }).setInputFiles(logo);
	});
	expect(await page.getByAltText('The logo now').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(90);
	await isSound(page);
	await sets(page, 'Gate and form', async () => {
		await page.getByRole('radio', { name: /^The summary/ }).check();
		await page.getByRole('radio', { name: /^After the survey/ }).check();
		await presses(page, 'Add a consent');
		await fills(page, { Wording: consent });
	});
	await isSound(page);
	await sets(page, 'Offers', async () => {
		await presses(page, 'Add an offer');
		await fills(page, {
			'What it says': 'Half an hour about your result.',
			Button: 'Choose a time',
			'Where the button leads': `${site}/call`
		});
	});
	await sets(page, 'Mails', () => page.getByLabel('Subject').first().fill('For {{name}}: your result'));
	await sets(page, 'Follow-up', () => fills(page, { 'Tell these people of every new lead': notify }));
	await sets(page, 'Sites', () => fills(page, { 'Sites that may show the survey': `${site}/any/page` }));
	expect(await page.getByLabel('Sites that may show the survey').inputValue()).toBe(site);
}
