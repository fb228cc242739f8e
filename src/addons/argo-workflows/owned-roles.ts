import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { deliveryNamespaceOf } from "../../settings/namespaces/namespaces";

/** Roles of the server, of workflows in each namespace, and of the workflow that tags images. */
export function rolesOfArgoWorkflows({ addons, organisation }: ClusterEnvironmentConfig): string[] {
  const { argoCd, argoWorkflows } = addons;
  const { containerRegistry } = organisation;
  const delivers = argoCd !== false && argoWorkflows && argoWorkflows.promotion !== false;

  return [
    "argo-workflows-server",
    "argo-workflow",
    `argo-workflow-${deliveryNamespaceOf(organisation)}`,
    ...(delivers && containerRegistry !== false ? [containerRegistry.tagger] : []),
  ];
}
