// The terms of sales velocity to move: each says its value, and the revenue follows at once.
import { fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import Sliders from '#lib/whatif/Sliders.svelte';
import { gainIn, shareIn, termIn } from '#lib/whatif/velocity-wording.ts';

const whole = (units: number) => ({ units, decimals: 0 });
const terms = { number: whole(120), value: whole(45_000), winRate: { units: 245, decimals: 1 }, cycle: whole(95) };

describe('the sliders', () => {
	const seen = { observe: vi.fn(), disconnect: vi.fn() };
	beforeEach(() => {
		seen.observe.mockClear();
		vi.stubGlobal('IntersectionObserver', function () {
			return seen;
		});
		render(Sliders, { terms, currency: 'EUR', locale: 'en' });
	});
	afterEach(() => vi.unstubAllGlobals());

	const slider = (name: string) => screen.getByRole('slider', { name });
	const move = (name: string, value: string) => fireEvent.input(slider(name), { target: { value } });
	const result = () => screen.getByRole('status').textContent.replaceAll(/\s+/g, ' ').trim();

	test('begin with the numbers as given', () => {
		for (const [name, text] of [
			['Number of opportunities', '120 (as you gave it)'],
			['Deal value', 'EUR\u00a045,000 (as you gave it)'],
			['Win rate', '24.5% (as you gave it)'],
			['Sales cycle', '95 working days (as you gave it)']
		] as const)
			expect(slider(name)).toHaveAttribute('aria-valuetext', text);
		expect(result()).toBe('A working day EUR 13,926 A year of 260 working days EUR 3,620,842 No change');
	});

	test('go a fifth either way', () => {
		for (const one of screen.getAllByRole('slider')) {
			expect(one).toHaveAttribute('min', '-20');
			expect(one).toHaveAttribute('max', '20');
		}
	});

	test('tell the revenue of all four together', async () => {
		await move('Win rate', '15');
		await move('Sales cycle', '-10');
		expect(slider('Win rate')).toHaveAttribute('aria-valuetext', '28.2% (+15%)');
		expect(slider('Sales cycle')).toHaveAttribute('aria-valuetext', '85.5 working days (−10%)');
		expect(result()).toContain('EUR 17,795');
		expect(result()).toContain('+27.8% (+EUR 1,005,789 a year)');
	});

	test('say that a cycle is better when it is shorter', () => {
		expect(slider('Sales cycle')).toHaveAccessibleDescription(/less is better/);
	});

	test('go back together', async () => {
		const back = screen.getByRole('button', { name: 'Back to my numbers' });
		expect(back).toHaveAttribute('aria-disabled', 'true');
		await move('Deal value', '-20');
		expect(result()).toContain('−20.0% (−EUR 724,168 a year)');
		await fireEvent.click(back);
		expect(slider('Deal value')).toHaveValue('0');
		expect(result()).toContain('EUR 13,926');
	});

	test('load no chart before its place is seen', () => {
		expect(seen.observe).toHaveBeenCalledOnce();
		expect(document.querySelector('canvas')).toBeNull();
	});
});

describe('the words beside them', () => {
	test('have no currency where none was given, and a tenth at most', () => {
		expect(termIn('value', whole(45_000), null, 'en')).toBe('45,000');
		expect(termIn('number', { units: 12_120, decimals: 2 }, 'EUR', 'en')).toBe('121.2');
		expect(termIn('cycle', { units: 8550, decimals: 2 }, 'EUR', 'en')).toBe('85.5 working days');
	});

	test('carry the sign of a change', () => {
		expect([shareIn(93, 'en'), shareIn(-200, 'en', 0), shareIn(0, 'en')]).toEqual(['+9.3%', '−20%', '0.0%']);
		expect(gainIn({ perDay: 0, perYear: 0, tenthsPct: 0 }, 'EUR', 'en')).toBe('No change');
		expect(gainIn(null, 'EUR', 'en')).toBe('No change');
	});
});
