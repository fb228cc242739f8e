/**
 * Scripts of the delivery's workflows. They read everything from their environment: no part of an event
 * becomes part of a script.
 */
const ONLY_NAMES = `for name in "$APPLICATION" "$TAG"; do
  case "$name" in
    "" | *[!A-Za-z0-9._-]*) echo "not the name of an application or a tag: $name" >&2; exit 1 ;;
  esac
done`;

/**
 * Writes a tag into the file with the image that an environment runs for an application, and whether it goes
 * on from there: a manual trial does not.
 */
export const DEPLOY_IMAGE = `${ONLY_NAMES}
case "$AUTOMATIC" in
  true | false) ;;
  *) echo "automatic is true or false, and not $AUTOMATIC" >&2; exit 1 ;;
esac
case " $ENVIRONMENTS " in
  *" $ENVIRONMENT "*) ;;
  *) echo "deploys to $ENVIRONMENTS from here, and not to $ENVIRONMENT" >&2; exit 1 ;;
esac
git config --global user.name "$AUTHOR"
git config --global user.email "$AUTHOR_EMAIL"
git config --global credential.helper '!f() { echo username=x-access-token; echo "password=$GITHUB_TOKEN"; }; f'
fetch() {
  case "$PER_ENVIRONMENT" in
    true) repository="$REPOSITORY-$1" place="$FOLDER/$APPLICATION" ;;
    *) repository="$REPOSITORY" place="$FOLDER/$1/$APPLICATION" ;;
  esac
  [ -d "$2" ] || git clone --quiet --depth 1 --branch "$BRANCH" "$repository" "$2"
}
fetch "$OWN_ENVIRONMENT" charts
own="$PWD/charts/$place"
if [ "$PER_ENVIRONMENT" = true ] && [ "$ENVIRONMENT" != "$OWN_ENVIRONMENT" ]; then
  fetch "$ENVIRONMENT" next
  cd next
else
  fetch "$ENVIRONMENT" charts
  cd charts
fi
file="$place"
if [ ! -f "$file" ]; then
  echo "$file: not there, so $ENVIRONMENT does not run $APPLICATION" >&2
  exit 1
fi
if ! grep -q '^ *image_tag: ' "$file"; then
  echo "$file: has no line that begins with image_tag" >&2
  exit 1
fi
if [ "$AUTOMATIC" = true ] && [ "$PWD/$file" != "$own" ] && grep -qs '^ *promote_deployment: *false' "$own"; then
  echo "$own: nothing is promoted from there; nothing changed"
  exit 0
fi
if [ "$AUTOMATIC" = true ] && grep -q '^ *automatic_deploys_enabled: *false' "$file"; then
  echo "$file: automatic deploys are switched off; nothing changed"
  exit 0
fi
indent=$(sed -n 's/^\\( *\\)image_tag: .*/\\1/p' "$file")
sed -i -e "s/^\\( *\\)image_tag: .*/\\1image_tag: $TAG/" -e '/^ *promote_deployment:/d' "$file"
echo "$indent""promote_deployment: $AUTOMATIC" >> "$file"
if git diff --quiet; then
  echo "$file: has $TAG already"
  exit 0
fi
git commit --quiet --all --message "Deploy $APPLICATION $TAG to $ENVIRONMENT"
for attempt in 1 2 3 4 5; do
  if git push --quiet; then exit 0; fi
  git pull --quiet --rebase
done
echo "$REPOSITORY: could not be pushed to; another workflow was faster five times" >&2
exit 1`;

/** Asks an application that has a Service whether it is well, for up to five minutes. */
export const SMOKE_TEST = `case " $WITHOUT_SERVICE " in
  *" $APPLICATION "*) echo "$APPLICATION: has no Service that could be asked"; exit 0 ;;
esac
for attempt in $(seq 1 30); do
  if wget -q -T 5 -O /dev/null "$URL"; then echo "$URL: well"; exit 0; fi
  sleep 5
done
echo "$URL: not well" >&2
exit 1`;

/** Moves the tag that says which image an environment runs. */
export const ADD_TAG_TO_IMAGE = `${ONLY_NAMES}
repository="$REPOSITORY_PREFIX/$APPLICATION"
ecr() { command=$1; shift; aws ecr "$command" --registry-id "$REGISTRY" --repository-name "$repository" "$@"; }
digest() { ecr describe-images --image-ids "imageTag=$1" --query 'imageDetails[0].imageDigest' --output text; }
wanted=$(digest "$TAG") || { echo "$repository: no image has the tag $TAG" >&2; exit 1; }
if [ "$wanted" = "$(digest "$ADDED_TAG" 2>/dev/null)" ]; then
  echo "$repository: $ADDED_TAG is $TAG already"
  exit 0
fi
manifest=$(ecr batch-get-image --image-ids "imageTag=$TAG" --query 'images[0].imageManifest' --output text \\
  --accepted-media-types \\
  application/vnd.oci.image.index.v1+json application/vnd.docker.distribution.manifest.list.v2+json \\
  application/vnd.oci.image.manifest.v1+json application/vnd.docker.distribution.manifest.v2+json)
ecr put-image --image-tag "$ADDED_TAG" --image-manifest "$manifest" --image-digest "$wanted" >/dev/null`;
