import { actionlint } from "./actionlint";
import { alertmanager } from "./alertmanager";
import { apiServer } from "./api-server";
import { applyOffline } from "./apply-offline";
import { cdktn } from "./cdktn";
import { charts } from "./charts";
import { chartsRepository } from "./charts-repository";
import { checkov } from "./checkov";
import { checkovReleases } from "./checkov-releases";
import { dashboards } from "./dashboards";
import { dex } from "./dex";
import { enginePolicies } from "./engine-policies";
import { fuzz } from "./fuzz";
import { gator } from "./gatekeeper";
import { gitops } from "./gitops";
import { iam } from "./iam";
import { isolation } from "./isolation";
import { plans } from "./plans";
import { prometheusRules } from "./prometheus-rules";
import { secrets } from "./secrets";
import { kyverno } from "./kyverno";
import { locks } from "./locks";
import { providerSchemas } from "./provider-schemas";
import { reach } from "./reach";
import { restore } from "./restore";
import { risks } from "./risks";
import { validate } from "./validate";
import { validateNewest } from "./validate-newest";
import { zizmor } from "./zizmor";
import type { Verification } from "./verdict";

export interface NamedVerification {
  /** Name for `npm run verify -- <name>`. */
  readonly name: string;

  /** Claim that it proves, in one line. */
  readonly proves: string;
  readonly verify: Verification;
}

/** Two lanes, for two cores: the longest come first in their lane. */
export const VERIFICATIONS: readonly (readonly NamedVerification[])[] = [
  [
    { name: "validate", proves: "Terraform and its providers take every stack", verify: validate },
    {
      name: "validate-newest",
      proves: "So does the newest Terraform, to which workspaces move one day",
      verify: validateNewest,
    },
    {
      name: "provider-schemas",
      proves: "Providers know all that stacks write, and deprecate none of it",
      verify: providerSchemas,
    },
    { name: "plans", proves: "Terraform makes the AWS side once, and then changes nothing", verify: plans },
    // After the plans, which it looks into.
    {
      name: "checkov",
      proves: "Nothing that is known to go wrong in clouds is unexplained",
      verify: checkov,
    },
    {
      name: "checkov-releases",
      proves: "Nothing that is known to go wrong in clusters is unexplained in a release",
      verify: checkovReleases,
    },
    {
      name: "charts",
      proves: "Helm renders every release, and the cluster takes what comes out",
      verify: charts,
    },
    {
      name: "charts-repository",
      proves: "Projects and policies let the example's applications in, and nothing is installed twice",
      verify: chartsRepository,
    },
    {
      name: "gitops",
      proves: "What customers' repositories hold builds, for every cluster, stage and region",
      verify: gitops,
    },
    {
      name: "engine-policies",
      proves: "The engine of each cluster takes the network policies that it gets",
      verify: enginePolicies,
    },
    {
      name: "gatekeeper",
      proves: "Gatekeeper refuses what it must, and nothing of the platform",
      verify: gator,
    },
    {
      name: "kyverno",
      proves: "Kyverno judges pods as Kubernetes does, and refuses none of the platform",
      verify: kyverno,
    },
  ],
  [
    {
      name: "fuzz",
      proves: "Whatever is configured is refused with its place, or becomes sound Terraform",
      verify: fuzz,
    },
    { name: "cdktn", proves: "The successor of the CDK for Terraform makes the same", verify: cdktn },
    {
      name: "api-server",
      proves: "A real API server takes the objects of every cluster, and keeps them as they are",
      verify: apiServer,
    },
    {
      name: "apply-offline",
      proves: "Terraform builds, changes, destroys and rebuilds what a cluster gets",
      verify: applyOffline,
    },
    {
      name: "restore",
      proves: "Velero brings back what was lost, without Secrets, and only while it may",
      verify: restore,
    },
    { name: "dex", proves: "Dex takes its configuration and lets people in to its clients", verify: dex },
    { name: "dashboards", proves: "Prometheus takes every query of the dashboards", verify: dashboards },
    {
      name: "alertmanager",
      proves: "Alerts reach whom they must, in the words they must",
      verify: alertmanager,
    },
    {
      name: "prometheus-rules",
      proves: "Every alert fires when it must, and only then",
      verify: prometheusRules,
    },
    {
      name: "risks",
      proves: "No accepted risk is past the day on which to look again",
      verify: risks,
    },
    { name: "iam", proves: "Every role may do what it is there for, and nothing next to it", verify: iam },
    {
      name: "secrets",
      proves: "Neither configuration nor output spells out a secret",
      verify: secrets,
    },
    {
      name: "reach",
      proves: "No application's team or account can come to control more than its namespaces",
      verify: reach,
    },
    {
      name: "isolation",
      proves: "No tenant's stack names what is another's without a share",
      verify: isolation,
    },
    { name: "actionlint", proves: "GitHub can run the workflows", verify: actionlint },
    { name: "locks", proves: "Terraform runs the providers that were reviewed", verify: locks },
    { name: "zizmor", proves: "No workflow gives a stranger its rights or secrets", verify: zizmor },
  ],
];
