# shellcheck shell=bash disable=SC2034
# Sourced by every script: one place for the folder, the messages, the packages and the toolchain.
set -euo pipefail

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
cd "$root"

fail() { printf 'error: %s\n' "$*" >&2; exit 1; }
misuse() { printf 'error: %s\nusage: %s\n' "$1" "$2" >&2; exit 64; }
step() { printf '\n== %s\n' "$*" >&2; }

concierge=$root/.build/release/concierge
# Where the host looks for bundled skills: ../lib/concierge from where it lies itself.
libraries=$root/.build/$(uname -m)-unknown-linux-gnu/lib/concierge
sdk=$root/.build/$(uname -m)-unknown-linux-gnu/share/concierge/sdk
# What is built here is built against this tree, and not against an SDK that was laid out of an older one.
export CONCIERGE_SDK=$root

missing_packages() {
    sed 's/#.*//' "$root/scripts/packages" | while read -r name _; do
        [ -n "$name" ] || continue
        dpkg-query -W -f '${db:Status-Status}\n' "$name" 2>/dev/null | grep -qx installed || printf '%s\n' "$name"
    done
}

# Asks for rights only when something is missing, so a machine that is ready needs no root.
install_packages() {
    command -v dpkg-query >/dev/null || fail "this system: no dpkg; install what scripts/packages lists by hand"
    local names as_root=()
    mapfile -t names < <(missing_packages)
    [ ${#names[@]} -gt 0 ] || return 0
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "packages: some are missing; as root: apt-get install ${names[*]}"
        as_root=(sudo)
    fi
    step "Debian packages: ${names[*]}"
    export DEBIAN_FRONTEND=noninteractive
    local log
    log=$(mktemp)
    { "${as_root[@]}" apt-get update -qq &&
        "${as_root[@]}" apt-get install -y -qq --no-install-recommends "${names[@]}"; } </dev/null >"$log" 2>&1 ||
        { tail -n 20 "$log" >&2; fail "packages: apt-get could not install these; mend its sources or the network"; }
    rm -f "$log"
}

check_toolchain() {
    command -v swift >/dev/null || fail "swift: not found; install Swift 6.3 (swift.org/install) and put it in PATH"
    local version
    version=$(swift --version 2>/dev/null | sed -n 's/.*Swift version \([0-9][0-9.]*\).*/\1/p')
    [ -n "$version" ] || fail "swift: does not start: $(swift --version 2>&1 | head -n 1)"
    printf '%s\n' 6.3 "$version" | sort -C -V || fail "swift: version $version is too old; install Swift 6.3"
}

prepare() { install_packages; check_toolchain; }

# Lays a skill's package out in FOLDER/ID as an installed one looks: manifest, library, and the data it brings.
build_skill() { # SOURCE FOLDER
    local source=$1 id package part
    id=$(sed -n 's/^id: *//p' "$source/skill.yaml" | tr -d "\"'")
    [ -n "$id" ] || fail "$source/skill.yaml: no 'id'"
    package=$2/$id
    step "skill '$id'"
    mkdir -p "$package/lib/linux-$(uname -m)"
    "$concierge" skill build "$source" --output "$package/lib/linux-$(uname -m)/$id.so"
    for part in skill.yaml README.md assets locales knowledge tests; do
        [ ! -e "$source/$part" ] || cp -a --update "$source/$part" "$package/"
    done
}

# The host's own intents, and the model of them that serves from the first start on.
lay_starter() { # CONCIERGE
    local starter=$libraries/starter
    ! diff -rq knowledge/intents "$starter/intents" >/dev/null 2>&1 || [ ! -e "$starter/intents.model" ] ||
        [ "$1" -nt "$starter/intents.model" ] || return 0
    step "the host's own intents"
    mkdir -p "$starter"
    rm -rf "$starter/intents"
    cp -a knowledge/intents "$starter/"
    "$1" intents train --starter "$starter" --to "$starter/intents.model"
}

# What skills are built against, where 'concierge skill build' looks for it: ../share/concierge/sdk from where it lies.
lay_sdk() { # FOLDER
    local sdk=$1 part
    rm -rf "$sdk.new"
    mkdir -p "$sdk.new"
    cp SDK/Package.swift "$sdk.new/"
    # Without what building made: a template or an example may have been built in its place.
    find Sources/CSkillABI Sources/SkillKit Templates Examples ABI.md docs/{skill-authors,context,tutorial}.md \
        \( -name .build -o -name target -o -name build -o -name lib \) -prune -o -type f -print |
        while read -r part; do
            mkdir -p "$sdk.new/$(dirname "$part")"
            cp -a "$part" "$sdk.new/$part"
        done
    rm -rf "$sdk"
    mv "$sdk.new" "$sdk"
}

# A Python of our own, so that nothing is installed into the system's. Its commands come first in PATH.
use_python() {
    local venv=$root/.build/venv
    if ! cmp -s scripts/requirements.txt "$venv/installed.txt"; then
        step "Python packages in .build/venv"
        python3 -m venv "$venv"
        "$venv/bin/pip" install --quiet --disable-pip-version-check --requirement scripts/requirements.txt </dev/null >&2 ||
            fail "pip: could not install scripts/requirements.txt; mend the network or pip's configuration, then run again"
        cp scripts/requirements.txt "$venv/installed.txt"
    fi
    export PATH=$venv/bin:$PATH
}
