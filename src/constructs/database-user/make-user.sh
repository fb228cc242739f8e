#!/bin/sh
# Makes the database's own user, gives it its password, and signs in as it. It may run again at any time.
set -eu

# psql sends what it made of the password, not the password, so no statement in the server's log has it.
printf '%s\n%s\n' "$USER_PASSWORD" "$USER_PASSWORD" |
  psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --set=user="$USER_NAME" \
    --file="$FOLDER/user.sql" --command="\\password $USER_NAME" >/dev/null

PGUSER="$USER_NAME" PGPASSWORD="$USER_PASSWORD" \
  psql --no-psqlrc --quiet --no-password --set=ON_ERROR_STOP=1 --command='SELECT 1' >/dev/null
echo "User $USER_NAME of database $PGDATABASE can sign in."
