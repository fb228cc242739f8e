/** Beginning of the names of projects of Argo CD that only the chart of an add-on is in. */
export const ADDON_PROJECT = "addon-";
