/**
 * Annotations of an object that Helm makes once the rest of its release is ready, and removes when it has served. Helm
 * waits for Jobs among such objects to be over. Objects of a lower weight come first.
 *
 * @see https://helm.sh/docs/topics/charts_hooks/
 */
export const afterTheRest = (weight: number): Readonly<Record<string, string>> => ({
  "helm.sh/hook": "post-install,post-upgrade",
  "helm.sh/hook-weight": String(weight),
  "helm.sh/hook-delete-policy": "before-hook-creation,hook-succeeded",
});
