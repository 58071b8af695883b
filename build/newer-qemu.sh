#!/usr/bin/env bash
# Gets a QEMU from a newer Debian suite, in which COLO works without KVM, and prints the path of its program.
# It is unpacked into the user's cache folder, where every clone and the sample find it, and kept; nothing is installed.
# The mirror is the one of the machine's apt configuration, which is read only. apt checks the signatures.
# To get it anew, delete the folder.
set -euo pipefail

first_version=11
cache=${XDG_CACHE_HOME:-$HOME/.cache}/cologen
program=$cache/qemu/qemu-system-x86_64
keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The first line of --version is "QEMU emulator version 11.1.3 (…)".
starts() { [[ "$("$1" --version 2>/dev/null)" =~ ^QEMU\ emulator\ version\ ([0-9]+) ]] && ((BASH_REMATCH[1] >= first_version)); }

fail() {
  echo "$*" >&2
  exit 1
}

# QEMU looks for a module that it came without in the machine's own folder, too, and ends at one of another build. libvirt makes it look for all.
hide_other_modules() {
  local own module
  own=$(find "$cache/qemu/root" -type d -path '*/usr/lib/*/qemu' -print -quit)
  [ -n "$own" ] || return 0
  for module in /usr/lib/*/qemu/*.so; do
    [ ! -e "$module" ] || [ -e "$own/${module##*/}" ] || : >"$own/${module##*/}"
  done
}

mkdir -p "$cache"
exec 9>"$cache/qemu.lock"
flock 9
if starts "$program"; then
  hide_other_modules
  echo "$program"
  exit
fi

. /etc/os-release
[ "${ID:-}" = debian ] || fail "a newer QEMU is fetched on Debian only"
[ -r "$keyring" ] || fail "there is no $keyring"
mapfile -t mirrors < <(
  apt-get indextargets --no-release-info --format '$(CREATED_BY) $(COMPONENT) $(RELEASE) $(SITE)' |
    awk -v codename="${VERSION_CODENAME:-}" '
      $1 == "Packages" && $2 == "main" && ($3 == codename || $3 ~ /^(oldstable|stable|testing|unstable|sid)$/) && !seen[$4]++ { print $4 }')
[ "${#mirrors[@]}" -gt 0 ] || fail "the apt configuration names no Debian mirror"

# What is not finished has another name, and is gone when this ends.
work=$(mktemp -d "$cache/qemu.XXXXXX")
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/apt/{lists/partial,cache/archives/partial} "$work/qemu/root"
: >"$work/apt/status"
options=(
  -o Dir::Etc::SourceList="$work/apt/sources.list" -o Dir::Etc::SourceParts=/dev/null
  -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null -o APT::Default-Release=
  -o Dir::State="$work/apt" -o Dir::State::status="$work/apt/status" -o Dir::Cache="$work/apt/cache"
  -o Acquire::Languages=none -o Acquire::IndexTargets::deb::DEP-11::DefaultEnabled=false
  -o Acquire::Check-Valid-Until=false # A mirror may be a snapshot.
  -o Acquire::Retries=2 -o Acquire::http::Timeout=30 -o Acquire::https::Timeout=30
)
[ "$(id -u)" -ne 0 ] || options+=(-o APT::Sandbox::User=root)

is_read=
has_newer_suite() {
  for mirror in "${mirrors[@]}"; do
    for suite in testing unstable; do
      echo "deb [signed-by=$keyring] $mirror $suite main" >"$work/apt/sources.list"
      apt-get -qq "${options[@]}" -o APT::Update::Error-Mode=any update >&2 || continue
      is_read=1
      version=$(apt-cache "${options[@]}" policy qemu-system-x86 | awk '$1 == "Candidate:" { print $2 }')
      [ "${version:-(none)}" != "(none)" ] && dpkg --compare-versions "$version" ge "1:$first_version" && return
    done
  done
  return 1
}

if ! has_newer_suite; then
  [ -n "$is_read" ] || fail "the Debian mirror can't be read"
  fail "no newer suite of the Debian mirror has QEMU $first_version"
fi
apt-get -qq "${options[@]}" -y --no-install-recommends --download-only install qemu-system-x86 >&2 || fail "QEMU $version can't be downloaded"
for package in "$work"/apt/cache/archives/*.deb; do dpkg-deb -x "$package" "$work/qemu/root"; done

# The machine's own C library is too old for it: it runs with the loader and the libraries that came with it.
library=$(cd "$work/qemu/root" && find . -name libc.so.6 -printf '%h\n' -quit)
loader=$(cd "$work/qemu/root" && find . -name 'ld-linux*.so.*' -print -quit)
[ -n "$library" ] && [ -n "$loader" ] || fail "QEMU $version came without a C library"
cat >"$work/qemu/qemu-system-x86_64" <<PROGRAM
#!/bin/sh
root=\$(dirname "\$(readlink -f "\$0")")/root
export QEMU_MODULE_DIR="\$root/$library/qemu"
exec "\$root/$loader" --library-path "\$root/$library" "\$root/usr/bin/qemu-system-x86_64" \\
  -L "\$root/usr/share/qemu" -L "\$root/usr/share/seabios" "\$@"
PROGRAM
chmod +x "$work/qemu/qemu-system-x86_64"
starts "$work/qemu/qemu-system-x86_64" || fail "QEMU $version does not start"
rm -rf "$cache/qemu"
mv "$work/qemu" "$cache/qemu"
hide_other_modules
echo "$program"
