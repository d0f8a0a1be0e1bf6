# What action.yml runs. Everything comes as variables; a test runs this very file.
set -euo pipefail

# Where firebreak is installed that one is taken, else the package of the asked version.
if [ -n "${FIREBREAK_COMMAND:-}" ]; then
  read -r -a command <<< "$FIREBREAK_COMMAND"
elif [ -x node_modules/.bin/firebreak ]; then
  command=(node_modules/.bin/firebreak)
else
  command=(npx --yes "firebreak@${FIREBREAK_VERSION:-latest}")
fi

read -r -a paths <<< "${FIREBREAK_PATHS:-scenarios}"
arguments=(--seeds "${FIREBREAK_SEEDS:-1}" --time-limit "${FIREBREAK_TIME_LIMIT:-10m}")
arguments+=(--reporter compact --reporter "junit=${FIREBREAK_JUNIT:-firebreak-junit.xml}")
arguments+=(--reporter "json=${FIREBREAK_RESULTS:-firebreak-results.json}")
if [ -n "${FIREBREAK_LAYOUTS:-}" ]; then arguments+=(--layouts "$FIREBREAK_LAYOUTS"); fi
if [ -n "${FIREBREAK_BASELINE:-}" ] && [ -f "$FIREBREAK_BASELINE" ]; then
  arguments+=(--baseline "$FIREBREAK_BASELINE")
  read -r -a conditions <<< "${FIREBREAK_FAIL_IF:-}"
  for condition in ${conditions[@]+"${conditions[@]}"}; do arguments+=(--fail-if "$condition"); done
elif [ -n "${FIREBREAK_FAIL_IF:-}" ]; then
  echo 'no baseline: every expectation has to be met' >&2
fi

if [ -n "${GITHUB_OUTPUT:-}" ]; then
  {
    echo "results=${FIREBREAK_RESULTS:-firebreak-results.json}"
    echo "junit=${FIREBREAK_JUNIT:-firebreak-junit.xml}"
  } >> "$GITHUB_OUTPUT"
fi

exec "${command[@]}" test "${arguments[@]}" -- "${paths[@]}"
