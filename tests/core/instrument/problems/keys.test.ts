// Keys that are unknown, missing or hold a wrong value.
import { table } from './table.ts';

table('keys and values', [
	[
		'an unknown key',
		[['20-reach/10-many-calls.md', 'area: calls', 'aera: calls']],
		[
			'tiny/20-reach/10-many-calls.md:3: unknown-key: expected one of the keys type, required, when, area, feeds, reverse, result, opposite, importance-of, unsure, not-applicable, scale, options in a question of type scale, found "aera". Correct the key or take it out.'
		]
	],
	[
		'an unknown key inside an option',
		[['10-about-you/10-role.md', 'phrase: make things', 'phrase: make things, points: 3']],
		[
			'tiny/10-about-you/10-role.md:6: unknown-key: expected one of the keys id, label, phrase, score, exclusive, input, found "points". Correct the key or take it out.'
		]
	],
	[
		'an unknown key in the head',
		[['instrument.md', 'minutes: 3', 'minutes: 3\nduration: 3']],
		[
			'tiny/instrument.md:5: unknown-key: expected one of the keys title, version, minutes, scales, bands, indices, tones, peers, personal-peers, velocity, outcome, hypotheses, groups, found "duration". Correct the key or take it out.'
		]
	],
	[
		'a key that belongs to another type',
		[['10-about-you/10-role.md', 'required: true', 'required: true\nmin: 1']],
		[
			'tiny/10-about-you/10-role.md:4: unknown-key: expected one of the keys type, required, when, area, feeds, reverse, result, opposite, importance-of, unsure, not-applicable, scale, options, max in a question of type choice, found "min". Correct the key or take it out.'
		]
	],
	[
		'a missing key of the head',
		[['instrument.md', 'minutes: 3\n', '']],
		[
			'tiny/instrument.md:2: missing-key: expected the key "minutes" (a whole number of 1 or more), found nothing. Add "minutes: …".'
		]
	],
	[
		'a missing key of a section',
		[['20-reach/section.md', 'about: company', '# nothing']],
		[
			'tiny/20-reach/section.md:2: missing-key: expected the key "about" (company, personal or context), found nothing. Add "about: …".'
		]
	],
	[
		'an option without a label',
		[['10-about-you/10-role.md', '{ id: maker, label: Maker, phrase', '{ id: maker, phrase']],
		['tiny/10-about-you/10-role.md:6: missing-key: expected the key "label" (a text), found nothing. Add "label: …".']
	],
	[
		'an unknown type',
		[['10-about-you/10-role.md', 'type: choice', 'type: radio']],
		[
			'tiny/10-about-you/10-role.md:2: wrong-type: expected scale, choice, choices, split, number, text or date, found "radio". Choose one of them.'
		]
	],
	[
		'a flag that is no flag',
		[['10-about-you/10-role.md', 'required: true', 'required: yes']],
		['tiny/10-about-you/10-role.md:3: wrong-value: expected true or false, found "yes". Write true or false.']
	],
	[
		'a score out of range',
		[['30-craft/30-method.md', 'score: 100', 'score: 101']],
		[
			'tiny/30-craft/30-method.md:8: wrong-score: expected a score from 0 to 100 with at most one decimal, found 101. Change the score.'
		]
	],
	[
		'a score with two decimals',
		[['30-craft/30-method.md', 'score: 50', 'score: 50.25']],
		[
			'tiny/30-craft/30-method.md:7: wrong-score: expected a score from 0 to 100 with at most one decimal, found 50.25. Change the score.'
		]
	],
	[
		'a weight that is not whole',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { reach: 2.5 }']],
		[
			'tiny/20-reach/10-many-calls.md:4: wrong-weight: expected a whole weight from 0 to 10, found 2.5. Change the weight.'
		]
	],
	[
		'a weight above ten',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { reach: 11 }']],
		[
			'tiny/20-reach/10-many-calls.md:4: wrong-weight: expected a whole weight from 0 to 10, found 11. Change the weight.'
		]
	],
	[
		'a weight that is a dash',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: { reach: "-" }']],
		[
			'tiny/20-reach/10-many-calls.md:4: wrong-weight: expected a whole weight from 0 to 10, found "-". Change the weight.'
		]
	],
	[
		'an option id that YAML reads as a number',
		[['10-about-you/10-role.md', 'id: maker', 'id: 50']],
		['tiny/10-about-you/10-role.md:6: id-needs-quotes: expected an id, found the number 50. Put it in quotes: "50".']
	],
	[
		'an option id that YAML reads as true',
		[['10-about-you/10-role.md', 'id: maker', 'id: true']],
		[
			'tiny/10-about-you/10-role.md:6: id-needs-quotes: expected an id, found the boolean true. Put it in quotes: "true".'
		]
	],
	[
		'an option id with a capital letter',
		[['10-about-you/10-role.md', 'id: maker', 'id: Maker']],
		[
			'tiny/10-about-you/10-role.md:6: wrong-id: expected an id of small letters, digits and hyphens, found "Maker". Change the id.'
		]
	],
	[
		'an option id in a list that YAML reads as a number',
		[['instrument.md', 'role: [owner]', 'role: [50]']],
		['tiny/instrument.md:49: id-needs-quotes: expected an id, found the number 50. Put it in quotes: "50".']
	],
	[
		'a label that YAML reads as a number',
		[['10-about-you/10-role.md', 'label: Maker', 'label: 50']],
		[
			'tiny/10-about-you/10-role.md:6: wrong-value: expected a text, found 50. Write some words; put them in quotes if they are a number.'
		]
	],
	[
		'an empty label',
		[['10-about-you/10-role.md', 'label: Maker', 'label: ""']],
		[
			'tiny/10-about-you/10-role.md:6: wrong-value: expected a text, found "". Write some words; put them in quotes if they are a number.'
		]
	],
	[
		'one option only',
		[['10-about-you/10-role.md', /options:[^]*?---/, 'options: [{ id: a, label: A }]\n---']],
		[
			'tiny/10-about-you/10-role.md:4: wrong-options: expected a list of two options or more, found a list of 1. Write one "- { id: …, label: … }" a line.'
		]
	],
	[
		'a version of two numbers',
		[['instrument.md', 'version: 1.0.0', 'version: 1.0']],
		[
			'tiny/instrument.md:3: wrong-version: expected a version such as 1.0.0, found 1. Write three whole numbers with points between them.'
		]
	],
	[
		'an index name that is no id',
		[['instrument.md', '  habits: { about', '  Habits: { about']],
		[
			'tiny/instrument.md:41: wrong-id: expected an id: a small letter, then small letters, digits and hyphens, found "Habits". Change the id.'
		]
	],
	[
		'no bands in a list of bands',
		[['instrument.md', /potential:\n( +- .*\n)+/, 'potential: []\n']],
		[
			'tiny/instrument.md:34: wrong-bands: expected a list of bands, found an empty list. Write one "- { id: …, from: …, label: … }" a line.'
		]
	],
	[
		'a value where a mapping stands',
		[['20-reach/10-many-calls.md', 'feeds: { reach: 2 }', 'feeds: 2']],
		['tiny/20-reach/10-many-calls.md:4: wrong-value: expected a mapping, found 2. Write it as { key: value }.']
	],
	[
		'a mapping with other keys',
		[['instrument.md', /velocity: .*/, 'velocity: open-orders']],
		[
			'tiny/instrument.md:46: wrong-value: expected a mapping with the keys number, value, win-rate, cycle, currency, found "open-orders". Write it as { key: value }.'
		]
	],
	[
		'neither scale nor options',
		[['20-reach/10-many-calls.md', 'scale: agreement\n', '']],
		[
			'tiny/20-reach/10-many-calls.md:2: missing-key: expected the key "scale" (the name of a scale, or options), found nothing. Add "scale: …".'
		]
	],
	[
		'a choice without options',
		[['60-your-workshop/70-currency.md', '---\ntype: choice\n---\n# In which currency is that?\n']],
		[
			'tiny/60-your-workshop/70-currency.md:2: missing-key: expected the key "options" (a list of two options or more), found nothing. Add "options: …".'
		]
	],
	[
		'a number without bounds',
		[['60-your-workshop/30-open-orders.md', '---\ntype: number\n---\n# How many?\n']],
		[
			'tiny/60-your-workshop/30-open-orders.md:2: missing-key: expected the key "min" (a number), found nothing. Add "min: …".',
			'tiny/60-your-workshop/30-open-orders.md:2: missing-key: expected the key "max" (a number), found nothing. Add "max: …".'
		]
	],
	[
		'a maximum below the minimum',
		[['60-your-workshop/60-order-days.md', 'max: 365', 'max: 1']],
		[
			'tiny/60-your-workshop/60-order-days.md:4: wrong-range: expected a number above min (1), found 1. Change the number, or "decimals".'
		]
	],
	[
		'a step finer than the decimals',
		[['60-your-workshop/60-order-days.md', 'max: 365', 'max: 365\nstep: 0.5']],
		[
			'tiny/60-your-workshop/60-order-days.md:5: wrong-range: expected at most 0 digits after the point, found 0.5. Change the number, or "decimals".'
		]
	],
	[
		'a step of nothing',
		[['60-your-workshop/60-order-days.md', 'max: 365', 'max: 365\nstep: 0']],
		[
			'tiny/60-your-workshop/60-order-days.md:5: wrong-value: expected a number, found 0. Write a number without unit or quotes.'
		]
	],
	[
		'anchors that do not rise',
		[['20-reach/30-reply-days.md', '[3, 70]', '[1, 70]']],
		['tiny/20-reach/30-reply-days.md:10: wrong-anchors: expected a value above 1, found 1. Sort the pairs by value.']
	],
	[
		'anchors that are no pairs',
		[['20-reach/30-reply-days.md', '[3, 70]', '[3]']],
		[
			'tiny/20-reach/30-reply-days.md:10: wrong-anchors: expected pairs of value and score by rising value, such as [[0, 0], [30, 100]], found a list of 1. Change the pairs.'
		]
	],
	[
		'counts of something else',
		[['20-reach/20-channels.md', 'counts: { 1: 25', 'counts: { one: 25']],
		[
			'tiny/20-reach/20-channels.md:5: wrong-counts: expected scores by how many were picked, such as { 1: 25, 2: 50 }, found "one". Write whole numbers and their scores.'
		]
	],
	[
		'a text of no length',
		[['60-your-workshop/100-one-thing.md', 'max: 500', 'max: 0']],
		[
			'tiny/60-your-workshop/100-one-thing.md:3: wrong-value: expected a whole number of characters from 1 to 100000, found 0. Change the number.'
		]
	],
	[
		'a scale and options',
		[['10-about-you/10-role.md', 'type: choice', 'type: choice\nscale: agreement']],
		[
			'tiny/10-about-you/10-role.md:3: scale-and-options: expected a scale or options, found both. Take one of them out.'
		]
	],
	[
		'an unknown scale',
		[['20-reach/10-many-calls.md', 'scale: agreement', 'scale: agreemnt']],
		[
			'tiny/20-reach/10-many-calls.md:2: unknown-scale: expected one of the scales agreement, share, importance, found "agreemnt". Correct the name, or add the scale to instrument.md.'
		]
	],
	[
		'importance out of range',
		[['areas/calls.md', 'importance: 80', 'importance: 800']],
		[
			'tiny/areas/calls.md:3: wrong-score: expected a score from 0 to 100 with at most one decimal, found 800. Change the score.'
		]
	],
	[
		'a pattern without a condition',
		[['patterns/second-look.md', /when: .*\n/, '']],
		[
			'tiny/patterns/second-look.md:2: missing-key: expected the key "when" (a condition such as { role: seller }), found nothing. Add "when: …".'
		]
	],
	[
		'a pattern without a weight in range',
		[['patterns/second-look.md', 'weight: 7', 'weight: 0']],
		['tiny/patterns/second-look.md:5: wrong-weight: expected a whole weight from 1 to 10, found 0. Change the weight.']
	]
]);
