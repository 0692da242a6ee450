// The page is complete as the server sends it: links, forms and folded lines need no script.
export const csr = false;
