import { APPLICATION_DEPLOYED, IMAGE_PUSHED } from "../../../src/addons/argo-workflows/events";
import type { ClusterEnvironment } from "../../../src/settings/environment/environment";
import { registryOf } from "../../../src/settings/organisation/container-registry";
import { promotionPlace } from "../../../src/settings/environment/promotion-order";
import type { ArgoCdConfig } from "../../../src/addons/argo-cd/settings";
import type { PromotionConfig } from "../../../src/addons/argo-workflows/settings";
import type { Tenants } from "../../../src/settings/tenants/tenants";
import { arrow, NOTHING, type Part } from "./part";
import type { Box, Picture } from "./picture";

/** Path of a change from `git push` to running pods of an environment, and on to the next one. */
export function deliveryPicture(environment: ClusterEnvironment, tenants: Tenants): Picture {
  const { argoCd } = environment.addons;
  const parts = [
    built(tenants, environment),
    ...(argoCd ? [deployed(argoCd, environment), promoted(environment)] : []),
  ];

  return {
    title: `${environment.name}: from git push to running pods`,
    direction: "down",
    legend: {
      green: "repository or file in Git",
      blue: "program that acts",
      grey: "store of images",
      yellow: "running applications",
    },
    boxes: parts.flatMap(({ boxes }) => boxes),
    arrows: parts.flatMap(({ arrows }) => arrows),
  };
}

/** Steps that happen once, for all environments. */
function built({ applications, teams }: Tenants, { organisation }: ClusterEnvironment): Part {
  const repositories = new Set(applications.map(({ repository }) => repository));
  const registry = registryOf(organisation);
  if (registry === false) {
    return NOTHING;
  }
  const { host, prefix, branch } = registry;

  return {
    boxes: [
      {
        id: "repositories",
        title: "repositories on GitHub",
        lines: [`${repositories.size}, of ${teams.length} teams`],
        colour: "green",
      },
      { id: "build", title: "GitHub Actions", lines: ["builds, pushes, signs"], colour: "blue" },
      { id: "registry", title: "ECR", lines: [`${host}/${prefix}`], colour: "grey" },
    ],
    arrows: [
      arrow("repositories", "build", `git push to ${branch}`),
      arrow("build", "registry", "image, signature"),
    ],
  };
}

/** Parts that Argo CD deploys into the cluster. */
function deployed(argoCd: ArgoCdConfig, { name, cluster, addons }: ClusterEnvironment): Part {
  const { charts, bootstrapPath, syncWindows } = argoCd;
  if (bootstrapPath === false) {
    return NOTHING;
  }
  return {
    boxes: [
      { id: "charts", title: charts.repository, lines: [tagsIn(addons, name)], colour: "green" },
      {
        id: "argo-cd",
        title: `Argo CD of ${name}`,
        lines: syncWindows.map(({ kind, schedule, hours }) => `${kind} ${schedule} for ${hours} hours`),
        colour: "blue",
      },
      { id: "pods", title: `pods in ${cluster.name}`, lines: [], colour: "yellow" },
    ],
    arrows: [
      arrow("charts", "argo-cd", `branch ${charts.branch}`),
      arrow("argo-cd", "pods", "what Git says, pruned and healed"),
      arrow("registry", "pods", "images"),
    ],
  };
}

const promotionOf = ({ argoWorkflows }: ClusterEnvironment["addons"]): PromotionConfig | false =>
  argoWorkflows && argoWorkflows.promotion;

function tagsIn(addons: ClusterEnvironment["addons"], environment: string): string {
  const promotion = promotionOf(addons);
  return promotion ? `${promotion.tagsFolder}/${environment}` : "tags of images";
}

/** File of Git with the tags that another environment runs. */
const tagsOf = (environment: string, { tagsFolder }: PromotionConfig): Box => ({
  id: `tags of ${environment}`,
  title: environment,
  lines: [`${tagsFolder}/${environment}`],
  colour: "green",
});

/** Steps of Argo Workflows before and after a deployment. */
function promoted({ name, addons, organisation }: ClusterEnvironment): Part {
  const promotion = promotionOf(addons);
  const { containerRegistry: registry, promotion: order } = organisation;
  if (
    registry === false ||
    promotion === false ||
    addons.argoCd === false ||
    addons.argoCd.bootstrapPath === false
  ) {
    return NOTHING;
  }
  const { next } = promotionPlace(name, order);
  const earlier = before(name, order);
  const [first = name] = earlier;
  const last = earlier.at(-1) ?? name;

  return {
    boxes: [...[...earlier, name].map(box), ...(next ? [tagsOf(next, promotion)] : [])],
    arrows: [
      arrow("build", first, IMAGE_PUSHED),
      ...earlier
        .slice(1)
        .map((environment, index) => arrow(earlier[index]!, environment, "the tag that passed")),
      arrow(last, "charts", "the tag"),
      arrow("argo-cd", name, APPLICATION_DEPLOYED),
      arrow(name, "pods", `smoke test of ${promotion.smokeTestPath}`),
      arrow(name, "registry", `${registry.deployedTagPrefix}${name}`),
      ...(next ? [arrow(name, tagsOf(next, promotion).id, "the tag that passed")] : []),
    ],
  };
}

/** Environments that an image passes first. */
function before(environment: string, order: readonly string[]): string[] {
  const { previous } = promotionPlace(environment, order);
  return previous ? [...before(previous, order), previous] : [];
}

const box = (environment: string): Box => ({
  id: environment,
  title: `Argo Workflows of ${environment}`,
  lines: [],
  colour: "blue",
});
