import type { TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { SentryAlert } from "../../constructs/sentry/alert";
import { SentryKey } from "../../constructs/sentry/key";
import { SentryProject } from "../../constructs/sentry/project";
import { SentrySlackWorkspace } from "../../constructs/sentry/slack-workspace";
import { SentryTeam } from "../../constructs/sentry/team";
import { StoredSecret } from "../../constructs/stored-secret";
import { tenantSentrySecret } from "../../names/tenant-resource-names";
import type { Environment } from "../../settings/environment/environment";
import { clusterLabel } from "../../settings/environment/stack-names";
import { productSentryProject } from "../../settings/external-services/sentry-names";
import type { Organisation } from "../../settings/organisation/organisation";
import type { Products } from "../../settings/products/products";
import type { ProductConfig } from "../../settings/products/schema";

type SentryConfig = Exclude<Organisation["externalServices"]["sentry"], false>;

interface ProductSentryProps {
  readonly sentry: SentryConfig;
  readonly products: Products | undefined;
}

/**
 * Adds a Sentry key for each namespace of the products that report, stored where the namespace's own role reads it; in one
 * environment also the projects and their alerts.
 */
export function addProductSentry(
  stack: TerraformStack,
  environment: Environment,
  { sentry, products }: ProductSentryProps,
): void {
  const reporting = (products?.tenants ?? []).filter(({ product }) => product.sentry);
  if (reporting.length === 0) {
    return;
  }
  const projects =
    environment.name === sentry.environment
      ? addProjects(stack, sentry, [...new Set(reporting.map(({ product }) => product))])
      : new Map<string, string>();

  const scope = new Construct(stack, "product-keys");
  const clusters = new Set(environment.clusters.map(clusterLabel));
  for (const { cluster, namespace, product } of reporting.filter((each) => clusters.has(each.cluster))) {
    const id = `${cluster}-${namespace}`;
    const key = new SentryKey(scope, id, {
      organisation: sentry.slug,
      project: projects.get(product.product) ?? productSentryProject(product.product),
      name: id,
    });
    new StoredSecret(scope, `${id}-dsn`, {
      name: tenantSentrySecret({ cluster, namespace }),
      value: { dsn: key.dsn },
      sources: [key],
      recoveryDays: environment.secretsRecoveryDays,
    });
  }
}

/** Adds a project for each product, and returns the slug of each by the product's name. */
function addProjects(
  stack: TerraformStack,
  { slug: organisation, slackWorkspace, alertsAbout }: SentryConfig,
  products: readonly ProductConfig[],
): ReadonlyMap<string, string> {
  const teams = new Construct(stack, "product-teams");
  const made = new Map(
    [...new Set(products.map(({ owner }) => owner.team))].map((name) => [
      name,
      new SentryTeam(teams, name, { organisation, name: `products-${name}` }),
    ]),
  );
  const workspace =
    slackWorkspace === undefined
      ? undefined
      : new SentrySlackWorkspace(stack, "product-slack", { organisation, name: slackWorkspace });

  const scope = new Construct(stack, "product-projects");
  const alerts = new Construct(stack, "product-alerts");
  return new Map(
    products.map(({ product, owner }) => {
      const team = made.get(owner.team)!;
      const project = new SentryProject(scope, product, {
        organisation,
        name: product,
        slug: productSentryProject(product),
        teams: [team.slug],
      });
      new SentryAlert(alerts, product, {
        organisation,
        project: project.slug,
        environment: alertsAbout,
        recipient:
          workspace === undefined || owner.channel === undefined
            ? { team: owner.team, teamId: team.internalId }
            : { slackChannel: owner.channel, slackWorkspace: workspace.integrationId },
        repeatMinutes: 24 * 60,
      });
      return [product, project.slug];
    }),
  );
}
