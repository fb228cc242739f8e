import type { GitOps, Needs } from "../../settings/addon-definition/definition";
import { FOLDER, matches } from "../../settings/checking/matches";
import { type Path, problem, show } from "../../settings/checking/problem";
import { repositoryOf } from "../../settings/checking/repository";
import { secretCanBeRead } from "../../settings/checking/secret-path";
import type { ClusterEnvironmentConfig } from "../../settings/environment/environment";
import { applicationNamespaces } from "../../settings/namespaces/namespaces";
import type { FluxCustomersConfig, FluxPlatformConfig } from "./settings";

const FLUX = ["addons", "flux"] as const;

/** A part of what Git lets branches be called, such as `main` or `release/2026-11`. */
const BRANCH = /^[A-Za-z0-9](?:[\w./-]*\w)?$/;

/** Credentials come from Secrets Manager. */
export function needsOfFlux({ addons: { flux } }: ClusterEnvironmentConfig): Needs {
  const isPrivate =
    flux !== false &&
    ((flux.platform && flux.platform.credentialsPath !== undefined) ||
      (flux.customers && flux.customers.secretName !== undefined));
  return isPrivate ? { externalSecrets: "its credentials" } : {};
}

/** Problems of Flux: of which program delivers, and of what it reads. */
export function problemsOfFlux(config: ClusterEnvironmentConfig): string[] {
  const { flux } = config.addons;
  return [
    ...onlyOneDelivers(config),
    ...(flux && flux.platform ? problemsOfPlatform(flux.platform, config) : []),
    ...(flux && flux.customers ? problemsOfCustomers(flux.customers, config) : []),
  ];
}

/** Word of `gitops` for each program that is an add-on. */
const WORDS: Readonly<Record<"argoCd" | "flux", GitOps>> = { argoCd: "argo-cd", flux: "flux" };

/** Refuses the add-on of a program that does not deliver, and a cluster without Flux that Flux should deliver to. */
const onlyOneDelivers = ({ cluster: { gitops }, addons }: ClusterEnvironmentConfig): string[] => [
  ...(["argoCd", "flux"] as const)
    .filter((name) => addons[name] !== false && WORDS[name] !== gitops)
    .map((name) =>
      problem(
        ["addons", name],
        `false, since gitops is ${show(gitops)}`,
        "settings",
        `leave it out, or write gitops: ${show(WORDS[name])}: two programs would undo each other's changes`,
      ),
    ),
  ...(gitops === "flux" && addons.flux === false
    ? [
        problem(
          FLUX,
          'on, since gitops is "flux"',
          "false",
          "leave it out, and name a release that has the chart flux2; or leave gitops out",
        ),
      ]
    : []),
];

const problemsOfPlatform = (
  { credentialsPath, ...source }: FluxPlatformConfig,
  config: ClusterEnvironmentConfig,
): string[] => [
  ...problemsOfSource(source, [...FLUX, "platform"], config),
  ...(credentialsPath === undefined
    ? []
    : secretCanBeRead(credentialsPath, [...FLUX, "platform", "credentialsPath"], config)),
];

function problemsOfCustomers(
  { secretName, ...source }: FluxCustomersConfig,
  config: ClusterEnvironmentConfig,
): string[] {
  const { externalSecrets, flux } = config.addons;
  const copies = externalSecrets === false ? [] : externalSecrets.forApplications;
  const without = applicationNamespaces(config.organisation).filter(
    (namespace) => !copies.some((copy) => copy.namespace === namespace && copy.name === secretName),
  );
  const platform = flux && flux.platform ? flux.platform.repository : undefined;
  return [
    ...problemsOfSource(source, [...FLUX, "customers"], config),
    ...(source.repository === platform
      ? [
          problem(
            [...FLUX, "customers", "repository"],
            "another repository than the platform's",
            show(source.repository),
            "give customers one of their own: what they write to the platform's is applied with every right",
          ),
        ]
      : []),
    ...(secretName === undefined || without.length === 0
      ? []
      : [
          problem(
            [...FLUX, "customers", "secretName"],
            `a copy in ${without.join(", ")} by forApplications of addons.externalSecrets`,
            show(secretName),
            "add { path, name, namespace, reason } there for each",
          ),
        ]),
  ];
}

const problemsOfSource = (
  { repository, branch, path }: Omit<FluxCustomersConfig, "secretName">,
  at: Path,
  { organisation: { gitHub } }: ClusterEnvironmentConfig,
): string[] => [
  ...matches(
    repository,
    repositoryOf(gitHub),
    [...at, "repository"],
    `a repository of ${gitHub} such as "${gitHub}/gitops"`,
    "its content is applied, so no other organisation may change it",
  ),
  ...matches(
    branch,
    BRANCH,
    [...at, "branch"],
    'a branch such as "main"',
    "use letters, digits and -, _, . or / between them",
  ),
  ...matches(
    path,
    FOLDER,
    [...at, "path"],
    'a folder such as "clusters/production"',
    "write it as seen from the repository's root, without a slash at either end",
  ),
];
