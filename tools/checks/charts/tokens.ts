import { isMap, textOf } from "../../terraform-json/json-map";
import { at, listAt } from "./objects";
import type { Rendered } from "./rendered";

const BINDINGS = new Set(["RoleBinding", "ClusterRoleBinding"]);

/**
 * Pods that mount the token of a service account to which no release binds a role: only a thief has a use for it.
 */
export function tokenProblems(rendered: readonly Rendered[]): string[] {
  const bound = new Set(rendered.flatMap(boundIn));
  const kept = new Set(rendered.flatMap(withoutTokens));
  return rendered.flatMap(({ release, workloads }) =>
    workloads.flatMap(({ name, namespace = release.namespace, serviceAccount, pod }) => {
      const account = `${namespace}/${serviceAccount}`;
      const mounts = pod.automountServiceAccountToken ?? !kept.has(account);
      return mounts === false || bound.has(account)
        ? []
        : [`${name}: expected automountServiceAccountToken: false, for no role is bound to ${account}`];
    }),
  );
}

const boundIn = ({ release, objects }: Rendered): string[] =>
  objects
    .filter(({ kind }) => BINDINGS.has(kind))
    .flatMap((binding) =>
      listAt(binding, "subjects")
        .filter(isMap)
        .map(
          ({ namespace, name }) =>
            `${textOf(namespace ?? binding.metadata.namespace ?? release.namespace)}/${textOf(name)}`,
        ),
    );

const withoutTokens = ({ release, objects }: Rendered): string[] =>
  objects
    .filter(
      (object) => object.kind === "ServiceAccount" && at(object, "automountServiceAccountToken") === false,
    )
    .map(({ metadata }) => `${textOf(metadata.namespace ?? release.namespace)}/${textOf(metadata.name)}`);
