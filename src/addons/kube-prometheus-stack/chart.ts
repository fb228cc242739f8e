import type { AddonChart } from "../../settings/addon-definition/chart";
import { type HeldValue, OWN_LIST, PUBLISHED_AT } from "../../settings/addon-definition/held-values";
import known from "./values.json";

const SELECTED = "monitors, probes and rules of add-ons and applications are found by it";

/** Holds a way in beside the one on which people sign in. */
const SIGNED_IN: HeldValue = { is: [false], because: "people come in through oauth2Proxy, signed in" };

export const CHART: AddonChart = {
  repository: "https://prometheus-community.github.io/helm-charts",
  name: "kube-prometheus-stack",
  version: "88.5.3",
  kubernetes: { oldest: "1.25", newest: "1.36" },
  source: "https://github.com/prometheus-operator/prometheus-operator/blob/main/.github/env",
  known,
  holds: {
    "crds > enabled": { is: [false], because: "prometheusOperatorCrds installs the kinds" },
    "prometheus > enabled": { is: [true], because: "alerts, dashboards and traces need Prometheus" },
    "prometheus > ingress > enabled": SIGNED_IN,
    "prometheus > route > main > enabled": SIGNED_IN,
    "prometheus > service > port": "other add-ons call no other port",
    "prometheus > additionalServiceMonitors": OWN_LIST,
    "prometheus > additionalPodMonitors": OWN_LIST,
    "prometheus > prometheusSpec > serviceMonitorSelector": SELECTED,
    "prometheus > prometheusSpec > serviceMonitorNamespaceSelector": SELECTED,
    "prometheus > prometheusSpec > serviceMonitorSelectorNilUsesHelmValues": {
      is: [false],
      because: SELECTED,
    },
    "prometheus > prometheusSpec > podMonitorSelector": SELECTED,
    "prometheus > prometheusSpec > podMonitorNamespaceSelector": SELECTED,
    "prometheus > prometheusSpec > podMonitorSelectorNilUsesHelmValues": { is: [false], because: SELECTED },
    "prometheus > prometheusSpec > probeSelector": SELECTED,
    "prometheus > prometheusSpec > probeNamespaceSelector": SELECTED,
    "prometheus > prometheusSpec > probeSelectorNilUsesHelmValues": { is: [false], because: SELECTED },
    "prometheus > prometheusSpec > ruleSelector": SELECTED,
    "prometheus > prometheusSpec > ruleNamespaceSelector": SELECTED,
    "prometheus > prometheusSpec > ruleSelectorNilUsesHelmValues": { is: [false], because: SELECTED },
    "prometheus > prometheusSpec > scrapeConfigSelector": SELECTED,
    "prometheus > prometheusSpec > scrapeConfigNamespaceSelector": SELECTED,
    "prometheus > prometheusSpec > scrapeConfigSelectorNilUsesHelmValues": { is: [false], because: SELECTED },
    "prometheus > prometheusSpec > excludedFromEnforcement": OWN_LIST,
    "prometheus > prometheusSpec > enableFeatures": OWN_LIST,
    "prometheus > prometheusSpec > additionalRemoteWrite": OWN_LIST,
    "prometheus > prometheusSpec > enableRemoteWriteReceiver": { is: [true], because: "Tempo writes to it" },
    "prometheus > prometheusSpec > externalUrl": PUBLISHED_AT,
    "prometheus > prometheusSpec > routePrefix": {
      is: ["/"],
      because: "other add-ons call it without a prefix",
    },
    "prometheus > prometheusSpec > listenLocal": { is: [false], because: "other add-ons call it" },
    "prometheus > prometheusSpec > paused": {
      is: [false],
      because: "the platform's rules come through the operator",
    },
    "alertmanager > enabled": { is: [true], because: "alerts come to people through it" },
    "alertmanager > ingress > enabled": SIGNED_IN,
    "alertmanager > route > main > enabled": SIGNED_IN,
    "alertmanager > config > route": "addons.kubePrometheusStack.alerting has the routes",
    "alertmanager > config > receivers": "addons.kubePrometheusStack.alerting has the receivers",
    "alertmanager > config > inhibit_rules": OWN_LIST,
    "alertmanager > config > time_intervals": "addons.kubePrometheusStack.alerting has the hours",
    "alertmanager > config > templates": OWN_LIST,
    "alertmanager > alertmanagerSpec > secrets": "addons.kubePrometheusStack.alerting has the receivers",
    "alertmanager > alertmanagerSpec > externalUrl": PUBLISHED_AT,
    "alertmanager > alertmanagerSpec > useExistingSecret": {
      is: [false],
      because: "addons.kubePrometheusStack.alerting has the receivers",
    },
    "alertmanager > alertmanagerSpec > routePrefix": {
      is: ["/"],
      because: "other add-ons call it without a prefix",
    },
    "alertmanager > alertmanagerSpec > listenLocal": { is: [false], because: "Prometheus calls it" },
    "alertmanager > service > port": "other add-ons call no other port",
    "prometheusOperator > enabled": { is: [true], because: "every monitor and rule comes through it" },
    "prometheusOperator > namespaces": "monitors and rules are in several namespaces",
    "kubeStateMetrics > enabled": "the cluster's EKS add-ons decide which there is",
    "nodeExporter > enabled": { is: [true], because: "the platform's alerts watch nodes by it" },
    "kubeApiServer > serviceMonitor > metricRelabelings": OWN_LIST,
    "grafana > enabled": { is: [false], because: "grafana is an add-on of its own" },
    cleanPrometheusOperatorObjectNames: {
      is: [false],
      because: "other add-ons call its Services by their names",
    },
  },
  free: ["coreDns", "grafana", "kubeControllerManager", "kubeEtcd", "kubeProxy", "kubeScheduler"],
};
