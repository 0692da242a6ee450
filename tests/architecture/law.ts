// Who may import whom. The first row whose `files` match a file is its law; a row without `may` binds nothing more.
export type Law = {
	readonly files: RegExp;
	/** What may be imported, ours as paths from the root, packages by name. Its own folder is always allowed. */
	readonly may: readonly RegExp[];
	readonly sentence: string;
};

const core = (...stages: readonly string[]): readonly RegExp[] => [
	/^src\/core\/problem\.ts$/,
	...stages.map((stage) => new RegExp(`^src/core/${stage}/`))
];

const stdlib = /^@stdlib\/stats-base-dists-(beta-quantile|t-quantile|normal-cdf)$/;
const words = /^src\/lib\/(paraglide\/|words\.ts$)/;
const drawing = [
	/^src\/core\/report\/(report|texts|closing)\.ts$/,
	/^src\/core\/instrument\/(prose|instrument|fill|theme|accent|colour)\.ts$/,
	words,
	/^svelte($|\/)/
];

export const laws: readonly Law[] = [
	{ files: /^src\/core\/problem\.ts$/, may: [], sentence: 'core/problem.ts imports nothing' },
	{
		files: /^src\/core\/instrument\//,
		may: [...core('instrument'), /^(yaml|zod)$/, /^@noble\/hashes\//, /^(mdast|micromark|unist)/],
		sentence: 'core/instrument is the first stage: it imports only the schema, YAML, Markdown and hash libraries'
	},
	{
		files: /^src\/core\/survey\//,
		may: [...core('instrument', 'survey'), /^xstate$/],
		sentence: 'core/survey imports core/instrument and xstate'
	},
	{
		files: /^src\/core\/answers\//,
		may: core('instrument', 'survey', 'answers'),
		sentence: 'core/answers imports only the stages before it'
	},
	{
		files: /^src\/core\/scores\//,
		may: core('instrument', 'survey', 'answers', 'scores'),
		sentence: 'core/scores imports only the stages before it'
	},
	{
		files: /^src\/core\/standing\//,
		may: [...core('instrument', 'survey', 'answers', 'scores', 'standing'), stdlib],
		sentence: 'core/standing imports only the stages before it and the quantiles'
	},
	{
		files: /^src\/core\/calculators\//,
		may: [...core('scores', 'calculators'), /^src\/core\/instrument\/units\.ts$/],
		sentence: 'core/calculators imports only the arithmetic of core/scores'
	},
	{
		files: /^src\/core\/findings\//,
		may: core('instrument', 'survey', 'answers', 'scores', 'standing', 'findings'),
		sentence: 'core/findings imports only the stages before it'
	},
	{
		files: /^src\/core\/group\//,
		may: [...core('instrument', 'survey', 'answers', 'scores', 'standing', 'findings', 'group'), stdlib],
		sentence: 'core/group imports only the stages before it and the quantiles'
	},
	{
		files: /^src\/core\/benchmark\//,
		may: core('instrument', 'answers', 'scores', 'standing', 'group', 'benchmark'),
		sentence: 'core/benchmark counts companies into editions: it imports the stages before it'
	},
	{
		files: /^src\/core\/study\//,
		may: [...core('instrument', 'survey', 'answers', 'scores', 'standing', 'group', 'benchmark', 'study'), stdlib],
		sentence: 'core/study imports the stages that score, the groups, what companies add and the quantiles'
	},
	{
		files: /^src\/core\/report\//,
		may: core(
			...['instrument', 'survey', 'answers', 'scores', 'standing', 'findings', 'group', 'study', 'calculators'],
			'report'
		),
		sentence: 'core/report imports only the stages before it'
	},
	{
		files: /^src\/core\/brief\//,
		may: core(
			'instrument',
			'survey',
			'answers',
			'scores',
			'standing',
			'findings',
			'group',
			'calculators',
			'report',
			'brief'
		),
		sentence: 'core/brief imports the stages up to the report, whose blocks it is made of'
	},
	{
		files: /^src\/core\/company-report\//,
		may: core('instrument', 'group', 'report', 'brief', 'company-report'),
		sentence: 'core/company-report composes the report on several respondents from that on one and from the brief'
	},
	{
		files: /^src\/core\/simulation\//,
		may: [
			...core('instrument', 'answers', 'scores', 'standing', 'findings', 'report', 'simulation'),
			/^(syllable|flesch-kincaid)$/
		],
		sentence:
			'core/simulation imports the stages up to the report, and the libraries that measure how hard a text is to read'
	},
	{
		files: /^src\/core\/whatif\//,
		may: core('instrument', 'survey', 'answers', 'scores', 'standing', 'findings', 'whatif'),
		sentence: 'core/whatif imports the stages up to the findings'
	},
	{
		files: /^src\/lib\/words\.ts$/,
		may: [/^src\/core\/company-report\/words\.ts$/, words],
		sentence: 'lib/words.ts joins the messages to the composers, the last of whom asks for all of them'
	},
	{
		files: /^src\/lib\/ui\//,
		may: [/^src\/core\/instrument\/prose\.ts$/, words, /^svelte($|\/)/],
		sentence: 'lib/ui knows no domain word'
	},
	{
		files: /^src\/lib\/chart\//,
		may: [/^src\/core\/report\/report\.ts$/, /^src\/core\/instrument\/instrument\.ts$/],
		sentence: 'lib/chart is geometry: of core it imports types'
	},
	{
		files: /^src\/lib\/report\//,
		may: [...drawing, /^src\/lib\/(ui|chart)\//],
		sentence: 'lib/report draws the report: of core it imports core/report types, and it never scores'
	},
	{
		files: /^src\/lib\/study\//,
		may: [/^src\/core\/report\/report\.ts$/, /^src\/lib\/(ui|chart|report)\//, words, /^svelte($|\/)/],
		sentence: 'lib/study draws what a benchmark says as a whole, with the views of the report'
	},
	{
		files: /^src\/lib\/pdf\//,
		may: [...drawing, /^src\/lib\/chart\//, /^pdfmake\/interfaces/],
		sentence: 'lib/pdf is a pure function from Report to a document: of core it imports core/report types'
	},
	{
		files: /^src\/lib\/picture\//,
		may: [...drawing, /^src\/lib\/chart\//, /^src\/core\/(report\/velocity|instrument\/(accent|logo|theme))\.ts$/],
		sentence: 'lib/picture is a pure function from a report or an instrument to a picture: it never scores'
	},
	{
		files: /^src\/lib\/survey\//,
		may: [/^src\/core\/(survey|instrument)\//, /^src\/lib\/ui\//, words, /^svelte($|\/)/, /^xstate$/],
		sentence: 'lib/survey imports core/survey and core/instrument, never scores'
	},
	{
		files: /^src\/lib\/whatif\//,
		may: [
			...core('instrument', 'survey', 'answers', 'scores', 'calculators', 'whatif'),
			/^src\/core\/report\/(format|numbers|spoken)\.ts$/,
			/^src\/lib\/(ui|chart|report|survey)\//,
			words,
			/^svelte($|\/)/,
			/^chart\.js$/
		],
		sentence: 'lib/whatif tries other answers: alone among the drawings it scores, and it writes no report'
	},
	{
		files: /^src\/lib\/campaign\//,
		may: [/^zod$/],
		sentence: 'lib/campaign is plain data about campaigns'
	},
	{
		files: /^src\/lib\/engagement\//,
		may: [/^src\/core\/instrument\//, /^src\/lib\/campaign\/zoned\.ts$/, /^zod$/],
		sentence: 'lib/engagement is plain data about engagements'
	},
	{
		files: /^src\/lib\/embed\//,
		may: [/^src\/lib\/(ui|survey|report|lead|campaign)\//, /^src\/core\/(instrument|report)\//, words, /^svelte($|\/)/],
		sentence: 'lib/embed puts the survey and the report into a frame: it never imports lib/server'
	},
	{
		files: /^src\/lib\/(lead|studio)\//,
		may: [
			/^src\/lib\/(ui|campaign|engagement|chart|studio)\//,
			/^src\/core\/(instrument|report)\//,
			words,
			/^svelte($|\/)/,
			/^\$app\//
		],
		sentence: 'lib/lead and lib/studio draw: they never import lib/server'
	},
	{
		files: /^src\/lib\/server\/database\/migrations\//,
		may: [/^kysely$/],
		sentence: 'migrations import nothing of ours'
	},
	{
		files: /^src\/lib\/server\//,
		may: [/^src\/core\//, /^src\/lib\/(server|pdf|picture|campaign|engagement)\//, words, /^(?!src\/)/],
		sentence: 'lib/server touches the world and draws nothing'
	},
	{
		files: /^src\/cli\//,
		may: [/^src\/core\//, /^src\/lib\/(server|report)\//, /^src\/app\.css/, words, /^(?!src\/)/],
		sentence: 'the command line imports core, lib/server and the drawings'
	},
	{
		files: /^src\/(hooks\.server\.ts|routes\/.*\.server\.ts|routes\/.*\+server\.ts)$/,
		may: [
			/^src\/(core|lib\/(server|campaign|engagement))\//,
			words,
			/^@sveltejs\/kit$/,
			/^\$(app|env)\//,
			/^\.\/\$types$|\$types$/
		],
		sentence: 'routes on the server import lib/server and core'
	},
	{
		files: /^src\/routes\//,
		may: [
			/^src\/lib\/(ui|survey|report|chart|whatif|lead|studio|study|embed|campaign|engagement)\//,
			/^src\/core\/(instrument|report|survey)\//,
			/^src\/app\.css$/,
			words,
			/^svelte($|\/)/,
			/^\$app\//,
			/\$types$/
		],
		sentence: 'pages draw: they never import lib/server, and nobody imports a route'
	}
];

/** Packages that only one place may name, whatever else its law says. */
export const reserved: readonly { readonly name: RegExp; readonly only: RegExp; readonly sentence: string }[] = [
	{
		name: /^(kysely|better-sqlite3)$/,
		only: /^src\/lib\/server\//,
		sentence: 'only lib/server speaks to the database'
	},
	{
		name: /^better-sqlite3$/,
		only: /^src\/lib\/server\/database\/(sqlite(-dialect)?|group-commit)\.ts$/,
		sentence: 'only database/sqlite.ts, its dialect and its group commit name SQLite'
	},
	{
		name: /^pg$/,
		only: /^src\/lib\/server\/database\/postgres(-presence)?\.ts$/,
		sentence: 'only database/postgres.ts and its presence name PostgreSQL'
	},
	{ name: /^pdfmake/, only: /^src\/lib\/(server|pdf)\//, sentence: 'only lib/server runs pdfmake' },
	{
		name: /^node:/,
		only: /^src\/(lib\/server|cli)\//,
		sentence: 'only lib/server and the command line use node modules'
	},
	{ name: /^xstate$/, only: /^src\/(core|lib)\/survey\//, sentence: 'xstate belongs to the survey' },
	{ name: /^chart\.js/, only: /^src\/lib\/whatif\//, sentence: 'Chart.js is loaded only where a reader plays' },
	{ name: /^\$app\/stores$/, only: /^$/, sentence: 'nobody uses $app/stores' },
	{ name: /^src\/routes\//, only: /^src\/routes\//, sentence: 'nobody imports a route' }
];
