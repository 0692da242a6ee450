// A link that an owner gave away, as the page shows it.
export type ShareLink = { readonly id: string; readonly scope: 'whole' | 'company'; readonly link: string };
