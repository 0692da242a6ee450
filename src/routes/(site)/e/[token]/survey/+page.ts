// The survey's own script takes over from the form; SvelteKit's would only add a router.
export const csr = false;
