import { show } from "../../checking/problem";
import { filesByTeam } from "../applications";
import { isAboutApplications } from "../application-teams";
import type { Finding } from "../finding";
import type { ProductFile } from "../product-file";
import type { World } from "../world";

/** Refuses a file that has neither namespaces nor applications. */
export const filesSaySomething = ({ settings: { files } }: World): Finding[] =>
  files
    .filter(({ product }) => product && Object.keys(product.environments).length === 0)
    .filter((file) => !isAboutApplications(file))
    .map((file) => ({
      file,
      path: ["product"],
      expected: "environments, applications or namespaces",
      got: "none of them",
      fix: "write one, or remove the file",
    }));

/** Refuses environments of an owner without an address or a repository of the source. */
export const namespacesHaveOwners = ({ settings: { files } }: World): Finding[] =>
  files
    .filter(({ product }) => product && Object.keys(product.environments).length > 0)
    .flatMap((file) =>
      (["email", "source"] as const)
        .filter((key) => file.product!.owner[key] === undefined)
        .map((key) => ({
          file,
          path: ["owner", key],
          expected: `${key === "email" ? "an address" : "a repository"}, since the product has environments`,
          got: "nothing",
          fix: "add it",
        })),
    );

/** Refuses two channels or two times of a team: Argo CD, Sentry and the digest know one for all its applications. */
export function teamsHaveOneChannel({ settings }: World): Finding[] {
  const files = filesByTeam(settings).filter(isAboutApplications);
  return (["channel", "digest"] as const).flatMap((key) => {
    const first = new Map<string, ProductFile>();
    return files.flatMap((file) => {
      const { team, [key]: value } = file.product!.owner;
      if (value === undefined) {
        return [];
      }
      const earlier = first.get(team) ?? file;
      first.set(team, earlier);
      const same = earlier.product!.owner[key];
      return same === value
        ? []
        : [
            {
              file,
              path: ["owner", key],
              expected: `${show(same)}, as in ${earlier.path}: a team has one for all its applications`,
              got: show(value),
              fix: "write the same in both",
            },
          ];
    });
  });
}
