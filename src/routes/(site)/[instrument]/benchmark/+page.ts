// The page is complete as the server sends it.
export const csr = false;
