/** Weakness of the platform that stays for a time, since its remedy costs more than it is worth today. */
export interface AcceptedRisk {
  readonly title: string;

  /** Damage that the weakness allows, and to whom. */
  readonly allows: string;

  /** Sentence that says why it stays. */
  readonly reason: string;

  /** Change that would end it. */
  readonly remedy: string;

  /** Day on which to look again, such as `2027-05-31`. From then on `npm run verify -- risks` fails. */
  readonly until: string;
}

/** All risks that are accepted. `docs/security.md` shows them. */
export const ACCEPTED_RISKS: readonly AcceptedRisk[] = [
  {
    title: "Levels of access go by patterns of role names",
    allows:
      "An account administrator who makes a role called like an engineer's gives it the engineer's level.",
    reason: "Engineers' roles come and go with another repository, and their names end in the level.",
    remedy: "List the roles in src/platform/access from that repository's output.",
    until: "2027-05-31",
  },
  {
    title: "The workflow controller and the Prometheus operator have their charts' ClusterRoles",
    allows: "Code that runs as either makes pods, and the latter Secrets, in every namespace.",
    reason:
      "Both serve namespaces of tenants, and neither chart takes a list of namespaces for a Role in each.",
    remedy: "Run the controllers per namespace once the charts support it.",
    until: "2027-05-31",
  },
  {
    title: "External Secrets, Velero and the Prometheus operator read Secrets of every namespace",
    allows:
      "Code that runs as one of them has every password in the cluster, Velero's where it is switched on.",
    reason:
      "One makes the copies, one finds kinds that it cannot know, and one reads what monitors name. Rights go by kind and name, and no rule leaves a kind out.",
    remedy:
      "Bind Velero's right to read to the namespaces of applications, and External Secrets by a Role in each.",
    until: "2027-05-31",
  },
  {
    title: "One token that never expires sends the events of all builds",
    allows:
      "A repository whose builds leak it can start the deployment of any image that is in the registry.",
    reason:
      "GitHub's workflows cannot sign in to the cluster from outside, and the token may start one workflow only.",
    remedy: "Let EventBridge tell of pushed images, from a rule in the registry's account.",
    until: "2027-03-31",
  },
  {
    title: "Code that a plan runs on an agent can read the token of the agents' pool",
    allows:
      "Who may plan an unreviewed branch on a cluster with agents can start an agent that is given its applies.",
    reason:
      "An agent signs in with the token of its pool, in the process that starts Terraform. Plans of production wait for a review.",
    remedy: "Have plans of clusters with agents wait for a review in every environment.",
    until: "2027-05-31",
  },
  {
    title: "One key signs the images of all repositories",
    allows: "A repository whose signing job is taken over can sign another repository's image, not push it.",
    reason:
      "Each repository pushes to its own images alone, and signing runs in a job without code of others.",
    remedy: "Verify the identity of the workflow in the signature, image by image.",
    until: "2027-05-31",
  },
  {
    title: "The namespace monitoring admits privileged pods",
    allows: "An engineer who may make pods there has the node. No tenant may.",
    reason: "node-exporter and Fluent Bit read files of the node, and share the namespace of what asks them.",
    remedy: "Move the two into a namespace of their own.",
    until: "2027-03-31",
  },
  {
    title: "Workflows that tag images may move the tags of other environments",
    allows:
      "Integration's workflow can mark another image as deployed to production, which decides what is kept.",
    reason:
      "ECR has no condition for the name of a tag. Layers and untagged images are out of the workflow's reach.",
    remedy: "Keep the record of deployments outside the registry.",
    until: "2027-05-31",
  },
  {
    title: "GOV.UK's environments write image tags to one repository",
    allows: "A credential of integration can change what staging and production deploy.",
    reason: "Charts read the tags of every environment from the folder that Argo CD applies.",
    remedy: "Take argoWorkflows.promotion.tags off its shared form: a repository for each environment.",
    until: "2027-03-31",
  },
  {
    title: "Policies are not asked while Gatekeeper does not answer",
    allows:
      "An object that makes the webhook slow, or comes while it is down, is in the cluster until the audit tells.",
    reason:
      "A cluster must start pods without Gatekeeper. The audit judges again every five minutes, and ObjectsNotJudged fires.",
    remedy:
      "Let the webhook refuse (validatingWebhookFailurePolicy: Fail) for namespaces of applications alone.",
    until: "2027-03-31",
  },
  {
    title: "GOV.UK's clusters start pods whose images are not signed",
    allows: "Code that may push to the registry runs without the signing job's consent, and is reported.",
    reason: "The workflows of some applications do not sign yet.",
    remedy: "Have every application's workflow sign, then remove addons.kyverno.unsigned.",
    until: "2027-05-31",
  },
  {
    title: "GOV.UK's pods start with the network open",
    allows: "A new pod calls any address until the agent of its node has its policies.",
    reason: "The first connections of hundreds of applications were never measured.",
    remedy: "Measure them in integration, then remove podsStartOpen from one environment after the other.",
    until: "2027-05-31",
  },
  {
    title: "GOV.UK's Kubernetes API and administrators' pages answer every address",
    allows: "A stranger tries credentials, or a fault of the programs behind, from anywhere.",
    reason:
      "Engineers, HCP Terraform and GitHub call from addresses that no list has; IAM and GitHub sign them in.",
    remedy: "Bring engineers in by a VPN and runs by agents in the VPC, then list both under callers.",
    until: "2027-05-31",
  },
  {
    title: "Namespaces of GOV.UK's applications share a store of secrets",
    allows:
      "Without the policy own-secrets a team that may make ExternalSecrets could copy another namespace's.",
    reason: "Hundreds of charts name secrets without their namespace.",
    remedy: "Name secrets after their namespace, then remove addons.externalSecrets.shared.",
    until: "2027-05-31",
  },
  {
    title: "The databases' security group admits every pod and node of the cluster",
    allows: "A pod whose policies are taken away reaches the add-ons' databases, and needs a password there.",
    reason: "Groups for pods need a network interface for each, which not all instance types have.",
    remedy: "Turn on security groups for pods where every node group has instances that can.",
    until: "2027-05-31",
  },
];
