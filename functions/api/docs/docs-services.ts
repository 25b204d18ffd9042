/** What the documentation is told. It knows nobody. */
export type DocsServices = {
  readonly publicAddress: string;
  readonly organisationName: string;
  readonly demonstration: { readonly today: string; readonly moveTimeHref: string } | null;
};
