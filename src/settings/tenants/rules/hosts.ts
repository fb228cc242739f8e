import { PLATFORM_HOSTS } from "../../dns/platform-hosts";
import type { ApplicationConfig } from "../tenants";
import { type Path, problem, show } from "../../checking/problem";
import { entryPath } from "../entry-path";
import { valuesAreUnique } from "./names";

/** Shape of a host: the cluster's certificate is for one label under its zone. */
const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** Problems of an application's hosts. */
export const problemsOfHosts = ({ hosts }: ApplicationConfig, application: Path): string[] =>
  hosts.flatMap((host, index) => {
    const path = [...application, "hosts", index];
    if (!LABEL.test(host)) {
      return [problem(path, "one DNS label under the cluster's zone", show(host), "leave the zone out")];
    }
    return PLATFORM_HOSTS.includes(host)
      ? [problem(path, "a host of its own", `${show(host)}, which the platform has`, "choose another")]
      : [];
  });

/** Refuses one host in two Ingresses, which would take turns in answering. */
export const hostsAreUnique = (applications: readonly ApplicationConfig[]): string[] =>
  valuesAreUnique(
    applications.flatMap((application, place) =>
      application.hosts.map((value, index) => ({
        path: [...entryPath("applications", application, place), "hosts", index],
        value,
        owner: application.name,
      })),
    ),
    "a host",
    "give the host to one of the two",
  );
