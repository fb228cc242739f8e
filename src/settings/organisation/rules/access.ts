import { problem, show } from "../../checking/problem";
import { TERRAFORM_LEVELS } from "../../access/access-levels";
import { namespaceIsKnown } from "../../namespaces/known-namespace";
import { applicationNamespaces } from "../../namespaces/namespaces";
import type { OrganisationConfig } from "../schema";

/** Name of a Kubernetes group that is neither reserved by Kubernetes nor by EKS. */
const LEVEL = /^(?!system|eks)[a-z][a-z0-9-]{0,39}$/;

/**
 * ClusterRoles that Kubernetes has made. A level's ClusterRole has the name of the level.
 *
 * @see https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 */
const OF_KUBERNETES: readonly string[] = ["admin", "cluster-admin", "edit", "view"];

/** Checks that levels of access have names of their own, and namespaces that there are. */
export const problemsOfAccessLevels = (organisation: OrganisationConfig): string[] =>
  Object.entries(organisation.accessLevels).flatMap(([name, { namespaces = [] }]) => {
    const path = ["organisation", "accessLevels", name];
    return [
      ...(LEVEL.test(name) && !Object.hasOwn(TERRAFORM_LEVELS, name)
        ? []
        : [
            problem(
              path,
              "the name of a level",
              show(name),
              `use at most 40 lower-case letters, digits and hyphens; not ${Object.keys(TERRAFORM_LEVELS).join(" or ")}, system… or eks…`,
            ),
          ]),
      ...(OF_KUBERNETES.includes(name)
        ? [
            problem(
              path,
              "a name that no role of Kubernetes has",
              show(name),
              `call it something like ${show(`${name}-all`)}: the first apply would find its ClusterRole made`,
            ),
          ]
        : []),
      ...namespaces.flatMap((namespace, index) =>
        namespaceIsKnown([...path, "namespaces", index], namespace, applicationNamespaces(organisation)),
      ),
    ];
  });
