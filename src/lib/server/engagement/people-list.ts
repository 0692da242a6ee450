// A pasted list of people, or the text of a CSV file → whom to invite, and what is wrong with which line.
import { parse as parseCsv } from 'csv-parse/sync';
import type { Question } from '#core/instrument/instrument.ts';
import { mailAddress } from '../mail-address.ts';

export type Listed = {
	readonly name: string;
	readonly address: string;
	/** An option of the role question. */ readonly role: string | null;
};

export type ListFault = {
	/** From 1. */
	readonly line: number;
	readonly code:
		'bad-address' | 'no-address' | 'twice' | 'invited-already' | 'unknown-role' | 'long-name' | 'unreadable';
	/** The line as it was typed: it goes back into the form, so that nothing is lost. */
	readonly text: string;
};

export type PeopleList = { readonly people: readonly Listed[]; readonly faults: readonly ListFault[] };

/** The longest name that is taken. */
const NAME = 120;

type Line = { readonly line: number; readonly text: string; readonly cells: readonly string[] };

/**
 * One person a line, or several between commas or semicolons: an address, `Name <address>`, or cells (comma, semicolon or
 * tab) of name, address and role in any order, with or without a line of headings. A role is given by its label or its
 * id. `known` are addresses that are invited already.
 */
export function readPeople(text: string, role: Question | null, known: readonly string[] = []): PeopleList {
	const people: Listed[] = [];
	const faults: ListFault[] = [];
	const seen = new Set(known.map((address) => address.toLowerCase()));
	const invited = new Set(seen);
	const lines = linesOf(unquoted(text.replace(/^\uFEFF/, '')));
	for (const line of lines === null ? [] : lines) {
		if (line.cells.every((cell) => cell === '') || isHeading(line)) continue;
		for (const part of isSeveral(line) ? line.cells.map((cell) => ({ ...line, text: cell, cells: [cell] })) : [line]) {
			const read = personIn(part, role);
			if (typeof read === 'string') faults.push({ line: part.line, code: read, text: part.text });
			else if (seen.has(read.address.toLowerCase())) {
				const code = invited.has(read.address.toLowerCase()) ? 'invited-already' : 'twice';
				faults.push({ line: part.line, code, text: part.text });
			} else {
				seen.add(read.address.toLowerCase());
				people.push(read);
			}
		}
	}
	if (lines === null) faults.push({ line: 1, code: 'unreadable', text });
	return { people, faults };
}

/** `"Ox, Ben" <ben@…>` as mail programs write it, so that its quotation marks are none of a CSV. */
const unquoted = (text: string): string =>
	text.replaceAll(
		/"([^"\r\n]{0,200})"\s*<([^<>\r\n]{0,300})>/g,
		(_, name: string, address: string) => `${name.replaceAll(/[,;\t]+\s*/g, ' ')} <${address}>`
	);

/** Null where the quotation marks of a CSV do not close. */
function linesOf(text: string): readonly Line[] | null {
	const [first = ''] = text.split(/\r?\n/, 1);
	const delimiter = first.includes('\t') ? '\t' : first.includes(';') ? ';' : ',';
	const lines: Line[] = [];
	try {
		parseCsv(text, {
			delimiter,
			relax_column_count: true,
			relax_quotes: true,
			trim: true,
			on_record(record: readonly string[], { lines: line }) {
				lines.push({ line, text: record.join(delimiter), cells: record });
				return null;
			}
		});
		return lines;
	} catch {
		return null;
	}
}

const HEADINGS = /^(name|full name|first name|e-?mail|mail|address|e-?mail address|role|function|position)$/i;

const isHeading = ({ cells }: Line): boolean =>
	cells.some((cell) => HEADINGS.test(cell)) && cells.every((cell) => cell === '' || !cell.includes('@'));

/** Addresses alone, side by side. */
const isSeveral = ({ cells }: Line): boolean =>
	cells.filter((cell) => cell.includes('@')).length > 1 && cells.every((cell) => cell === '' || cell.includes('@'));

function personIn({ cells }: Line, role: Question | null): Listed | ListFault['code'] {
	const at = cells.findIndex((cell) => cell.includes('@'));
	const cell = cells[at];
	if (cell === undefined) return 'no-address';
	const [, before = '', bracketed] = /^(.*?)\s*<([^<>]*)>$/.exec(cell) ?? [];
	const address = mailAddress.safeParse(bracketed ?? cell);
	if (!address.success) return 'bad-address';
	const rest = cells.filter((each, place) => place !== at && each !== '');
	const roles = rest.map((each) => optionNamed(role, each));
	const given = roles.findIndex((each) => each !== null);
	const names = [before.replaceAll(/^"|"$/g, '').trim(), ...rest.filter((_, place) => place !== given)].filter(
		(each) => each !== ''
	);
	// Two cells beside the address are a name and a role: one that is no role is a mistake, and no surname.
	if (rest.length > 1 && given < 0 && role !== null) return 'unknown-role';
	const name = names.join(' ');
	if (name.length > NAME) return 'long-name';
	return { name, address: address.data, role: roles[given] ?? null };
}

function optionNamed(role: Question | null, text: string): string | null {
	const wanted = text.trim().toLowerCase();
	return role?.options.find(({ id, label }) => id === wanted || label.toLowerCase() === wanted)?.id ?? null;
}
