import { problemsOfSection } from "../checking/section-shape";
import { PRODUCTS_SETTINGS } from "./settings-schema";

/** Refuses secrets, Terraform values, unknown settings and wrong types beside the files, which were checked as they were read. */
export function problemsOfProductsShape(settings: unknown): string[] {
  const written = typeof settings === "object" && settings !== null ? { ...settings, files: [] } : settings;
  return problemsOfSection(settings, ["products"], PRODUCTS_SETTINGS, written);
}
