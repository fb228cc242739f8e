import type { AuditLogAlarm } from "../../names/alarm-names";
import { all, is, isBelow, isNoneOf, isOneOf, pattern } from "./filter-pattern";

/** Facts of a cluster by which its audit log is judged. */
export interface Watched {
  /** Namespaces of the platform's own. */
  readonly platformNamespaces: readonly string[];

  /** Names of the IAM roles that Terraform runs as. */
  readonly terraformRoles: readonly string[];

  /**
   * User as which people come for whom a relay in the cluster speaks: the caller is then its service account.
   *
   * @default - none: people call by themselves
   */
  readonly relayedUser?: string | undefined;
}

/** Something in the audit log that an engineer should look at. */
export interface Watch {
  /** Name of its metric and its alarm, without the cluster's name. */
  readonly name: AuditLogAlarm;
  readonly description: string;

  /** Filter pattern of CloudWatch Logs, at most 1,024 characters. */
  readonly pattern: string;
}

const USER = "user.username";

/** Users who are neither Kubernetes, EKS, a service account nor Terraform. */
const byPeople = (watched: Watched): string =>
  orRelayed(watched, isNoneOf(USER, ["system:*", "eks:*", ...byTerraform(watched.terraformRoles)]));

/** True also for those for whom a relay speaks. */
const orRelayed = ({ relayedUser }: Watched, condition: string): string =>
  relayedUser === undefined
    ? condition
    : `((${condition}) || ${is("impersonatedUser.username", relayedUser)})`;

const byTerraform = (roles: readonly string[]): string[] => roles.map((role) => `*:assumed-role/${role}/*`);

const CHANGES = ["create", "update", "patch", "delete*"];

/**
 * Watches over a cluster's audit log.
 *
 * @see https://kubernetes.io/docs/reference/config-api/apiserver-audit.v1/
 */
export const watches = (watched: Watched): readonly Watch[] => [
  {
    name: "platform-pod-entered",
    description: "A person entered or called a pod of the platform",
    pattern: pattern(
      all(
        is("stage", "ResponseComplete"),
        isOneOf("objectRef.subresource", ["exec", "attach", "portforward", "proxy", "ephemeralcontainers"]),
        isOneOf("objectRef.namespace", watched.platformNamespaces),
        byPeople(watched),
      ),
    ),
  },
  {
    name: "secrets-read",
    description: "A person read Secrets or asked for an account's token",
    pattern: pattern(
      all(
        is("stage", "ResponseComplete"),
        // A token of a service account is a secret that no Secret holds.
        `(${all(is("objectRef.resource", "secrets"), isOneOf("verb", ["get", "list", "watch"]))} || ${is("objectRef.subresource", "token")})`,
        byPeople(watched),
      ),
    ),
  },
  {
    name: "rights-changed",
    description: "Something other than Terraform and the platform changed roles or their bindings",
    pattern: pattern(
      all(
        is("stage", "ResponseComplete"),
        is("objectRef.apiGroup", "rbac.authorization.k8s.io"),
        isOneOf("verb", CHANGES),
        isBelow("responseStatus.code", 400),
        byStrangers(watched),
      ),
    ),
  },
  {
    name: "admission-changed",
    description: "Something other than Terraform and the platform changed what the cluster admits",
    pattern: pattern(
      all(
        is("stage", "ResponseComplete"),
        isOneOf("objectRef.apiGroup", ["admissionregistration.k8s.io", "*gatekeeper.sh", "*kyverno.io"]),
        isOneOf("verb", CHANGES),
        isBelow("responseStatus.code", 400),
        byStrangers(watched),
      ),
    ),
  },
  {
    name: "anonymous-admitted",
    description: "The API answered a caller who did not say who they are",
    pattern: pattern(
      all(
        is("stage", "ResponseComplete"),
        is(USER, "system:anonymous"),
        isBelow("responseStatus.code", 400),
        // Kubernetes lets everyone ask for these.
        isNoneOf("requestURI", ["/healthz*", "/livez*", "/readyz*", "/version*"]),
      ),
    ),
  },
];

/** Users who are neither Kubernetes, EKS, Terraform nor a controller of the platform. */
const byStrangers = (watched: Watched): string =>
  orRelayed(watched, isNoneOf(USER, ["eks:*", "system:apiserver", "system:kube-*", ...controllers(watched)]));

/** Terraform and the platform's own controllers. */
const controllers = ({ platformNamespaces, terraformRoles }: Watched): string[] => [
  ...platformNamespaces.map((namespace) => `system:serviceaccount:${namespace}:*`),
  ...byTerraform(terraformRoles),
];
