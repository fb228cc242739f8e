import { RESTRICTED_CONTAINER } from "../../constructs/container-rights";
import type { HelmValues } from "../../constructs/helm-values";
import { mirroredImage, type Registries } from "../../constructs/registries";
import type { Hubble } from "./settings";

/** Values of Hubble, which sees the flows that the agents judge. */
export const hubbleValues = ({
  hubble,
  registries,
}: {
  readonly hubble: Hubble;
  readonly registries?: Registries | undefined;
}): HelmValues => ({
  enabled: true,
  metrics: { enabled: ["dns", "drop", "tcp"] },
  // The chart itself would make certificates that end after a year.
  tls: hubble === "metrics" ? { enabled: false } : { auto: { method: "cronJob" } },
  // Without a relay, flows are told on the node alone.
  ...(hubble === "metrics" && { listenAddress: "" }),
  relay: {
    enabled: hubble !== "metrics",
    image: { repository: mirroredImage(registries, "quay.io/cilium/hubble-relay") },
    resources: { requests: { cpu: "20m", memory: "64Mi" }, limits: { memory: "256Mi" } },
  },
  ui: {
    enabled: hubble === "ui",
    ...Object.fromEntries(
      ["backend", "frontend"].map((part) => [
        part,
        {
          image: {
            repository: mirroredImage(
              registries,
              part === "backend" ? "quay.io/cilium/hubble-ui-backend" : "quay.io/cilium/hubble-ui",
            ),
          },
          resources: { requests: { cpu: "10m", memory: "32Mi" }, limits: { memory: "128Mi" } },
          securityContext: RESTRICTED_CONTAINER,
          ...(part === "backend" && {
            livenessProbe: { enabled: true },
            readinessProbe: { enabled: true },
          }),
        },
      ]),
    ),
  },
});
