import { storeFor } from "../../addons/external-secrets/readers";
import { ImagePullSecrets } from "../../addons/image-pull-secrets/image-pull-secrets";
import { Reloader } from "../../addons/reloader/reloader";
import { Renovate } from "../../addons/renovate/renovate";
import type { Tenants } from "../../settings/tenants/tenants";
import type { After } from "../../constructs/addon";
import type { Foundation } from "./foundation";
import { installArgoCd } from "./argo-cd";
import { installArgoWorkflows } from "./argo-workflows";
import type { Platform } from "./platform";

/**
 * Installs the add-ons that deploy applications. Each is `false` if it is switched off.
 *
 * @param guards - add-ons with policies for applications
 */
export function installDelivery(platform: Platform, foundation: Foundation, tenants: Tenants, guards: After) {
  const { stack, environment, shared } = platform;
  const { addons } = environment;
  const { cluster, namespace } = shared;
  const { monitors, secrets } = foundation;

  const workflows = installArgoWorkflows(platform, foundation, tenants);
  installArgoCd(platform, foundation, tenants, guards);

  if (addons.reloader) {
    new Reloader(stack, "reloader", { ...shared, ...addons.reloader, after: [monitors] });
  }
  if (addons.imagePullSecrets && addons.imagePullSecrets.length > 0) {
    new ImagePullSecrets(stack, "image-pull-secrets", {
      registries: addons.imagePullSecrets,
      storeFor: (name) => storeFor(environment.organisation, name),
      namespace,
      after: [secrets],
    });
  }
  const renovate = addons.renovate && new Renovate(stack, "renovate", { cluster, namespace });

  return { tagging: workflows, renovate };
}
