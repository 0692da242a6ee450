// What this process has done and how it fares → the text that Prometheus reads.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { connection } from './database/database.ts';
import { outboxFigures, type Figures } from './outbox-keeping.ts';
import { waitingPdfs } from './pdf.ts';
import { waitingPictures } from './picture.ts';

const delay = monitorEventLoopDelay({ resolution: 20 });
const requests = new Map<string, { count: number; seconds: number }>();

/** Counts a request by its route, never by its path. */
export function counted(route: string | null, method: string, status: number, seconds: number): void {
	const name = `method="${method}",route="${route ?? ''}",status="${status}"`;
	const sum = requests.get(name) ?? { count: 0, seconds: 0 };
	requests.set(name, { count: sum.count + 1, seconds: sum.seconds + seconds });
}

/** Starts to measure how late the event loop is. */
export const startMetrics = (): boolean => delay.enable();

export async function metrics(): Promise<string> {
	const entries = [...requests];
	// Not a number while the database is away: the other figures are wanted then most.
	const outbox = await outboxFigures(new Date()).catch(() => UNKNOWN);
	const bytes = await connection()
		.then((open) => open.bytes())
		.catch(() => Number.NaN);
	return [
		...family(
			'http_requests_total',
			'counter',
			entries.map(([name, { count }]) => [`{${name}}`, count])
		),
		...family(
			'http_request_seconds_total',
			'counter',
			entries.map(([name, { seconds }]) => [`{${name}}`, seconds])
		),
		...family('event_loop_delay_seconds', 'gauge', [['{quantile="0.99"}', (delay.percentile(99) || 0) / 1e9]]),
		...family('resident_memory_bytes', 'gauge', [['', process.memoryUsage.rss()]]),
		...family('uptime_seconds', 'gauge', [['', process.uptime()]]),
		...family('database_bytes', 'gauge', [['', bytes]]),
		...family(
			'outbox_rows',
			'gauge',
			Object.entries(outbox.rows).map(([state, rows]) => [`{state="${state}"}`, rows])
		),
		...family('outbox_failing_rows', 'gauge', [['', outbox.failing]]),
		...family('outbox_oldest_due_seconds', 'gauge', [['', outbox.late]]),
		...family('queue_length', 'gauge', [
			['{queue="pdf"}', waitingPdfs()],
			['{queue="picture"}', waitingPictures()]
		]),
		''
	].join('\n');
}

function family(
	name: string,
	type: 'counter' | 'gauge',
	samples: readonly (readonly [labels: string, value: number])[]
): string[] {
	return [
		`# TYPE bellwether_${name} ${type}`,
		...samples.map(([labels, value]) => `bellwether_${name}${labels} ${value}`)
	];
}

const UNKNOWN: Figures = {
	rows: { waiting: Number.NaN, sent: Number.NaN, dead: Number.NaN },
	failing: Number.NaN,
	late: Number.NaN
};
