// A campaign's page that is shown → a request that counts it. Nobody waits for the reply, and nothing hangs on it.
const seen = document.querySelector<HTMLMetaElement>('meta[name="bellwether:seen"]');

if (seen) {
	fetch(`/api/v1/campaigns/${seen.content}/seen`, {
		method: 'POST',
		keepalive: true,
		credentials: 'omit',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ source: seen.dataset['source'] })
	}).catch(() => {
		// A view that was not counted harms nobody.
	});
}
