import { writeFileSync } from "node:fs";
import { platformCommand } from "../toolbox/platform-command";
import { argumentsOf, VERIFY_CLUSTER } from "../operate/verify-cluster/arguments";

export const command = platformCommand(VERIFY_CLUSTER, async (asked, signal) => {
  const { defineEnvironments, environmentSettings } = await import("../samples/platform");
  const {
    environment,
    context,
    junit: file,
    image,
  } = argumentsOf(asked, defineEnvironments(environmentSettings));
  const { clusterLabel } = await import("../../src/settings/environment/stack-names");
  const { clusterOf, kubectlWith, withKubectl } = await import("../operate/verify-cluster/kubectl");
  const { checkContext, namesOf } = await import("../operate/verify-cluster/names");
  const { tryOnce } = await import("../operate/verify-cluster/run");
  const { junit } = await import("../operate/verify-cluster/junit");
  const { checkTable, failureReport, showProgress } = await import("../kit/check-report");

  const kubectl = kubectlWith(context);
  checkContext(environment, await clusterOf(kubectl, signal), context !== undefined);
  const names = namesOf(environment, image);
  const results = await withKubectl(kubectl, signal, (at) =>
    tryOnce(environment, { names, at }, showProgress(process.stderr)),
  );
  if (file !== undefined) {
    writeFileSync(file, junit(clusterLabel(environment), results));
  }
  const failures = failureReport(results);
  console.log([checkTable(results), ...(failures === "" ? [] : [failures])].join("\n"));
  return results.some(({ outcome }) => outcome === "failed") ? 1 : 0;
});
