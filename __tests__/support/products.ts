import { ConfigurationError } from "../../src/settings/checking/configuration-error";
import { definePlatform, type PlatformSettings } from "../../src/settings/define-platform";

/** Problems of a platform with other settings of its products; none where they are accepted. */
export function problemsOfProducts(platform: PlatformSettings, products: object): readonly string[] {
  try {
    definePlatform({ ...platform, products: { ...platform.products!, ...products } });
    return [];
  } catch (error) {
    if (error instanceof ConfigurationError) {
      return error.problems;
    }
    throw error;
  }
}
