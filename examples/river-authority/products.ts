import { join } from "node:path";
import { readProducts } from "../../src/settings/products/product-file";
import type { ProductsSettings } from "../../src/settings/products/products";

const FOLDER = join(__dirname, "tenants");

/** Path of the roles that IAM Identity Center makes. */
const PERMISSION_SETS = "aws-reserved/sso.amazonaws.com/eu-central-1";

/** Products of the authority's teams, from `tenants/<team>/<product>.yaml`. */
export const products: ProductsSettings = {
  teams: {
    maps: { group: "river-authority:maps", repositories: ["river-authority/river-maps"] },
    warnings: {
      group: "river-authority:warnings",
      domains: ["warnings.river-authority.example"],
      repositories: ["river-authority/flood-*"],
    },
  },
  live: ["live"],
  gitHubEnvironments: true,
  // Roles of permission sets of IAM Identity Center.
  signIn: {
    by: "roles",
    roles: {
      dev: {
        maps: `${PERMISSION_SETS}/AWSReservedSSO_maps_0123456789abcdef`,
        warnings: `${PERMISSION_SETS}/AWSReservedSSO_warnings_0123456789abcdef`,
      },
      live: {
        maps: `${PERMISSION_SETS}/AWSReservedSSO_maps_fedcba9876543210`,
        warnings: `${PERMISSION_SETS}/AWSReservedSSO_warnings_fedcba9876543210`,
      },
    },
  },
  files: readProducts(FOLDER),
};
