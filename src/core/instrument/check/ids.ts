// Ids that stand twice, are reserved, or have no meaning; numbers of files that leave the order open; bands out of order.
import type { Band, Option, Question } from '../instrument.ts';
import { type Keys, type Ledger } from '../ledger.ts';
import { ID } from '../shape.ts';
import { wrong, type Wrong } from '../wrong.ts';
import type { Look } from './look.ts';

/** First parts of paths that the application itself answers. */
const ROUTES = ['developers', 'studio', 'r', 'api', 'embed', 'calculators'];

/** Questions with a meaning in every instrument: both are texts. */
const TEXT_QUESTIONS = ['respondent-name', 'company-name'];

export function checkIds(look: Look): void {
	const { instrument, folder, head, ledger } = look;
	if (!ID.test(instrument.id) || ROUTES.includes(instrument.id))
		ledger.error('instrument.md:1', noInstrumentId(instrument.id));
	checkFiles(look);
	for (const [name, scale] of Object.entries(head.scales))
		checkOptions(head, scale.options, ['scales', name, 'options'], ledger);
	for (const question of instrument.questions) {
		if (question.scale === null) checkOptions(question, question.options, ['options'], ledger);
		if (TEXT_QUESTIONS.includes(question.id) && question.type !== 'text')
			ledger.error(ledger.where(question, ['type']), noText(question));
	}
	for (const [name, bands] of Object.entries(instrument.bands)) checkBands(name, bands, look);
	for (const { id, file } of folder.indices) {
		if (!instrument.indices.some((index) => index.id === id)) ledger.error(`${file.path}:1`, surplusIndex(id));
	}
}

function checkFiles({ folder, ledger }: Look): void {
	const sections = folder.sections.map(({ id, path }) => ({ id, path: `${path}/section.md`, number: numberOf(path) }));
	const questions = folder.sections.map((section) =>
		section.questions.map(({ id, file }) => ({
			id,
			path: file.path,
			number: numberOf(file.path.split('/').at(-1) ?? '')
		}))
	);
	for (const { path } of repeated(sections, 'id')) ledger.error(`${path}:1`, twice('section id'));
	for (const { path } of repeated(questions.flat(), 'id')) ledger.error(`${path}:1`, twice('question id'));
	for (const folderOfFiles of [sections, ...questions]) {
		for (const { path, number } of repeated(folderOfFiles, 'number')) ledger.warning(`${path}:1`, sameNumber(number));
	}
}

function checkOptions(owner: object, options: readonly Option[], keys: Keys, ledger: Ledger): void {
	const again = repeated(options, 'id');
	for (const [at, option] of options.entries()) {
		const where = ledger.where(owner, [...keys, at, 'id']);
		if (again.includes(option)) ledger.error(where, twice('option id'));
		if (option.id === 'ns' || option.id === 'na') ledger.error(where, reservedOption(option.id));
	}
}

function checkBands(name: string, bands: readonly Band[], { head, ledger }: Look): void {
	const again = repeated(bands, 'id');
	for (const [at, band] of bands.entries()) {
		const where = (key: string): string => ledger.where(head, ['bands', name, at, key]);
		if (again.includes(band)) ledger.error(where('id'), twice('band id'));
		const before = bands[at - 1]?.from;
		if (before === undefined ? band.from === 0 : band.from > before) continue;
		const expected = before === undefined ? 'a first band from 0' : `a bound above ${before}`;
		ledger.error(
			where('from'),
			wrong('bands-not-rising', expected, String(band.from), 'Sort the bands from 0 upwards.')
		);
	}
}

function repeated<K extends string, T extends { readonly [key in K]: unknown }>(
	things: readonly T[],
	key: K
): readonly T[] {
	return things.filter((thing, at) => things.findIndex((other) => other[key] === thing[key]) < at);
}

const numberOf = (name: string): number => Number.parseInt(name, 10);

const twice = (what: string): Wrong =>
	wrong('id-twice', `each ${what} once`, 'this one again', 'Change one of the two.');

const sameNumber = (number: number): Wrong =>
	wrong(
		'number-twice',
		'a number for each place in the order',
		`${number} again`,
		'Give one of the two the next free ten.'
	);

const noInstrumentId = (id: string): Wrong =>
	ID.test(id)
		? wrong('reserved-id', 'an id that is no address of the application', `"${id}"`, 'Rename the folder.')
		: wrong(
				'wrong-id',
				'an id: a small letter, then small letters, digits and hyphens',
				`"${id}"`,
				'Rename the folder.'
			);

const reservedOption = (id: string): Wrong =>
	wrong('reserved-id', 'an option id other than ns and na', `"${id}"`, 'Use "unsure" or "not-applicable" instead.');

const noText = ({ id, type }: Question): Wrong =>
	wrong('reserved-id', `a question of type text for "${id}"`, `type ${type}`, 'Change the type or the id.');

const surplusIndex = (id: string): Wrong =>
	wrong('unknown-index', 'an index that instrument.md names', `"${id}"`, 'Add it to "indices", or rename the file.');
