/** What every environment shares. */
export const ORGANISATION = {
  /** HCP Terraform organisation, and the name of the cluster in every permanent environment. */
  name: "govuk",

  /** GitHub organisation that every repository lies in. */
  gitHub: "alphagov",

  terraformProject: "govuk-infrastructure",
  terraformVersion: ">= 1.11.0",

  /** Public zones are `<environment>.<publicDomain>`, private ones `<environment>.<internalDomain>`. */
  publicDomain: "govuk.digital",
  internalDomain: "govuk-internal.digital",

  /** Prefix of every AWS Secrets Manager secret that clusters may read. */
  secretsPrefix: "govuk",

  /** Tags that every AWS resource of every stack carries. */
  tags: {
    product: "govuk",
    system: "govuk-platform-engineering",
    owner: "govuk-platform-engineering@digital.cabinet-office.gov.uk",
    repository: "govuk-infrastructure",
  },
} as const;
