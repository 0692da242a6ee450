// A request for a brief as a file → the brief with what it wears; else the response that says why there is none.
import type { Brief } from '#core/brief/brief.ts';
import { pathOfPage } from '#lib/engagement/pages.ts';
import { pictureOfPart } from '#lib/picture/of-brief.ts';
import type { Worn } from '../brand.ts';
import { personIn } from '../person.ts';
import type { Bytes } from '../press.ts';
import { paperPicture } from '../picture.ts';
import { refusedWith, seeOther } from '../replies.ts';
import { briefFor } from './brief.ts';
import { engagementFor } from './engagements.ts';
import { themeOfEngagement } from './pages.ts';

type File = {
	readonly brief: Brief;
	/** `yyyy-mm-dd` */
	readonly date: string;
	readonly theme: Worn;
	/** What it is saved as, with this ending. */
	readonly named: (ending: string) => Readonly<Record<string, string>>;
};

/** Where nothing may be told, its page says why. */
export async function asFile(
	locals: App.Locals,
	id: string,
	reply: (file: File) => Promise<Response> | Response
): Promise<Response> {
	const person = personIn(locals);
	const engagement = await engagementFor(person, id);
	if (engagement === null) return refusedWith(404);
	const { brief, date } = await briefFor(person, engagement);
	if (brief === null) return seeOther(pathOfPage(id, 'brief'));
	const name = [brief.cover.title, brief.cover.subtitle, date].join(' ').replaceAll(/[\\/:*?"<>|\p{C}]+/gu, ' ');
	const plain = name.normalize('NFKD').replaceAll(/[^\w .-]+/g, '');
	const named = (ending: string) => ({
		'content-disposition': `attachment; filename="${plain}.${ending}"; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}.${ending}`,
		'cache-control': 'no-store'
	});
	return reply({ brief, date, theme: await themeOfEngagement(engagement), named });
}

/** The picture of the part with this id; null where it has none. */
export function pictureIn({ brief, theme }: Pick<File, 'brief' | 'theme'>, part: string): Promise<Bytes> | null {
	const picture = pictureOfPart(brief, part, theme);
	return picture === null ? null : paperPicture(picture);
}
