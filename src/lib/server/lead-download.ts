// A form that asks for leads as a file → the file, as it is written, and a note in the audit log of who took what.
import type { Readable } from 'node:stream';
import { note } from './audit.ts';
import { database } from './database/database.ts';
import { leadsCsv, leadsXlsx } from './lead-export.ts';
import { filterOf, queryOf, type LeadFilter } from './lead-filter.ts';
import { leadsToPrint, reportsZip } from './lead-zip.ts';
import type { Person } from './person.ts';
import { seeOther } from './replies.ts';
import { XLSX_TYPE } from './xlsx.ts';
import { bodyOf } from './zip-stream.ts';

type Kind = {
	readonly type: string;
	readonly ending: string;
	readonly make: (filter: LeadFilter) => Promise<Readable>;
};

const kinds: Readonly<Record<string, Kind>> = {
	csv: { type: 'text/csv; charset=utf-8', ending: 'csv', make: leadsCsv },
	xlsx: { type: XLSX_TYPE, ending: 'xlsx', make: leadsXlsx },
	pdf: { type: 'application/zip', ending: 'zip', make: async (filter) => reportsZip(await leadsToPrint(filter)) }
};

/** The log says how the list was narrowed, but not what was searched for: that may be somebody's name. */
export async function leadsDownload(fields: FormData, person: Person, now: Date): Promise<Response> {
	const given = fields.get('as');
	const as = typeof given === 'string' ? given : '';
	const kind = Object.hasOwn(kinds, as) ? kinds[as] : undefined;
	const filter = filterOf(fields);
	if (kind === undefined) return seeOther(`/studio/leads?${new URLSearchParams(queryOf(filter)).toString()}`);
	const { q, ...narrowed } = queryOf(filter);
	const detail = { as, ...narrowed, isSearch: q !== undefined };
	const subject = filter.campaign === null ? 'leads' : `campaign ${filter.campaign}`;
	await note(await database(), `person ${person.id}`, 'leads.exported', subject, detail);
	const name = [filter.campaign, as === 'pdf' ? 'reports' : 'leads', now.toISOString().slice(0, 10)]
		.filter((part) => part !== null)
		.join('-');
	return download(bodyOf(await kind.make(filter)), kind.type, `${name}.${kind.ending}`);
}

/** `name` is made of letters, digits, dots and hyphens. */
export const download = (body: BodyInit, type: string, name: string): Response =>
	new Response(body, {
		headers: {
			'content-type': type,
			'content-disposition': `attachment; filename="${name}"`,
			'cache-control': 'no-store'
		}
	});
