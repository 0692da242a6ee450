// Files in unexpected places, and ids that are wrong, reserved or used twice.
import { table } from './table.ts';

table('files and folders', [
	[
		'a number twice',
		[
			[
				'20-reach/10-more.md',
				'---\ntype: number\nmin: 1\nmax: 9\narea: calls\nfeeds: { reach: 1 }\nanchors: [[1, 50], [9, 50]]\n---\n# How many?\n'
			]
		],
		[
			'warning tiny/20-reach/10-more.md:1: number-twice: expected a number for each place in the order, found 10 again. Give one of the two the next free ten.',
			'warning tiny/20-reach/10-more.md:2: missing-text: expected a text "## Change", found none. Write it.'
		]
	],
	[
		'no head',
		[['instrument.md', null]],
		['tiny/instrument.md:1: missing-file: expected a file instrument.md, found none. Add instrument.md.']
	],
	[
		'no section.md',
		[['20-reach/section.md', null]],
		['tiny/20-reach/section.md:1: missing-file: expected a file section.md, found none. Add section.md.']
	],
	[
		'a file that nobody expects',
		[['notes.txt', 'x']],
		[
			'tiny/notes.txt:1: unexpected-file: expected instrument.md, headlines.md, sections such as 10-about-you/ with section.md and questions, areas/, indices/ or patterns/, found "notes.txt". Move the file or take it out.'
		]
	],
	[
		'a folder that nobody expects',
		[['drafts/10-new.md', '# x']],
		[
			'tiny/drafts/10-new.md:1: unexpected-file: expected instrument.md, headlines.md, sections such as 10-about-you/ with section.md and questions, areas/, indices/ or patterns/, found "drafts/10-new.md". Move the file or take it out.'
		]
	],
	[
		'a file too deep',
		[['20-reach/more/10-new.md', '# x']],
		[
			'tiny/20-reach/more/10-new.md:1: unexpected-file: expected instrument.md, headlines.md, sections such as 10-about-you/ with section.md and questions, areas/, indices/ or patterns/, found "20-reach/more/10-new.md". Move the file or take it out.'
		]
	],
	[
		'a picture beside the questions',
		[['20-reach/photo.png', 'x']],
		[
			'tiny/20-reach/photo.png:1: unexpected-file: expected instrument.md, headlines.md, sections such as 10-about-you/ with section.md and questions, areas/, indices/ or patterns/, found "20-reach/photo.png". Move the file or take it out.'
		]
	],
	[
		'a question without a number',
		[['20-reach/new.md', '# x']],
		[
			'tiny/20-reach/new.md:1: name-without-number: expected a name such as 10-some-question.md, found "new.md". Put a number in steps of ten in front.'
		]
	],
	[
		'a question whose id is no id',
		[['20-reach/40-New_one.md', '# x']],
		[
			'tiny/20-reach/40-New_one.md:1: wrong-id: expected an id: a small letter, then small letters, digits and hyphens, found "New_one". Rename the file or folder.'
		]
	],
	[
		'a section whose id is no id',
		[
			['70-New one/section.md', '---\nabout: context\n---\n# x\n'],
			['70-New one/10-a.md', '---\ntype: date\n---\n# x\n']
		],
		[
			'tiny/70-New one/section.md:1: wrong-id: expected an id: a small letter, then small letters, digits and hyphens, found "New one". Rename the file or folder.'
		]
	],
	[
		'an area whose id is no id',
		[['areas/My Area.md', '# x']],
		[
			'tiny/areas/My Area.md:1: wrong-id: expected an id: a small letter, then small letters, digits and hyphens, found "My Area". Rename the file or folder.'
		]
	],
	[
		'a question named like a word of conditions',
		[['60-your-workshop/130-any.md', '---\ntype: date\n---\n# When?\n']],
		[
			'tiny/60-your-workshop/130-any.md:1: reserved-id: expected an id that opens no condition, found "any". Choose another id.'
		]
	],
	[
		'texts of an index that the head does not name',
		[['indices/other.md', '# Other\n']],
		[
			'tiny/indices/other.md:1: unknown-index: expected an index that instrument.md names, found "other". Add it to "indices", or rename the file.'
		]
	],
	[
		'a question id twice',
		[['60-your-workshop/130-role.md', '---\ntype: date\n---\n# When?\n']],
		[
			'tiny/60-your-workshop/130-role.md:1: id-twice: expected each question id once, found this one again. Change one of the two.'
		]
	],
	[
		'a section id twice',
		[
			['70-reach/section.md', '---\nabout: context\n---\n# Again\n'],
			['70-reach/10-a.md', '---\ntype: date\n---\n# When?\n']
		],
		[
			'tiny/70-reach/section.md:1: id-twice: expected each section id once, found this one again. Change one of the two.'
		]
	],
	[
		'a section without questions',
		[['70-last/section.md', '---\nabout: context\n---\n# Last\n']],
		[
			'warning tiny/70-last/section.md:2: empty-section: expected questions in the section, found none. Add a question, or take the section out.'
		]
	]
]);

table('ids and bands', [
	[
		'an option id twice',
		[['10-about-you/10-role.md', 'id: maker', 'id: owner']],
		[
			'tiny/instrument.md:49: unknown-option: expected one of the options of "role": owner, owner, apprentice, found "maker". Correct the name.',
			'tiny/10-about-you/10-role.md:6: id-twice: expected each option id once, found this one again. Change one of the two.',
			'tiny/50-your-own-work/section.md:3: unknown-option: expected one of the options of "role": owner, owner, apprentice, found "maker". Correct the name.'
		]
	],
	[
		'an option id twice in a scale',
		[['instrument.md', '{ id: half', '{ id: never']],
		['tiny/instrument.md:18: id-twice: expected each option id once, found this one again. Change one of the two.']
	],
	[
		'a band id twice',
		[['instrument.md', '{ id: fair', '{ id: weak']],
		[
			'tiny/indices/company.md:8: unknown-heading: expected one of the headings ## weak, ## weak, ## strong, found "## fair". Correct the heading, or use ### within a text.',
			'tiny/indices/craft.md:8: unknown-heading: expected one of the headings ## weak, ## weak, ## strong, ## potential: large, ## potential: small, found "## fair". Correct the heading, or use ### within a text.',
			'tiny/indices/reach.md:8: unknown-heading: expected one of the headings ## weak, ## weak, ## strong, ## potential: large, ## potential: small, found "## fair". Correct the heading, or use ### within a text.',
			'tiny/instrument.md:29: id-twice: expected each band id once, found this one again. Change one of the two.',
			'tiny/instrument.md:43: unknown-band: expected one of the bands weak, weak, strong, found "fair". Correct the name.'
		]
	],
	[
		'the option id ns',
		[['30-craft/30-method.md', 'id: secret', 'id: ns']],
		[
			'tiny/30-craft/30-method.md:9: reserved-id: expected an option id other than ns and na, found "ns". Use "unsure" or "not-applicable" instead.'
		]
	],
	[
		'a name that is no text question',
		[['60-your-workshop/120-respondent-name.md', '---\ntype: date\n---\n# When?\n']],
		[
			'tiny/60-your-workshop/120-respondent-name.md:2: reserved-id: expected a question of type text for "respondent-name", found type date. Change the type or the id.'
		]
	],
	[
		'bands that do not begin at 0',
		[['instrument.md', '{ id: novice, from: 0', '{ id: novice, from: 10']],
		['tiny/instrument.md:32: bands-not-rising: expected a first band from 0, found 10. Sort the bands from 0 upwards.']
	],
	[
		'bands that do not rise',
		[['instrument.md', '{ id: strong, from: 70', '{ id: strong, from: 40']],
		['tiny/instrument.md:30: bands-not-rising: expected a bound above 40, found 40. Sort the bands from 0 upwards.']
	]
]);
