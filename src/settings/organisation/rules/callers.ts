import { problemsOfCallers } from "../../checking/callers";
import type { OrganisationConfig } from "../schema";

/** Refuses callers that are no addresses of the internet. */
export const problemsOfOrganisationCallers = ({ callers }: OrganisationConfig): string[] =>
  (["kubernetesApi", "administratorPages"] as const).flatMap((name) =>
    callers[name] === undefined ? [] : problemsOfCallers(callers[name], ["organisation", "callers", name]),
  );
