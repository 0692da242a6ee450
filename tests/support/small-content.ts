// A whole content folder in a few lines, written to the disk for tests of the server.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const question = (front: string, title: string): string => `---\n${front}\n---\n# ${title}\n`;

/** By path. One instrument, `small`, with every type of question. */
export const smallContent: Readonly<Record<string, string>> = {
	'site.md':
		'---\nname: Test operator\ncontact: test@example.org\n---\n## Imprint\n\nA test.\n\n## Privacy\n\nA test.\n',
	'small/instrument.md': `---
title: Small
version: 1.0.0
minutes: 2
scales:
  agreement:
    options:
      - { id: disagree, label: Disagree, phrase: disagreed, score: 0 }
      - { id: neither, label: Neither, phrase: neither, score: 50 }
      - { id: agree, label: Agree, phrase: agreed, score: 100 }
    unsure: { label: Don't know, phrase: did not know }
bands:
  company: [ { id: low, from: 0, label: Low }, { id: middle, from: 40, label: Middle }, { id: high, from: 70, label: High } ]
indices:
  value: { about: company, bands: company }
  company: { about: company, of: { value: 1 }, bands: company }
tones: { low: [low], middle: [middle], high: [high] }
---
Two minutes.
`,
	'small/10-you/section.md': '---\nabout: context\n---\n# You\n',
	'small/10-you/10-role.md': question(
		'type: choice\noptions:\n  - { id: seller, label: Seller }\n  - { id: other, label: Other, input: true }',
		'What is your role?'
	),
	'small/10-you/20-days.md': question('type: number\nmin: 1\nmax: 100\nstep: 1\ndecimals: 0', 'How many days?'),
	'small/10-you/30-remark.md': question('type: text\nmax: 200', 'Anything else?'),
	'small/10-you/40-since.md': question('type: date', 'Since when?'),
	'small/10-you/50-tools.md': question(
		'type: choices\noptions:\n  - { id: crm, label: CRM }\n  - { id: mail, label: Mail }',
		'Which tools?'
	),
	'small/10-you/60-time.md': question(
		'type: split\noptions:\n  - { id: old, label: Old }\n  - { id: new, label: New }',
		'Where does the time go?'
	),
	'small/20-work/section.md': '---\nabout: company\n---\n# Work\n',
	'small/20-work/10-first.md': question('scale: agreement\narea: habits\nfeeds: { value: 1 }', 'We plan.'),
	'small/20-work/20-second.md': question('scale: agreement\narea: habits\nfeeds: { value: 1 }', 'We review.'),
	'small/20-work/30-third.md': question(
		'scale: agreement\narea: habits\nfeeds: { value: 1 }\nwhen: { role: seller }',
		'We sell.'
	),
	'small/areas/habits.md': '---\nindex: value\n---\n# Habits\n',
	'small/headlines.md': '---\n---\n'
};

/** Writes the files of a folder; `null` leaves one out. */
export function writeContent(folder: string, edits: Readonly<Record<string, string | null>> = {}): void {
	for (const [path, text] of Object.entries({ ...smallContent, ...edits })) {
		if (text === null) continue;
		mkdirSync(dirname(join(folder, path)), { recursive: true });
		writeFileSync(join(folder, path), text);
	}
}
