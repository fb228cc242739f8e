import { PLATFORM_NAMESPACES } from "../namespaces/namespaces";
import type { AddonsSettings } from "./addons";
import type { GatekeeperConfig, MemoryConfig, PolicyServices } from "./policy";
import { withDefaults } from "./with-defaults";

/** What environments need that have few objects. */
export const LITTLE_MEMORY: MemoryConfig = { requestMib: 512, limitMib: 1_024 };

const { monitoring } = PLATFORM_NAMESPACES;

const GATEKEEPER: GatekeeperConfig = {
  values: {},
  webhookMemory: { requestMib: 4_096, limitMib: 8_192 },
  auditMemory: { requestMib: 4_096, limitMib: 16_384 },
  // Until every chart gives them a new name when they change.
  reportOnly: ["immutable-config-maps"],
  exceptions: [
    {
      policy: "no-host-access",
      namespace: monitoring,
      name: "fluent-bit-*",
      reason: "It reads the logs of all containers, which are files of the node.",
      until: "2027-11-30",
    },
    {
      policy: "no-host-access",
      namespace: monitoring,
      name: "kube-prometheus-stack-prometheus-node-exporter-*",
      reason: "It measures the node, whose files, network and processes it must see.",
      until: "2027-11-30",
    },
  ],
};

/** Settings over production's. */
export const policyWithDefaults = ({ gatekeeper }: AddonsSettings): PolicyServices => ({
  gatekeeper: withDefaults(GATEKEEPER, gatekeeper),
});
