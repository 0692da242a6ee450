// The page is complete as the server sends it; a script only says how high it is.
export const csr = false;
