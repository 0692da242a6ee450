// The first question of our survey, beside SurveyJS asking the same and beside a form written by hand.
import type { Browser } from '@playwright/test';
import { questionnaireOf } from '#core/instrument/questionnaire.ts';
import { flagship } from '../support/flagship.ts';
import { startServer } from '../support/server.ts';
import { launchChromium } from '../support/chromium.ts';
import { clickToPaint, unpaced } from './clicks.ts';
import { compared, kilobytes, milliseconds, sized, told, type Figure, type Limit } from './figure.ts';
import { openFirst, type Opening } from './first-question.ts';
import { keptBeforeScripts } from './kept-early.ts';
import { ratio, rounds, sample, type Sample } from './rounds.ts';
import { staticForm } from './static-form.ts';
import { serveFiles } from './static-server.ts';
import { surveyJsSite } from './survey-js-page.ts';

const ROUNDS = 5;

const fifth: Limit = { at: 'most', ratio: 1 / 5 };
const third: Limit = { at: 'most', ratio: 1 / 3 };

export async function measureSurvey(): Promise<readonly Figure[]> {
	const questionnaire = questionnaireOf(flagship);
	const surveyJs = await serveFiles(surveyJsSite(questionnaire));
	const byHand = await serveFiles({ '/': staticForm(questionnaire) });
	const app = await startServer();
	const ours = `${app.url}/sales-velocity/survey`;
	try {
		const opening = await within([], (browser) =>
			openings(browser, { ours, surveyJs: surveyJs.url, byHand: byHand.url })
		);
		const early = await within([], (browser) => keptBeforeScripts(browser, ours));
		const clicks = await within(unpaced, (browser) =>
			rounds(ROUNDS, { ours: () => clickToPaint(browser, ours), peer: () => clickToPaint(browser, surveyJs.url) })
		);
		return [...opening, early, against('click to paint, p98 | SurveyJS', milliseconds, clicks, third)];
	} finally {
		surveyJs.stop();
		byHand.stop();
		await app.stop();
	}
}

async function openings(
	browser: Browser,
	urls: Readonly<Record<'ours' | 'surveyJs' | 'byHand', string>>
): Promise<readonly Figure[]> {
	const seen: Record<string, Opening[]> = { ours: [], surveyJs: [], byHand: [] };
	const turn = (who: keyof typeof urls) => async () => {
		const opening = await openFirst(browser, urls[who]);
		seen[who]?.push(opening);
		return opening.answered;
	};
	const answered = await rounds(ROUNDS, { ours: turn('ours'), surveyJs: turn('surveyJs'), byHand: turn('byHand') });
	const of = (who: keyof typeof urls, part: 'bytes' | 'document' | 'fonts'): Sample =>
		sample((seen[who] ?? []).map((opening) => opening[part]));
	return [
		sized('page and scripts, over the net', of('ours', 'bytes').max, 60_000),
		against(
			'page and scripts | SurveyJS',
			kilobytes,
			{ ours: of('ours', 'bytes'), peer: of('surveyJs', 'bytes') },
			fifth
		),
		told(
			'the page alone, which keeps answers | a form by hand',
			kilobytes,
			of('ours', 'document'),
			of('byHand', 'document')
		),
		told('fonts, beside that | SurveyJS', kilobytes, of('ours', 'fonts'), of('surveyJs', 'fonts')),
		against(
			'first question answered | SurveyJS',
			milliseconds,
			{ ours: answered.ours, peer: answered.surveyJs },
			fifth
		),
		against(
			'first question answered | a form by hand',
			milliseconds,
			{ ours: answered.ours, peer: answered.byHand },
			{ at: 'most', ratio: 1.6 }
		)
	];
}

const against = (
	name: string,
	unit: (value: number) => string,
	{ ours, peer }: { ours: Sample; peer: Sample },
	limit: Limit
): Figure => compared({ name, unit, ours, peer, ratio: ratio(ours, peer), limit });

/** A browser of its own for as long as the work takes. */
async function within<T>(flags: readonly string[], work: (browser: Browser) => Promise<T>): Promise<T> {
	const browser = await launchChromium(flags);
	try {
		return await work(browser);
	} finally {
		await browser.close();
	}
}
