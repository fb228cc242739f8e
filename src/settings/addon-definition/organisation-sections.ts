import type { GitOps } from "./definition";
import type { Organisation } from "../organisation/organisation";

/** Tells whether engineers sign in to web applications: the organisation or the environment says how. */
export const signsInWith = ({ dex }: { readonly dex?: unknown } = {}, { signIn }: Organisation): boolean =>
  signIn !== false || (dex !== undefined && dex !== false);

/** Sections of the organisation that add-ons need, and whether engineers sign in. */
interface Sections {
  readonly organisation: Organisation;
  readonly signsIn: boolean;
  readonly gitops: GitOps;
}

/** Tells whether Argo CD delivers, has charts to deploy, and engineers who sign in to it. */
export const deploysCharts = ({ organisation, signsIn, gitops }: Sections): boolean =>
  gitops === "argo-cd" && organisation.defaults.chartsRepository !== undefined && signsIn;

/** Tells whether workflows have a namespace to deliver applications from, and engineers who sign in to them. */
export const deliversApplications = (sections: Sections): boolean =>
  sections.organisation.deliveryNamespace !== undefined && deploysCharts(sections);
