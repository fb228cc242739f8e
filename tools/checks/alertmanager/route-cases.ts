import { permanentSettings } from "../../../src/platform/environments";
import { clusterLabel } from "../../../src/settings/environment/stack-names";
import { defineEnvironments } from "../../samples/platform";

/** An alert, by its labels, and its receivers. */
export interface RouteCase {
  readonly environments: readonly string[];
  readonly labels: Readonly<Record<string, string>>;
  readonly receivers: readonly string[];
}

const PRODUCTION = ["production"];
const REHEARSALS = defineEnvironments(permanentSettings)
  .flatMap(({ clusters }) => clusters.map(clusterLabel))
  .filter((name) => name !== "production");
const ALL = [...REHEARSALS, ...PRODUCTION];

/** A team's alerts reach it everywhere, under one name. */
const team = (name: string): RouteCase => ({
  environments: ALL,
  labels: { alertname: "Anything", severity: "warning", destination: name },
  receivers: [name],
});

/** Receivers of alerts, written down a second time, so that a change of routes must be made twice. */
export const ROUTE_CASES: readonly RouteCase[] = [
  { environments: ALL, labels: { alertname: "Watchdog", severity: "none" }, receivers: ["watchdog"] },

  // A page wakes the engineer on call, and the team gets it too.
  {
    environments: PRODUCTION,
    labels: { alertname: "NodeGroupAtLimit", severity: "page", destination: "slack-platform-engineering" },
    receivers: ["pagerduty", "slack-platform-engineering"],
  },
  {
    environments: PRODUCTION,
    labels: { alertname: "Anything", severity: "page" },
    receivers: ["pagerduty"],
  },
  {
    environments: PRODUCTION,
    labels: { alertname: "Anything", severity: "page", destination: "slack-search-team" },
    receivers: ["pagerduty", "slack-search-team"],
  },
  {
    environments: REHEARSALS,
    labels: { alertname: "NodeGroupAtLimit", severity: "page", destination: "slack-platform-engineering" },
    receivers: ["slack-platform-engineering-low-priority"],
  },

  team("slack-platform-engineering"),
  team("slack-platform-engineering-low-priority"),
  team("slack-startup-probe-failures"),
  team("slack-search-team"),
  team("slack-search"),
  team("slack-navigation"),
  team("slack-licensing"),
  team("slack-chat-notifications"),
  team("slack-whitehall-notifications"),
  team("slack-content-apis-team"),
  team("slack-datagovuk-technical"),

  {
    environments: PRODUCTION,
    labels: { alertname: "SignonApiUserTokenExpirySoon", severity: "warning" },
    receivers: ["slack-content-apis-team"],
  },
  {
    environments: PRODUCTION,
    labels: { alertname: "MirrorFreshnessAlert", severity: "warning" },
    receivers: ["slack-platform-engineering"],
  },
  {
    environments: PRODUCTION,
    labels: { alertname: "Anything", destination: "zendesk" },
    receivers: ["zendesk"],
  },
  {
    environments: PRODUCTION,
    labels: { alertname: "Anything", destination: "email-platform-engineering" },
    receivers: ["email-platform-engineering"],
  },

  // Upstream's rules are about the platform, or else about a team's application.
  {
    environments: ALL,
    labels: { alertname: "KubePodCrashLooping", severity: "warning", namespace: "monitoring" },
    receivers: ["slack-platform-engineering-low-priority"],
  },
  {
    environments: ALL,
    labels: { alertname: "KubePersistentVolumeFillingUp", severity: "critical", namespace: "kube-system" },
    receivers: ["slack-platform-engineering-low-priority"],
  },
  {
    environments: ALL,
    labels: { alertname: "KubeletDown", severity: "critical" },
    receivers: ["slack-platform-engineering-low-priority"],
  },
  {
    environments: ALL,
    labels: { alertname: "KubeMemoryOvercommit", severity: "warning" },
    receivers: ["nobody"],
  },
  {
    environments: ALL,
    labels: { alertname: "KubePodCrashLooping", severity: "warning", namespace: "apps" },
    receivers: ["nobody"],
  },
  {
    environments: ALL,
    labels: { alertname: "CPUThrottlingHigh", severity: "info", namespace: "monitoring" },
    receivers: ["nobody"],
  },
  {
    environments: ALL,
    labels: { alertname: "Anything", severity: "warning", destination: "slack-of-nobody" },
    receivers: ["nobody"],
  },
];
