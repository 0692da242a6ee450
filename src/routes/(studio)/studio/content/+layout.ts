// These pages are complete as the server sends them.
export const csr = false;
