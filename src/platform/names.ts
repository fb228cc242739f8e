/** Name of GOV.UK at HCP Terraform; AWS resources carry it in their names. */
export const NAME = "govuk";

/** GitHub organisation with all of its repositories. */
export const GITHUB = "alphagov";

/** Domain above the private zones. */
export const INTERNAL_DOMAIN = "govuk-internal.digital";

/** Prefix of the name of every secret that clusters may read. */
export const SECRETS_PREFIX = "govuk";

/** E-mail address of the team that runs the platform. */
export const CONTACT = "govuk-platform-engineering@digital.cabinet-office.gov.uk";
