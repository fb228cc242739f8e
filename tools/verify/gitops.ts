import { platform } from "../../examples/giant-swarm";
import { checkGitOps } from "../checks/gitops/check-repository";
import { clustersOf } from "../../src/settings/environment/hub";
import { definePlatform } from "../../src/settings/define-platform";
import { applicationNamespaces } from "../../src/settings/namespaces/namespaces";
import { goTool } from "../toolbox/go-tools";
import type { Verification } from "./verdict";

const FOLDER = "examples/gitops";

/** Builds the template repository of customers with kustomize, of which Flux has the same version. */
export const gitops: Verification = async (progress, signal) => {
  progress(FOLDER);
  const tool = await goTool("kustomize", signal);
  if ("missing" in tool) {
    return { tool: "kustomize", version: "", checked: "", findings: [], missing: tool.missing };
  }
  const read = foldersRead();
  const { overlays, findings } = await checkGitOps(FOLDER, read, tool.program, signal);
  return {
    tool: "kustomize",
    version: tool.version,
    checked: `${overlays} folders of ${FOLDER}, ${read.length} that a cluster of the example reads`,
    findings,
    caveats: tool.caveats,
  };
};

/** Folders that the clusters of the example's fleet read, one for each namespace of applications. */
const foldersRead = (): string[] =>
  clustersOf(definePlatform(platform).environments).flatMap(({ addons: { flux }, organisation }) => {
    const customers = flux && flux.customers;
    return customers
      ? applicationNamespaces(organisation).map((namespace) => `${customers.path}/${namespace}`)
      : [];
  });
