/** Slug of an application's project at Sentry. */
export const sentryProject = (application: string): string => `app-${application}`;

/** Path in Secrets Manager of the address to which an application reports its exceptions. */
export const sentryDsnSecret = (secretsPrefix: string, application: string): string =>
  `${secretsPrefix}/sentry/${application}`;
