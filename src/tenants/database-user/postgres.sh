#!/bin/sh
# Makes the user as whom the pods of a tenant sign in, with their role in AWS and no password. It may run again at any time.
set -eu

PGUSER=$(cat "$SECRETS/master/username")
PGPASSWORD=$(cat "$SECRETS/master/password")
export PGUSER PGPASSWORD

psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --set=user="$DATABASE_USER" \
  --file="$FOLDER/postgres.sql" >/dev/null
echo "User $DATABASE_USER of $PGHOST is there."
