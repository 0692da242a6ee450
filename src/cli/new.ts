// An id → a folder with a small instrument that works, to start from. Its files stand in new/.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { ID } from '#core/instrument/shape.ts';
import { usage } from './output.ts';
import { template } from './template.ts';

/** What the server answers at these addresses is not an instrument. */
const ROUTES: readonly string[] = ['studio', 'r', 'api', 'embed', 'calculators'];

/** Writes the template to the folder `id` of the content. Ends the program where the id cannot be one, or is taken. */
export function newInstrument(id: string, contentDir: string): void {
	if (!ID.test(id)) usage(`"${id}" is no id: it takes a small letter, then small letters, digits and hyphens.`);
	if (ROUTES.includes(id)) usage(`"${id}" is an address of the server itself; choose another id.`);
	const folder = join(contentDir, id);
	if (existsSync(folder)) usage(`there is something at ${folder} already; choose another id.`);

	for (const [name, text] of template) {
		const file = join(folder, name);
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, name === 'instrument.md' ? titled(text, id) : text);
	}
	process.stdout.write(`Wrote ${folder}: a small instrument about meetings, for you to change file by file.\n`);
	process.stdout.write(`Then run "npx bellwether check ${folder}", which names every problem with file and line.\n`);
	process.stdout.write(`Then run "npx bellwether serve" and open /${id} in the browser.\n`);
}

/** The head with the id in words for its title, in quotes, since YAML reads `null` and `true` as values. */
function titled(head: string, id: string): string {
	const words = id.split('-').filter(Boolean).join(' ');
	return head.replace(/^title:.*$/m, `title: "${words.charAt(0).toUpperCase()}${words.slice(1)}"`);
}
