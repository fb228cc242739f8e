import { storeFor } from "../../addons/external-secrets/readers";
import { ImagePullSecrets } from "../../addons/image-pull-secrets/image-pull-secrets";
import { Reloader } from "../../addons/reloader/reloader";
import { Renovate } from "../../addons/renovate/renovate";
import type { ClusterEnvironment } from "../../settings/environment/environment";
import type { Tenants } from "../../settings/tenants/tenants";
import type { After } from "../../constructs/addon";
import type { Foundation } from "./foundation";
import { installArgoCd } from "./argo-cd";
import { registerCluster } from "./eks-argo-cd";
import { installFlux } from "./flux";
import { installArgoWorkflows } from "./argo-workflows";
import type { Platform } from "./platform";

/** Applications to deliver, and what surrounds them. */
export interface Delivered {
  readonly tenants: Tenants;

  /** Add-ons with policies for applications. */
  readonly guards: After;

  /** Every cluster, those that this one is the hub of among them. */
  readonly all: readonly ClusterEnvironment[];
}

/** Installs the add-ons that deploy applications. Each is `false` if it is switched off. */
export function installDelivery(platform: Platform, foundation: Foundation, delivered: Delivered) {
  const { stack, environment, shared } = platform;
  const { addons } = environment;
  const { cluster, namespace } = shared;
  const { monitors, secrets } = foundation;

  const workflows = installArgoWorkflows(platform, foundation, delivered.tenants);
  installArgoCd(platform, foundation, delivered);
  installFlux(platform, foundation, delivered);
  registerCluster(platform, delivered);

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
