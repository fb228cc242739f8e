import { oneOf, type Path, problem, show } from "./problem";

/** Name that Secrets Manager allows, such as `example/pagerduty/uptime-email`. */
export const SECRET_NAME = /^[\w/+=.@-]{1,512}$/;

/** Names below which a cluster's External Secrets may read. */
interface SecretReader {
  readonly organisation: { readonly secretsPrefix: string };
  readonly cluster: { readonly name: string };
}

/** Refuses a secret that External Secrets may not read. */
export function secretCanBeRead(value: string, at: Path, { organisation, cluster }: SecretReader): string[] {
  const prefixes = [...new Set([organisation.secretsPrefix, cluster.name])].map((prefix) => `${prefix}/`);

  return prefixes.some((prefix) => value.startsWith(prefix) && value !== prefix)
    ? []
    : [
        problem(
          at,
          `a path below ${oneOf(prefixes)}`,
          show(value),
          "External Secrets may read nothing else; store it there",
        ),
      ];
}
