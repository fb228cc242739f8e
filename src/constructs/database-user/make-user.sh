#!/bin/sh
# Makes the database's own user, gives it its password, and signs in as it. It may run again at any time.
set -eu

PGUSER=$(cat "$SECRETS/master/username")
PGPASSWORD=$(cat "$SECRETS/master/password")
user=$(cat "$SECRETS/user/username")
password=$(cat "$SECRETS/user/password")
export PGUSER PGPASSWORD

# psql sends what it made of the password, not the password, so no statement in the server's log has it.
printf '%s\n%s\n' "$password" "$password" |
  psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --set=user="$user" \
    --file="$FOLDER/user.sql" --command="\\password $user" >/dev/null

PGUSER="$user" PGPASSWORD="$password" \
  psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --command='SELECT 1' >/dev/null
echo "User $user of database $PGDATABASE can sign in."
