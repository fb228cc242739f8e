import type { TerraformStack } from "cdktf";
import { ServiceLinkedRoles } from "../../infrastructure/service-linked-roles";
import type { ClusterEnvironment } from "../../settings/environment/environment";

/** Adds the roles of AWS's services that the environment makes, with its main cluster: an account has each once. */
export function addServiceLinkedRoles(
  stack: TerraformStack,
  { cluster, serviceLinkedRoles }: ClusterEnvironment,
): void {
  const services = Object.entries(serviceLinkedRoles)
    .filter(([, source]) => cluster.main && source === "make")
    .map(([service]) => service);
  if (services.length > 0) {
    new ServiceLinkedRoles(stack, "service-linked-roles", { services });
  }
}
