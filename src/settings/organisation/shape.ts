import { problemsOfSection } from "../checking/section-shape";
import { ORGANISATION_SETTINGS } from "./schema";

/** Refuses secrets, Terraform values, unknown settings and wrong types. */
export const problemsOfOrganisationShape = (settings: unknown): string[] =>
  problemsOfSection(settings, ["organisation"], ORGANISATION_SETTINGS);
