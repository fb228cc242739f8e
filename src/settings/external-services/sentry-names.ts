/** Slug of an application's project at Sentry. */
export const sentryProject = (application: string): string => `app-${application}`;

/** Path in Secrets Manager of the address that an application reports its exceptions to. */
export const sentryDsnSecret = (secretsPrefix: string, application: string): string =>
  `${secretsPrefix}/sentry/${application}`;
