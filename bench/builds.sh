#!/usr/bin/env bash
# Asks builds of the command side by side, and prints how many requests a second each answers beside the first, and the
# server's processor time a request beside the first's. Each build is started anew several times, as two starts of one build
# differ by up to 5%. Everything stays on loopback, is bounded in time, and ends what it started.
#
#   bench/builds.sh [--starts N] [--rounds N] FOLDER FOLDER...     folders to which dotnet publish src/MockCustomers.Cli wrote
#
# Needs wrk and curl. A build older than --log-requests is started without it.
set -euo pipefail
starts=4 rounds=8 builds=()
while [[ $# -gt 0 ]]; do
  case $1 in
    --starts) starts=$2; shift 2 ;;
    --rounds) rounds=$2; shift 2 ;;
    --*) echo "unknown: $1" >&2; exit 2 ;;
    *) builds+=("$1"); shift ;;
  esac
done
[[ ${#builds[@]} -ge 2 ]] || { echo "name two folders at least" >&2; exit 2; }
work=$(mktemp -d) pids=()
clean() { for pid in "${pids[@]:-}"; do [[ -z $pid ]] || { kill "$pid" && wait "$pid"; } 2> /dev/null || true; done; pids=(); }
trap 'clean; rm -rf "$work"' EXIT

key='Api-Key: align_sandbox_5f1c9a7e3b2d4860' listKey='x-api-key: sk_01K8DBYJ0ST5GD57EB6EATEACE' url=http://127.0.0.1 ticks=$(getconf CLK_TCK)
target() { # target ROW PORT-BASE: what wrk asks
  case $1 in
    get) echo -H "'$key'" "$url:$(($2 + 1))/v0/customers/$id" ;;
    404) echo -H "'$key'" "$url:$(($2 + 1))/v0/customers/00000000-0000-4000-8000-000000000000" ;;
    list) echo -H "'$listKey'" "'$url:$(($2 + 3))/v1/customers?limit=100'" ;;
    401) echo "$url:$(($2 + 1))/v0/customers/$id" ;;
  esac
}
ready() { for _ in $(seq 1 1000); do curl -sf -o /dev/null "$1" && return; sleep 0.01; done; echo "no answer from $1" >&2; exit 1; }
load() { eval "wrk -t1 -c32 -d${3}s $(target "$1" "$2")"; } # load ROW PORT-BASE SECONDS
cpu() { awk -v t="$ticks" '{ sub(/.*\) /, ""); print ($12 + $13) / t }' "/proc/$1/stat"; }

for start in $(seq 1 "$starts"); do
  echo "start $start of $starts" >&2
  for i in "${!builds[@]}"; do
    base=$((5400 + i * 20)) options=()
    [[ $("${builds[i]}/mockcustomers" --help) != *--log-requests* ]] || options=(--log-requests off)
    "${builds[i]}/mockcustomers" --port-base "$base" "${options[@]}" > "$work/out$i" 2>&1 & pids+=($!)
    ready "$url:$base/health/ready"
  done
  id=$(curl -sf -H "$key" "$url:5401/v0/customers?limit=1" | sed -E 's/.*"customer_id":"([^"]+)".*/\1/')
  for row in get 404 list 401; do for i in "${!builds[@]}"; do load $row $((5400 + i * 20)) 4 > /dev/null; done; done
  for row in get 404 list 401; do
    for round in $(seq 1 "$rounds"); do
      order=("${!builds[@]}")
      [[ $((round % 2)) -eq 0 ]] || order=($(printf '%s\n' "${order[@]}" | tac))
      for i in "${order[@]}"; do
        before=$(cpu "${pids[i]}")
        load $row $((5400 + i * 20)) 1 > "$work/wrk"
        after=$(cpu "${pids[i]}")
        awk -v row=$row -v build="$i" -v cpu="$(awk "BEGIN { print $after - $before }")" '/requests in/ { n = $1 } /Requests\/sec/ { print row, build, $2, cpu / n }' "$work/wrk" >> "$work/rows"
      done
    done
  done
  clean
done

echo "$(date -u +%Y-%m-%d), $(nproc) cores, $starts starts of each, $rounds rounds of 1 s each time, wrk -t1 -c32"
for row in get 404 list 401; do
  for i in "${!builds[@]}"; do
    awk -v row=$row -v i="$i" -v name="${builds[i]}" '$1 == row { rate[$2] += $3; cpu[$2] += $4; n[$2]++ }
      END { printf "%-5s %-30s %8.0f requests/s  %.2f of the first, processor a request %.2f\n", row, name, rate[i] / n[i], rate[i] / rate[0], cpu[i] / cpu[0] }' "$work/rows"
  done
done
