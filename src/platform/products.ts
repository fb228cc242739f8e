import { join } from "node:path";
import { readProducts } from "../settings/products/product-file";
import type { ProductsSettings, ProductTeamConfig } from "../settings/products/products";

const FOLDER = join(__dirname, "tenants");

/** Team of those that may deploy to production, whichever team of GOV.UK they are in. It has no public GitHub team of its own. */
const DEPLOYERS: ProductTeamConfig = { group: "alphagov:gov-uk-production-deploy" };

/**
 * Teams by the names that GOV.UK's developer documentation has for them, and their products from
 * `tenants/<team>/<product>.yaml`. The files name the channels that it gives for their repositories.
 *
 * @see https://docs.publishing.service.gov.uk/apps/by-team.html
 */
export const products: ProductsSettings = {
  teams: {
    "content-apis": DEPLOYERS,
    navigation: DEPLOYERS,
    "patterns-and-pages": DEPLOYERS,
    "mainstream-experience": DEPLOYERS,
    "content-reuse": DEPLOYERS,
    "whitehall-experience": DEPLOYERS,
    search: { group: "alphagov:gov-uk-search" },
    ai: DEPLOYERS,
    "classification-systems-metadata": DEPLOYERS,
    "platform-engineering": {
      group: "alphagov:gov-uk-platform-engineering",
      // It deploys the jobs of all teams, and the secrets that applications read.
      kinds: [
        { group: "argoproj.io", kind: "CronWorkflow" },
        { group: "argoproj.io", kind: "WorkflowTemplate" },
        { group: "external-secrets.io", kind: "ExternalSecret" },
      ],
    },
    licensing: { group: "alphagov:gov-uk-licensing-support" },
    datagovuk: { group: "alphagov:national-data-library" },
  },
  live: ["production"],
  files: readProducts(FOLDER),
};
