import type { HelmValues } from "../../constructs/helm-values";

/**
 * Upstream's rules, without those about faults that the platform team cannot correct, or about programs that
 * are not scraped. Some about the API server stay, and keep quiet: without any, the chart would make a group
 * of rules that Kubernetes refuses.
 */
export const defaultRules: HelmValues = {
  defaultRules: {
    rules: {
      kubeApiserverAvailability: false,
      kubeApiserverBurnrate: false,
      kubeApiserverHistogram: false,
      kubeApiserverSlos: false,
      network: false,
      windows: false,
    },
    disabled: {
      KubePodNotReady: true,
      NodeClockNotSynchronising: true,
      NodeClockSkewDetected: true,
      NodeNetworkReceiveErrs: true,
      NodeNetworkTransmitErrs: true,
      NodeRAIDDegraded: true,
      NodeRAIDDiskFailure: true,
    },
  },
};
