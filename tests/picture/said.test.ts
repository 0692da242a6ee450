// What a share picture says of a report: the sentence before any number, the company only, and nobody's name.
import { describe, expect, test } from 'vitest';
import { tonesOf } from '#core/instrument/accent.ts';
import { plain } from '#core/instrument/fill.ts';
import { plainTheme } from '#core/instrument/theme.ts';
import type { Figure, PanelBlock, Report } from '#core/report/report.ts';
import { pictureOfInstrument } from '#lib/picture/of-instrument.ts';
import { pictureOfReport } from '#lib/picture/of-report.ts';
import { saidIn } from '#lib/picture/picture.ts';
import { svgOf } from '#lib/picture/svg.ts';
import { measure } from '#lib/server/picture-paint.ts';
import { flagship } from '../support/flagship.ts';
import { journeys, pictureIn, reportIn } from '../support/share-pictures.ts';

const panelOf = (report: Report): PanelBlock => {
	const found = report.parts.flatMap(({ blocks }) => blocks).find((block) => block.kind === 'panel');
	if (found?.kind !== 'panel') throw new Error('no panel');
	return found;
};

/** The same report with another picture of the company. */
const withPanel = (report: Report, change: (panel: PanelBlock) => PanelBlock): Report => ({
	...report,
	parts: report.parts.map((part) => ({
		...part,
		blocks: part.blocks.map((block) => (block.kind === 'panel' && block.about === 'company' ? change(block) : block))
	}))
});

const pictured = (report: Report) => pictureOfReport(report, plainTheme, 'survey.example.com');

describe.each(journeys)('%s', (name) => {
	const report = reportIn(name);
	const panel = panelOf(report);
	const picture = pictureIn(name);
	const said = saidIn(picture);

	test('opens with the headline sentence, or shows no number at all', () => {
		const sentence = plain(panel.headline);
		if (sentence === '') {
			expect([picture.beside.kind, picture.terms]).toEqual(['text', []]);
			expect(said).not.toMatch(/\d+(\.\d)? of 100/);
		} else {
			expect(picture.headline).toBe(sentence);
			expect(said).toContain(`${panel.total.shown} of 100, ${panel.total.band}.`);
		}
	});

	test('names every term with its number, and the weakest as such', () => {
		for (const { label, shown, mark } of picture.terms) {
			expect(said).toContain(`${label} ${shown}`);
			if (mark !== null) expect(said).toContain(`${label} ${shown} (Weakest term)`);
		}
		expect(picture.terms.filter(({ mark }) => mark !== null)).toHaveLength(picture.terms.length === 0 ? 0 : 1);
	});

	test('has three acts of seven words at most', () => {
		const lists = picture.notes.flatMap((note) => (note.kind === 'list' ? [note.items] : []));
		expect(lists.map((items) => items.length)).toEqual([3]);
		for (const item of lists.flat()) expect(item.split(' ').length).toBeLessThanOrEqual(7);
	});

	test('says what it is worth where the four numbers were given, in the words of the summary', () => {
		const money = picture.notes.filter(({ kind }) => kind === 'text');
		const given = report.parts.some(({ blocks }) => blocks.some(({ kind }) => kind === 'velocity'));
		expect(money).toHaveLength(given ? 1 : 0);
		for (const note of money) expect(note.kind === 'text' && note.text).toMatch(/a working day.+ a year\.$/);
	});

	test('says who answered, when, where the peers are, and where the method is told', () => {
		expect(said).toContain('As answered by one person on 22 November 2026.');
		expect(said).toContain('Method: survey.example.com/sales-velocity/method.');
		expect(said.includes('Peers open at 10 companies.')).toBe(picture.beside.kind === 'score');
	});
});

describe('nobody stands in it', () => {
	const named = 'Quentin Featherstonehaugh';
	const named2 = 'Featherstonehaugh Pumps';
	const report = reportIn('notorious-discounter');
	const dressed: Report = {
		...report,
		cover: { ...report.cover, subtitle: `Report for ${named2}` },
		parts: report.parts.map((part) => ({
			...part,
			title: `${part.title} ${named}`,
			blocks: part.blocks.map((block) =>
				block.kind === 'panel'
					? { ...block, label: named }
					: block.kind === 'card'
						? { ...block, heading: [{ kind: 'text', text: named }] }
						: block
			)
		}))
	};

	test('neither a name nor the company’s, whatever else the report says', () => {
		const svg = svgOf(pictured(dressed), measure);
		expect(svg).not.toMatch(/Quentin|Featherstonehaugh/);
		expect(svg).toBe(svgOf(pictured(report), measure));
	});

	test('no figure of the person', () => {
		const personal = report.parts
			.flatMap(({ blocks }) => blocks)
			.flatMap((block) => (block.kind === 'panel' && block.about === 'personal' ? [block] : []));
		expect(personal.length).toBeGreaterThan(0);
		for (const { total, figures } of personal)
			for (const { label } of [total, ...figures]) expect(saidIn(pictured(report))).not.toContain(label);
	});

	test('a move that the content does not write is told by its area alone', () => {
		const unwritten: Report = {
			...report,
			parts: report.parts.map((part) => ({
				...part,
				blocks: part.blocks.map((block) =>
					block.kind === 'moves'
						? {
								...block,
								items: block.items.map((item) => ({ ...item, heading: [{ kind: 'text', text: named }], owner: [] }))
							}
						: block
				)
			}))
		};
		const [, list] = pictured(unwritten).notes;
		const areas = report.parts.flatMap(({ blocks }) =>
			blocks.flatMap((block) => (block.kind === 'moves' ? block.items : []))
		);
		expect(list?.kind === 'list' && list.items).toEqual(areas.map(({ area }) => area));
	});
});

describe('what it says of peers', () => {
	const peers: NonNullable<Figure['peers']> = {
		sentence: 'About 70%: 30% of 310 demonstration peers scored better.',
		legend: null,
		median: 580,
		quartiles: null,
		bins: null
	};
	const compared = withPanel(reportIn('steady-process'), (panel) => ({
		...panel,
		total: { ...panel.total, peers },
		figures: panel.figures.map((figure) => ({ ...figure, peers: { ...peers, sentence: 'Demonstration median 58' } }))
	}));

	test('the sentence instead of the waiting, the medians as ticks, and what a tick is', () => {
		const picture = pictured(compared);
		expect(picture.beside).toMatchObject({ peers: peers.sentence, median: 580 });
		expect(picture.terms.map(({ median }) => median)).toEqual([580, 580, 580, 580]);
		expect(saidIn(picture)).toContain('Tick: the median.');
	});

	test('a notice stands before everything', () => {
		const notice = { label: 'Demonstration peers', text: 'Made up.' };
		const picture = pictured({ ...compared, cover: { ...compared.cover, notice } });
		expect(saidIn(picture)).toMatch(/^Demonstration peers: Sales Velocity Index\./);
	});
});

test('where nothing has to change it says what to keep', () => {
	const list = pictureIn('strong-house').notes.find(({ kind }) => kind === 'list');
	expect(list?.title).toBe('What to keep');
});

test('without a headline no number is left, though the report has scores', () => {
	const silent = withPanel(reportIn('steady-process'), (panel) => ({ ...panel, headline: [] }));
	const picture = pictured(silent);
	expect(picture.headline).toBe('Sales Velocity Index');
	const score = panelOf(silent);
	for (const { shown } of [score.total, ...score.figures]) expect(saidIn(picture)).not.toContain(` ${shown}`);
});

test('a firm’s colour is mended until it can be read, and its name stands on it', () => {
	const theme = { ...plainTheme, accent: '#ffe680', firm: 'Harbour & Finch' };
	const picture = pictureOfReport(reportIn('steady-process'), theme, null);
	expect(picture.brand.accent).toBe(tonesOf('#ffe680').light.accent);
	expect(svgOf(picture, measure)).toContain('Harbour &amp; Finch');
});

test('where no address is known, none is given', () => {
	expect(saidIn(pictureOfReport(reportIn('steady-process'), plainTheme, null))).not.toContain('Method');
});

describe('an instrument’s own picture', () => {
	const picture = pictureOfInstrument(flagship, plainTheme, 'survey.example.com');

	test('says what it measures, in which parts, how long it takes and where', () => {
		expect(saidIn(picture)).toMatch(/^Sales Velocity Index\. How well does your company/);
		expect(picture.layout).toBe('equation');
		expect(picture.terms.map(({ label }) => label)).toEqual([
			'Number Index',
			'Value Index',
			'Win Rate Index',
			'Sales Cycle Index'
		]);
		expect(picture.foot).toEqual(['About 10 minutes, no account needed', 'survey.example.com/sales-velocity']);
	});

	test('shows a sample and no score', () => {
		expect(picture.sample).toBe('Sample');
		expect([picture.beside.kind, picture.terms.map(({ shown }) => shown)]).toEqual(['text', [null, null, null, null]]);
	});
});
