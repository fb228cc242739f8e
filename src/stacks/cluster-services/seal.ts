import { type Digest, Seal } from "../../addons/seal/seal";
import { bounded } from "../../names/bounded";
import { namespaceOwner } from "../../settings/products/namespace-owner";
import type { Products } from "../../settings/products/products";
import type { ProductConfig } from "../../settings/products/schema";
import type { Tenants } from "../../settings/tenants/tenants";
import type { Foundation } from "./foundation";
import type { Platform } from "./platform";

/** Installs the reminder of open pull requests for teams and products, in the one environment that sends it. */
export function installSeal(
  { stack, environment, shared }: Platform,
  { secrets }: Foundation,
  tenants: Tenants,
): void {
  const digests = [...digestsOfTeams(tenants), ...digestsOfProducts(tenants.products)];

  if (environment.addons.seal && digests.length > 0) {
    new Seal(stack, "seal", {
      ...shared,
      digests,
      timeZone: environment.organisation.timeZone,
      secret: `${environment.organisation.secretsPrefix}/seal`,
      after: [secrets],
    });
  }
}

const digestsOfTeams = ({ teams, applications }: Tenants): Digest[] =>
  teams.flatMap(({ name, slackChannel, digest }) => {
    const repositories = new Set(
      applications.filter(({ team }) => team === name).map(({ repository }) => repository),
    );
    return digest !== undefined && slackChannel !== undefined && repositories.size > 0
      ? [
          {
            name,
            team: name,
            slackChannel,
            schedule: digest,
            repositories: [...repositories].sort(),
          },
        ]
      : [];
  });

/** Most characters that follow the beginning of a job's name. Kubernetes adds eleven to it for each run. */
const LONGEST = 47;

const digestsOfProducts = (products: Products | undefined): Digest[] =>
  [...new Set(products?.tenants.map(({ product }) => product))].flatMap((product) => {
    const { channel, digest } = product.owner;
    return digest === undefined || channel === undefined
      ? []
      : [
          {
            name: bounded(`product-${product.product}`, LONGEST),
            team: product.product,
            slackChannel: channel,
            schedule: digest,
            repositories: repositoriesOf(product),
          },
        ];
  });

/** Repositories of a product: those of its source and of its pipelines. */
const repositoriesOf = (product: ProductConfig): string[] =>
  [
    ...new Set([
      namespaceOwner(product).source,
      ...Object.values(product.environments).flatMap(({ deploy }) => (deploy ? [deploy.repository] : [])),
    ]),
  ].sort();
