// A report or an instrument → the PNG of its share picture, painted in a thread of its own and kept while it is in use.
import { createHash } from 'node:crypto';
import type { Instrument } from '#core/instrument/instrument.ts';
import type { Theme } from '#core/instrument/theme.ts';
import type { Report } from '#core/report/report.ts';
import type { DotsPicture } from '#lib/picture/of-brief.ts';
import type { ChartPicture } from '#lib/picture/of-chart.ts';
import { pictureOfInstrument } from '#lib/picture/of-instrument.ts';
import { pictureOfReport } from '#lib/picture/of-report.ts';
import { altOf, type Picture } from '#lib/picture/picture.ts';
import type { AnyPicture } from '#lib/picture/svg.ts';
import { theme } from './brand.ts';
import type { Drawing } from './picture-paint.ts';
import { Press, type Bytes } from './press.ts';

const press = new Press<AnyPicture | Drawing>('picture-worker.js');

/** Rejects when there is too much to paint, or painting fails. `origin` is where people reach us; null: not known. */
export const reportPicture = (report: Report, origin: string | null, worn: Theme = theme()): Promise<Bytes> =>
	made(report.response.id ?? '', pictureOfReport(report, worn, hostOf(origin)));

export const instrumentPicture = (instrument: Instrument, origin: string, worn: Theme = theme()): Promise<Bytes> =>
	made('', pictureOfInstrument(instrument, worn, hostOf(origin) ?? ''));

/** Of a benchmark: it is anybody's. */
export const chartPicture = (picture: ChartPicture): Promise<Bytes> => made('', picture);

/** Of a paper about several people. */
export const paperPicture = (picture: Picture | DotsPicture): Promise<Bytes> => made('', picture);

/** What the pictures say, for whoever cannot see them. */
export const saidOfReport = (report: Report, origin: string, worn: Theme = theme()): string =>
	altOf(pictureOfReport(report, worn, hostOf(origin)));

export const saidOfInstrument = (instrument: Instrument, origin: string, worn: Theme = theme()): string =>
	altOf(pictureOfInstrument(instrument, worn, hostOf(origin) ?? ''));

/** Shown in the browser; saved, it is named by its day, so that two of them can be told apart. */
export const pictureHeaders = ({ instrument, date }: Report): Record<string, string> => ({
	'content-type': 'image/png',
	'content-disposition': `inline; filename="${instrument.id}-${date}.png"`,
	'cache-control': 'no-store'
});

/** Drops what is kept of a response that was erased. */
export const forgetPictures = (response: string): void => press.forget(`${response} `);

/** Pictures that wait to be painted. */
export const waitingPictures = (): number => press.waiting;

export const closePictures = (): Promise<void> => press.close();

/** The bytes of a drawing. Rejects as the others do, and when there is a picture in it that cannot be decoded. */
export const drawing = (job: Drawing): Promise<Bytes> => made('', job);

function made(owner: string, picture: AnyPicture | Drawing): Promise<Bytes> {
	const name = createHash('sha256').update(JSON.stringify(picture)).digest('base64url');
	return press.make(`${owner} ${name}`, picture);
}

const hostOf = (origin: string | null): string | null => (origin === null ? null : new URL(origin).host);
