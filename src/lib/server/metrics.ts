// What this process has done and how it fares → the text that Prometheus reads.
import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { env } from './env.ts';

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

export function metrics(): string {
	const entries = [...requests];
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
		...family('database_bytes', 'gauge', [['', sizeOf(env().database)]]),
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

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
