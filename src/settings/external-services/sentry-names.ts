import type { Organisation } from "../organisation/organisation";

/** Slug of an application's project at Sentry. */
export const sentryProject = (application: string): string => `app-${application}`;

/** Slug of a product's project at Sentry. */
export const productSentryProject = (product: string): string => `product-${product}`;

/** Path in Secrets Manager of the address to which an application reports its exceptions. */
export const sentryDsnSecret = (secretsPrefix: string, application: string): string =>
  `${secretsPrefix}/sentry/${application}`;

/** Key of an application's address in the secret that many share. */
export const sentryDsnKey = (application: string): string => `${application}-dsn`;

/** Secret with the addresses of a namespace's applications; `undefined` where each has its own. */
export function commonSentrySecret(
  { externalServices: { sentry } }: Pick<Organisation, "externalServices">,
  namespace: string,
): string | undefined {
  const common = sentry === false ? undefined : sentry.commonSecret;
  return common?.namespaces.includes(namespace) ? common.name : undefined;
}

/** Names of the secrets with addresses, or their beginnings with a `*`. */
export function sentrySecrets({
  externalServices: { sentry },
  secretsPrefix,
}: Pick<Organisation, "externalServices" | "secretsPrefix">): string[] {
  const common = sentry === false ? undefined : sentry.commonSecret;
  return [sentryDsnSecret(secretsPrefix, "*"), ...(common ? [common.name] : [])];
}
