import { type Path, problem, show } from "../checking/problem";

/** Name or id of a group as policies of Argo CD and expressions of Grafana can hold it. */
const GROUP_NAME = /^[^\s'"`,\\](?:[^'"`,\\\n\r]{0,254}[^\s'"`,\\])?$/;

/** Problems of the name of a group at a provider of OpenID Connect or SAML. */
export const problemsOfGroupName = (group: string, path: Path): string[] =>
  GROUP_NAME.test(group)
    ? []
    : [
        problem(
          path,
          "the name or the id of a group, as the provider sends it",
          show(group),
          "write at most 256 characters without quotes, commas and backslashes, and no space at either end",
        ),
      ];
