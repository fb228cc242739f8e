import { valueAt, type JsonMap, asMap, textOf } from "../../terraform-json/json-map";
import type { SynthesisedStack } from "../../terraform-json/stack";

/** An application that signs users in through Dex, with its credentials. */
export interface Client {
  readonly name: string;
  readonly id: string;
  readonly secret: string;
  readonly redirectUri: string;
}

/** Dex's input in one environment. */
export interface SignIn {
  readonly stack: string;

  /** Dex's configuration file. */
  readonly config: JsonMap;

  /** Dex's environment, with made-up credentials. */
  readonly variables: Readonly<Record<string, string>>;

  /** Host of the Ingress. */
  readonly host: string;
  readonly clients: readonly Client[];
}

/** Password of every administrator in Dex's configuration. */
export const PASSWORD = "a password";

const PASSWORD_HASH = "$2a$10$D644nUSqeoqoO3SJwcxKTOmx1VY0eMhtoVq5H9AOara0fBLurjCuG";

interface Values {
  readonly config: JsonMap & { readonly staticClients: readonly Record<string, string>[] };
  readonly envVars: readonly { name: string; valueFrom: { secretKeyRef: { key: string } } }[];
  readonly ingress: { readonly hosts: readonly { host: string }[] };
}

/** Input of Dex in all environments that have it. */
export const signInsOf = (stacks: readonly SynthesisedStack[]): SignIn[] =>
  stacks.flatMap(({ id, json }) =>
    Object.values(asMap(valueAt(asMap(json.resource), "helm_release")))
      .map(asMap)
      .filter(({ chart, name }) => chart === "dex" && name === "dex")
      .map(({ values }) => signInOf(id, JSON.parse(textOf((values as string[])[0])) as Values)),
  );

function signInOf(stack: string, { config, envVars, ingress }: Values): SignIn {
  const variables = Object.fromEntries(
    envVars.map(({ name, valueFrom }) => [
      name,
      valueFrom.secretKeyRef.key === "hash" ? PASSWORD_HASH : `made-up-${name.toLowerCase()}`,
    ]),
  );
  return {
    stack,
    // There is no cluster to store anything in.
    config: { ...config, storage: { type: "memory" } },
    variables,
    host: ingress.hosts[0]?.host ?? "",
    clients: config.staticClients.map(({ name = "", id, idEnv = "", secretEnv = "", redirectURIs }) => ({
      name,
      id: id ?? variables[idEnv] ?? "",
      secret: variables[secretEnv] ?? "",
      redirectUri: redirectURIs?.[0] ?? "",
    })),
  };
}
