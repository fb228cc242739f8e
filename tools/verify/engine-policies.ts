import { join } from "node:path";
import { environmentSettings } from "../../src/platform/environments";
import { hasCilium } from "../../src/settings/cluster/pod-network";
import { refusedByCilium } from "../checks/engine-policies/parsed-by-cilium";
import { policiesOfCluster } from "../checks/engine-policies/policies-of-cluster";
import { randomDomainPolicies, WRONG_POLICIES } from "../checks/engine-policies/random-domains";
import { inTemporaryFolder } from "../kit/temporary-folder";
import { exampleEnvironments, synthesiseExamples } from "../samples/examples";
import { defineEnvironments } from "../samples/platform";
import { sampleEnvironments } from "../samples/sample-environments";
import { synthesise } from "../samples/synthesise";
import { ciliumPolicies } from "../toolbox/cilium-policies";
import type { Verification } from "./verdict";

/**
 * Has Cilium's own parser take the network policies of each cluster that has it, and many of random domains; clusters of other
 * engines have no policies of Cilium's kinds.
 */
export const enginePolicies: Verification = async (progress, signal) => {
  progress("Cilium's parser (built once, takes minutes)");
  const parser = await ciliumPolicies("parser", signal);
  if ("missing" in parser) {
    return { tool: "cilium", version: "", checked: "", findings: [], missing: parser.missing };
  }
  const own = [...defineEnvironments(environmentSettings), ...sampleEnvironments()];
  const clusters = [...own, ...exampleEnvironments()].flatMap((environment) => environment.clusters);
  const found = await inTemporaryFolder("engine-policies", (folder) => {
    const stacks = [
      ...synthesise(own, join(folder, "environments")),
      ...synthesiseExamples(join(folder, "examples")),
    ];
    return Promise.resolve(
      clusters.map((environment) => ({ environment, ...policiesOfCluster(environment, stacks) })),
    );
  });
  const ofCilium = found
    .filter(({ environment: { cluster } }) => hasCilium(cluster))
    .flatMap(({ policies }) => policies);
  const random = randomDomainPolicies().map((object) => ({ place: "random domains", object }));

  progress("policies");
  const right = [...ofCilium, ...random];
  const refused = await refusedByCilium(
    parser.program,
    right.map(({ object }) => object),
    signal,
  );
  const wrong = await refusedByCilium(parser.program, WRONG_POLICIES, signal);
  return {
    tool: "cilium",
    version: parser.version,
    checked: `${ofCilium.length} policies of ${found.filter(({ environment: { cluster } }) => hasCilium(cluster)).length} clusters, ${random.length} of random domains`,
    findings: [
      ...found.flatMap(({ foreign }) => foreign),
      ...[...refused].map(([index, problem]) => `${right[index]!.place}: Cilium refuses it: ${problem}`),
      ...WRONG_POLICIES.filter((_, index) => !wrong.has(index)).map(
        (policy) => `Cilium's parser takes ${JSON.stringify(policy)}, which is wrong: it proves nothing`,
      ),
    ],
    caveats: ["AWS's parser of ApplicationNetworkPolicy can be had from no module: its tests hold its form"],
  };
};
