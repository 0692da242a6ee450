// How often is too often. Generous: a whole sales force may sit behind one address. In memory, by process.
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';

/** Requests a minute. */
const saves = new RateLimiterMemory({ points: 300, duration: 60 });
const starts = new RateLimiterMemory({ points: 3000, duration: 60 });
const changes = new RateLimiterMemory({ points: 600, duration: 60 });

/** Seconds to wait before saving this response again; 0: go on. A response not seen of late counts for its address. */
export async function waitToSave(response: string, address: string): Promise<number> {
	const [seconds, isFirst] = await take(saves, response);
	if (seconds > 0 || !isFirst) return seconds;
	return (await take(starts, address))[0];
}

/** The same for every other change, by address. */
export const waitToChange = async (address: string): Promise<number> => (await take(changes, address))[0];

async function take(limiter: RateLimiterMemory, key: string): Promise<[seconds: number, isFirst: boolean]> {
	try {
		return [0, (await limiter.consume(key)).isFirstInDuration];
	} catch (refused) {
		if (refused instanceof RateLimiterRes) return [Math.max(1, Math.ceil(refused.msBeforeNext / 1000)), false];
		throw refused;
	}
}
