// Bytes → a logo with its size, or a sentence.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MOST_BYTES, readLogo, type Picture } from '#core/instrument/logo.ts';
import { jpeg, png } from '../../support/pictures.ts';

const picture = (name: string, bytes: Uint8Array, size = bytes.length): Picture => ({
	path: `themes/${name}`,
	size,
	bytes
});

const read = (name: string, ...pictures: readonly Picture[]) => readLogo(name, 'themes/', pictures);

describe('a logo', () => {
	test.each([
		['logo.png', png(30, 12), 'image/png', 30, 12],
		['logo.jpg', jpeg(640, 321), 'image/jpeg', 640, 321],
		['Our-Logo_2.JPEG', jpeg(1, 1), 'image/jpeg', 1, 1],
		['a PNG that calls itself JPEG'.replaceAll(' ', '-') + '.jpg', png(2, 3), 'image/png', 2, 3]
	])('%s', (name, bytes, type, width, height) => {
		expect(read(name, picture('other.png', png(9, 9)), picture(name, bytes))).toEqual({
			type,
			width,
			height,
			base64: Buffer.from(bytes).toString('base64')
		});
	});

	test('is written in base64 whatever its length', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 40 }), (rest) => {
				const bytes = Uint8Array.from([...png(2, 2), ...rest]);
				const logo = read('logo.png', picture('logo.png', bytes));
				expect(logo).toMatchObject({ base64: Buffer.from(bytes).toString('base64') });
			})
		);
	});

	test('of the largest size that is taken', () => {
		expect(read('logo.png', picture('logo.png', png(4, 4), MOST_BYTES))).toMatchObject({ width: 4 });
		expect(read('logo.png', picture('logo.png', png(4, 4), MOST_BYTES + 1))).toMatchObject({ found: '201 KB' });
	});

	test('is refused, and never fails, however its bytes are broken', () => {
		for (const whole of [png(20, 9), jpeg(20, 9)]) {
			for (let length = 0; length < whole.length; length += 1) {
				const cut = read('logo.png', picture('logo.png', whole.slice(0, length)));
				expect(cut).toMatchObject({ code: 'wrong-logo' });
			}
		}
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(read('logo.png', picture('logo.png', bytes))).toHaveProperty('code');
			})
		);
	});
});
