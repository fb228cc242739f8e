import { asList, asMap, type JsonMap, textOf } from "../../terraform-json/json-map";
import { type Stage, watched } from "./watched";

const ROLES = "/apis/rbac.authorization.k8s.io/v1/clusterroles";

/**
 * Plays an administrator who removes what Kubernetes' own controller of aggregated roles makes again, after their
 * release is destroyed: it acts on what it saw before, with which Helm waits until its time is over. A later destroy
 * removes such a role, too (docs/run-ended-half-way.md).
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles
 */
export const playRemadeRoles = (stage: Stage): Promise<void> =>
  watched(ROLES, stage, async (role) => {
    if (isRemade(role)) {
      await stage.client.remove(`${ROLES}/${textOf(asMap(role.metadata).name)}`);
    }
  });

/** True for a role without rules, and without the labels and annotations that those of releases and of the server have. */
export const isRemade = ({ metadata, rules, aggregationRule }: JsonMap): boolean => {
  const { labels, annotations, deletionTimestamp } = asMap(metadata);
  return (
    asList(rules ?? []).length === 0 &&
    [aggregationRule, labels, annotations, deletionTimestamp].every((part) => part === undefined)
  );
};
