// The page is complete as the server sends it. Its one script adds where to play; SvelteKit's would only add a router.
export const csr = false;
