import type { HelmValues } from "../../constructs/helm-values";
import type { Manifest } from "../../constructs/manifests";
import { THIS_CLUSTER } from "./application";
import { projectRoles } from "./project-roles";

/** Sources and destinations of a project's applications, and the team that may change them. */
export interface ArgoCdProject {
  readonly name: string;
  readonly description: string;

  /** Addresses of Git repositories and chart repositories; `*` stands for any. */
  readonly repositories: readonly string[];
  readonly namespaces: readonly string[];

  /**
   * Addresses of the clusters that the namespaces are in.
   *
   * @default - this cluster
   */
  readonly servers?: readonly string[];

  /** Kinds outside namespaces that its applications may have, and no others. */
  readonly clusterKinds: readonly ClusterKind[];

  /** Kinds within its namespaces that its applications may have, and no others. */
  readonly namespaceKinds: readonly ResourceKind[];

  /**
   * Teams at GitHub, as `<organisation>:<team>`, that may synchronise its applications and restart what runs.
   *
   * @default - none but administrators
   */
  readonly operators?: readonly string[];

  /**
   * Teams that may make and change its Applications as well.
   *
   * @default - none
   */
  readonly makers?: readonly string[];

  /**
   * When its applications are synchronised.
   *
   * @default - at any time
   */
  readonly syncWindows?: readonly SyncWindow[];

  /**
   * Slack channels of its notifications, without `#`, by the trigger's name.
   *
   * @default - nowhere of its own
   */
  readonly channels?: Readonly<Record<string, string>>;
}

export interface ResourceKind {
  /** Its API group; empty for Kubernetes' core. `*` stands for any. */
  readonly group: string;
  readonly kind: string;
}

/** A kind outside namespaces. */
export interface ClusterKind extends ResourceKind {
  /**
   * The only object of the kind; `*` stands for any characters.
   *
   * @default - every one
   */
  readonly name?: string;
}

/** Every kind there is. */
export const ANY_KIND: ResourceKind = { group: "*", kind: "*" };

/** A time in which applications are, or are not, synchronised by themselves. */
export interface SyncWindow {
  readonly kind: "allow" | "deny";

  /** When it opens, as cron has it. */
  readonly schedule: string;

  /** Duration for which it is open, such as `63h`. */
  readonly duration: string;

  /** Time zone of the schedule, such as `Europe/London`. */
  readonly timeZone: string;

  /** Allows engineers to synchronise by hand nevertheless. */
  readonly manualSync: boolean;
}

/**
 * The AppProject that keeps a team's applications to its repositories and namespaces.
 *
 * @see https://argo-cd.readthedocs.io/en/stable/user-guide/projects/
 */
export const argoCdProject = (project: ArgoCdProject, namespace: string): Manifest => {
  const { name, description, repositories, namespaces, servers = [THIS_CLUSTER], syncWindows = [] } = project;

  return {
    apiVersion: "argoproj.io/v1alpha1",
    kind: "AppProject",
    metadata: { name, namespace, annotations: subscriptions(project) },
    spec: {
      description,
      sourceRepos: repositories,
      destinations: servers.flatMap((server) => namespaces.map((target) => ({ server, namespace: target }))),
      clusterResourceWhitelist: kinds(project.clusterKinds),
      namespaceResourceWhitelist: kinds(project.namespaceKinds),
      roles: projectRoles(project),
      syncWindows: syncWindows.map(({ timeZone, ...window }) => ({
        ...window,
        timeZone,
        applications: ["*"],
      })),
    },
  };
};

const kinds = (all: readonly ClusterKind[]): HelmValues[] =>
  all.map(({ group, kind, name }) => ({ group, kind, ...(name !== undefined && { name }) }));

const subscriptions = ({ channels = {} }: ArgoCdProject): Record<string, string> =>
  Object.fromEntries(
    Object.entries(channels).map(([trigger, channel]) => [
      `notifications.argoproj.io/subscribe.${trigger}.slack`,
      channel,
    ]),
  );
