// `npm run bench [score | survey | pdf | pages | printing | load | leads | peers | embed | engagements]`: measures each figure beside its peer in one run, and fails on a ratio that misses its limit.
import { measureEmbed } from './embed.ts';
import { measureEngagements } from './engagements.ts';
import { table, type Figure } from './figure.ts';
import { measurePages } from './lighthouse.ts';
import { measureLeads } from './leads.ts';
import { measureLoad } from './load.ts';
import { measurePeers } from './peers.ts';
import { measurePdf } from './pdf.ts';
import { measurePrinting } from './printing.ts';
import { measureScore } from './score.ts';
import { measureSurvey } from './survey.ts';

const groups: Readonly<Record<string, () => Promise<readonly Figure[]>>> = {
	score: measureScore,
	survey: measureSurvey,
	pdf: measurePdf,
	pages: measurePages,
	printing: measurePrinting,
	load: measureLoad,
	leads: measureLeads,
	peers: measurePeers,
	embed: measureEmbed,
	engagements: measureEngagements
};

const wanted = process.argv.slice(2);
const unknown = wanted.find((name) => !Object.hasOwn(groups, name));
if (unknown !== undefined) {
	console.error(`there is no group "${unknown}"; there are ${Object.keys(groups).join(', ')}.`);
	process.exit(2);
}

const figures: Figure[] = [];
for (const [name, measure] of Object.entries(groups)) {
	if (wanted.length > 0 && !wanted.includes(name)) continue;
	console.error(`measuring ${name} …`);
	figures.push(...(await measure()));
}
console.log(`\n${table(figures)}\n`);
const missed = figures.filter(({ verdict }) => verdict === 'MISSED').length;
console.log(missed === 0 ? 'Every limit is kept.' : `${missed} of ${figures.length} figures miss their limit.`);
process.exit(missed === 0 ? 0 : 1);
