import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import { parseProduct } from "../../src/settings/products/product-file";
import type { ProductsSettings } from "../../src/settings/products/products";
import { definePlatform, type PlatformSettings } from "../../src/settings/define-platform";

/** Problems of a platform with other settings of its products; none where they are accepted. */
export function problemsOfProducts(platform: PlatformSettings, products: object): readonly string[] {
  try {
    definePlatform({ ...platform, products: { ...platform.products!, ...products } });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}

/** Product of GOV.UK's search team, which owns a namespace and has an application there. */
const SEARCH = `product: search
owner: { team: search, channel: "#govuk-search" }
namespaces: { apps: {} }
applications:
  search-api: { namespace: apps }
`;

/** Products of one team with one application. */
export const searchProducts = (group = "alphagov:gov-uk-search", text = SEARCH): ProductsSettings => ({
  teams: { search: { group } },
  live: [],
  files: [parseProduct("tenants/search/search.yaml", "search", text)],
});

/** The same, the application in another namespace. */
export const searchElsewhere = (namespace: string): ProductsSettings =>
  searchProducts(undefined, SEARCH.replace("{ namespace: apps }", `{ namespace: ${namespace} }`));
