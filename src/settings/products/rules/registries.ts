import { show } from "../../checking/problem";
import type { Finding } from "../finding";
import type { World } from "../world";
import { at } from "./at";
import { ofEach } from "./resources";

/** Refuses a registry to which no workflow could push. */
export const registriesHavePushers = (world: World): Finding[] =>
  ofEach(world, ({ kind }, tenant, path) => {
    const { deploy } = tenant.settings;
    if (kind !== "registry" || deploy?.mode === "push" || (deploy?.branches ?? []).length > 0) {
      return [];
    }
    return [
      at(tenant, path, {
        expected: "deploy, with branches for gitops: its repository pushes the images",
        got: deploy === undefined ? "no deploy" : "no branches",
        fix: deploy === undefined ? "write deploy" : "name the branch that publishes, such as main",
      }),
    ];
  });

/** Refuses a registry whose name in ECR has two hyphens in a row. */
export const registriesHaveNames = (world: World): Finding[] =>
  ofEach(world, ({ kind }, tenant, path) =>
    kind !== "registry" || !tenant.ref.includes("--")
      ? []
      : [
          at(tenant, path, {
            expected: "a product and an environment with single hyphens, since ECR takes no others",
            got: show(tenant.ref),
            fix: "rename the product or the environment",
          }),
        ],
  );

/** Refuses images that no key signs on a cluster that verifies images, unless the platform says why. */
export const unsignedImagesAreExplained = (world: World): Finding[] =>
  ofEach(world, ({ kind }, tenant, path) =>
    kind !== "registry" ||
    world.settings.unsignedImages !== undefined ||
    world.clusters.get(tenant.cluster)?.verifiesImages !== true
      ? []
      : [
          at(tenant, path, {
            expected: `no registry on ${tenant.cluster}, which verifies signatures: nothing signs the images of one`,
            got: "one",
            fix: "ask the platform's engineers for unsignedImages of products, with a reason",
          }),
        ],
  );
