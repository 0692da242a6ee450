// The first section of a questionnaire → the form that somebody would write by hand: markup, a few styles, no script.
import { plain } from '#core/instrument/fill.ts';
import type { AskedOption, AskedQuestion, Questionnaire } from '#core/instrument/questionnaire.ts';

const styles = `body{margin:0 auto;padding:1.5rem;max-width:40rem;font:1rem/1.6 Georgia,serif;color:#1b1f24;background:#fbfaf7}
h1{font-size:1.6rem}fieldset{border:0;padding:0;margin:0 0 2rem}legend{font-weight:600;margin-bottom:.5rem}
label{display:block;padding:.6rem .8rem;margin:.3rem 0;border:1px solid #ccc;border-radius:4px}
button{font:inherit;padding:.6rem 1.4rem;border:0;border-radius:4px;color:#fff;background:#1d4f5c}`;

export function staticForm(questionnaire: Questionnaire): string {
	const [section] = questionnaire.sections;
	if (section === undefined) throw new Error('a questionnaire without sections');
	const fields = section.questions.map((question) => fieldset(question, questionnaire.scales)).join('\n');
	return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${escaped(questionnaire.title)}</title><style>${styles}</style></head>
<body><main><h1>${escaped(section.title)}</h1>
${section.body.map((block) => ('inline' in block ? `<p>${escaped(plain(block.inline))}</p>` : '')).join('\n')}
<form method="post">
${fields}
<button>Continue</button>
</form></main></body></html>`;
}

function fieldset({ id, text, help, options }: AskedQuestion, scales: Questionnaire['scales']): string {
	const offered = typeof options === 'string' ? (scales[options] ?? []) : options;
	const hint = help.map((block) => ('inline' in block ? `<p>${escaped(plain(block.inline))}</p>` : '')).join('');
	const label = (option: AskedOption): string =>
		`<label><input type="radio" name="${id}" value="${option.id}"> ${escaped(option.label)}</label>`;
	return `<fieldset><legend>${escaped(plain(text))}</legend>${hint}\n${offered.map(label).join('\n')}</fieldset>`;
}

const escaped = (text: string): string =>
	text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
