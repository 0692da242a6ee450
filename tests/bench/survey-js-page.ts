// The questionnaire → a page that asks the same with SurveyJS, one section a page, as its documentation builds one.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Condition } from '#core/instrument/condition.ts';
import { plain } from '#core/instrument/fill.ts';
import type { Prose } from '#core/instrument/prose.ts';
import type { AskedOption, AskedQuestion, Questionnaire } from '#core/instrument/questionnaire.ts';
import type { Files } from './static-server.ts';

const packages = join(import.meta.dirname, '../../node_modules');
const bundle = (path: string): string => readFileSync(join(packages, path), 'utf8');

/** The files of the site, minified as published; the styles without the fonts, which are told apart. */
export function surveyJsSite(questionnaire: Questionnaire): Files {
	return {
		'/': page(questionnaire),
		'/survey-core.css': bundle('survey-core/survey-core.fontless.min.css'),
		'/survey-core.js': bundle('survey-core/survey.core.min.js'),
		'/survey-js-ui.js': bundle('survey-js-ui/survey-js-ui.min.js')
	};
}

function page(questionnaire: Questionnaire): string {
	const model = JSON.stringify(surveyOf(questionnaire)).replaceAll('<', '\\u003c');
	return `<!doctype html><html lang="en"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>${questionnaire.title}</title>
<link rel="stylesheet" href="/survey-core.css"><script defer src="/survey-core.js"></script><script defer src="/survey-js-ui.js"></script>
</head><body><div id="survey"></div><script type="module">
const survey = new Survey.Model(${model});
survey.render(document.getElementById('survey'));
globalThis.keptAnswers = () => Object.keys(survey.data).length;
</script></body></html>`;
}

function surveyOf({ title, sections, scales }: Questionnaire): object {
	const optionsOf = ({ options }: AskedQuestion): readonly AskedOption[] =>
		typeof options === 'string' ? (scales[options] ?? []) : options;
	return {
		title,
		showProgressBar: true,
		pages: sections.map((section) => ({
			name: section.id,
			title: section.title,
			description: words(section.body),
			visibleIf: expression(section.when),
			elements: section.questions.map((question) => ({
				name: question.id,
				title: plain(question.text),
				description: words(question.help),
				isRequired: question.required,
				visibleIf: expression(question.when),
				...field(question, optionsOf(question))
			}))
		}))
	};
}

function field(question: AskedQuestion, options: readonly AskedOption[]): object {
	const { unsure, notApplicable, number, max } = question;
	const choices = options.filter(({ input }) => input !== true).map(({ id, label }) => ({ value: id, text: label }));
	const beside = [
		...(unsure === null ? [] : [{ value: 'ns', text: unsure }]),
		...(notApplicable === null ? [] : [{ value: 'na', text: notApplicable }])
	];
	const other = options.find(({ input }) => input === true);
	const otherwise = other === undefined ? {} : { showOtherItem: true, otherText: other.label };
	switch (question.type) {
		case 'scale':
		case 'choice':
			return { type: 'radiogroup', choices: [...choices, ...beside], ...otherwise };
		case 'choices':
			return { type: 'checkbox', choices: [...choices, ...beside], ...otherwise };
		case 'number':
			return { type: 'text', inputType: 'number', min: number?.min, max: number?.max, step: number?.step };
		case 'text':
			return { type: max > 200 ? 'comment' : 'text', maxLength: max };
		default:
			return { type: 'text' };
	}
}

/** The conditions by which questions and sections are asked: answers, joined by all, any and not. */
function expression(condition: Condition | null): string | undefined {
	if (condition === null) return undefined;
	switch (condition.kind) {
		case 'is':
			return `({${condition.question}} anyof [${condition.options.map((option) => `'${option}'`).join(', ')}])`;
		case 'all':
		case 'any':
			return `(${condition.of.map(expression).join(condition.kind === 'all' ? ' and ' : ' or ')})`;
		case 'not':
			return `!${expression(condition.of) ?? ''}`;
		default:
			throw new Error(`no question of the flagship is asked by "${condition.kind}"`);
	}
}

const words = (prose: Prose): string => prose.map((block) => ('inline' in block ? plain(block.inline) : '')).join(' ');
