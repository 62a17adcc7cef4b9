# shellcheck shell=bash disable=SC2034
# Sourced by each benchmark: a host of its own in a folder of its own, and the figure at the end.
source "$(dirname "${BASH_SOURCE[0]}")/../lib.sh"

folder=$(mktemp -d "${TMPDIR:-/tmp}/concierge-bench.XXXXXX")
served=()
# shellcheck disable=SC2317  # the trap calls it
leave() {
    [ ${#served[@]} -eq 0 ] || kill "${served[@]}" 2>/dev/null || true
    wait
    rm -rf "$folder"
}
trap leave EXIT

# figure NAME VALUE UNIT FLOOR WANTED: one JSON object a line. WANTED limits the value or its ratio to the floor.
figure() {
    jq -cn --arg name "$1" --argjson value "$2" --arg unit "$3" --argjson floor "$4" --arg wanted "$5" '
        def rounded: . as $x | (if $x >= 100 then 1 else 1000 end) as $n | ($x * $n | round) / $n;
        ($value / $floor) as $ratio | ($wanted | capture("^(?<of>value|ratio) (?<is>[<>]=) (?<limit>[0-9.]+)$")) as $w
        | (if $w.of == "ratio" then $ratio else $value end) as $x | ($w.limit | tonumber) as $limit
        | { name: $name, value: ($value | rounded), unit: $unit, floor: ($floor | rounded), ratio: ($ratio | rounded),
            wanted: $wanted, met: (if $w.is == ">=" then $x >= $limit else $x <= $limit end) }'
}

# demo NAME [COUNT]: a host's folder with every example skill, and copies of hello-c until there are COUNT skills.
demo() {
    local home=$folder/$1 count=${2:-0} package id config
    local packages=("$libraries"/examples/*)
    while [ ${#packages[@]} -lt "$count" ]; do packages+=("$(copy_of_hello_c ${#packages[@]})"); done
    mkdir -p "$home"
    # The echo waits for nothing here: what is measured is the host.
    for package in "${packages[@]}"; do
        id=${package##*/} config=
        [ "$id" != slow-echo ] || config=', config: { delay_ms: 0 }'
        printf '  - { name: %s%s }\n' "$id" "$config"
    done | cat <(printf 'store: sqlite:data/concierge.db\nturn: { join: 0ms }\nskills:\n') - >"$home/config.yaml"
    for package in "${packages[@]}"; do "$concierge" skill install "$package" --config "$home/config.yaml" >&2; done
    printf '%s\n' "$home"
}
# copy_of_hello_c NUMBER: its sources under another name and with a collection of its own.
copy_of_hello_c() {
    local copy=$folder/skills/hello-c$1
    mkdir -p "$copy"
    cp -r Examples/hello-c/{skill.yaml,Makefile,src} "$copy"
    sed -i "s/hello-c/hello-c$1/g" "$copy"/{skill.yaml,Makefile,src/visits.c}
    sed -i "s/\\bvisits\\b/visits$1/g" "$copy"/{skill.yaml,src/visits.c}
    printf '%s\n' "$copy"
}

# serving HOME COMMAND…: starts it, waits until it says where it listens; sets 'url', 'port' and 'pid'.
serving() {
    local home=$1
    shift
    : >"$home/log"
    "$@" </dev/null >/dev/null 2>"$home/log" &
    pid=$!
    served+=("$pid")
    until [[ $(<"$home/log") =~ http://127\.0\.0\.1:([0-9]+) ]]; do
        kill -0 "$pid" 2>/dev/null || fail "$(tail -n 1 "$home/log")"
        sleep 0.002
    done
    url=${BASH_REMATCH[0]} port=${BASH_REMATCH[1]}
}
host() { serving "$1" "$concierge" serve --config "$1/config.yaml" --port 0; }
floor() { mkdir -p "$1" && serving "$1" "$concierge" bench floor --data "$1" --port 0; }
stop() { kill "$pid" && { wait "$pid" || true; }; }

# load CONNECTIONS SECONDS [CONVERSATIONS [FIRST [STRIDE]]]: turns against 'url' as wrk sees them; prints one JSON object.
load() {
    export THREADS=$(($1 < 2 ? 1 : 2)) CONVERSATIONS=${3:-2000} FIRST=${4:-0} STRIDE=${5:-1} TOKEN
    TOKEN=$(cat "${home:-}/data/admin.token" 2>/dev/null || true)
    wrk --threads $THREADS --connections "$1" --duration "$2s" --timeout 30s \
        --script "$root/scripts/benchmarks/turns.lua" "$url" | tail -n 1
}
# of OBJECT FIELD; a run with a failed turn is no measurement.
of() {
    jq -e '.failed == 0' <<<"$1" >/dev/null || fail "bench: turns failed: $1"
    jq ".$2" <<<"$1"
}
memory_of() { awk '/^VmRSS:/ { print $2 / 1024 }' "/proc/$1/status"; }
