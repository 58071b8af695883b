#!/usr/bin/env bash
# Installs what the tests need on Debian, builds everything and runs every test.
# Ends with one line: N passed, N failed, N skipped.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

packages=(
  qemu-system-x86 qemu-utils qemu-block-extra
  libvirt-clients libvirt-daemon libvirt-daemon-driver-qemu
  libxml2-utils graphviz gcc libc6-dev zlib1g-dev iproute2 strace
)
missing=()
for package in "${packages[@]}"; do
  dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
done
if [ "${#missing[@]}" -gt 0 ]; then
  if [ "$(id -u)" -ne 0 ]; then
    echo "The tests need packages that are not installed. As root: apt-get install --no-install-recommends ${missing[*]}" >&2
    exit 1
  fi
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >/dev/null
fi

# A user's machine may lack a tool, and its tests then skip with the reason; here a missing tool fails them.
export COLOGEN_REQUIRE_TOOLS=1

# Live tests run COLO pairs. Any QEMU does that with KVM; without KVM it takes QEMU 11 or newer, which is fetched where the installed one is older.
# Where that fails they are skipped, with the reason.
qemu=${COLOGEN_QEMU:-qemu-system-x86_64}
version=$(sh -c "$qemu --version" | sed -n 's/.*version \([0-9][0-9.]*\).*/\1/p')
if no_kvm=$(echo quit | sh -c "$qemu -M none -nodefaults -display none -accel kvm -monitor stdio" 2>&1 >/dev/null); then
  live="Live tests: QEMU $version with KVM"
elif [ -w /dev/kvm ] && build/without-kvm.sh true 2>/dev/null; then
  # libvirt takes a /dev/kvm that it may write for one that works, and asks QEMU for its capabilities again before each command.
  exec build/without-kvm.sh bash build/test.sh
elif [ "${version%%.*}" -ge 11 ]; then
  live="Live tests: QEMU $version with TCG"
elif newer=$(build/newer-qemu.sh 2>&1); then
  live="Live tests: $("${newer##*$'\n'}" --version | sed -n '1s/.*version \([0-9.]*\).*/QEMU \1/p') with TCG"
else
  export COLOGEN_SKIP_LIVE="KVM can't be used here (${no_kvm%%$'\n'*}), and no QEMU 11 can be had (${newer##*$'\n'})."
  live="Live tests: skipped. $COLOGEN_SKIP_LIVE"
fi
echo "$live"

dotnet build ColoGen.sln -c Release
results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
dotnet test ColoGen.sln -c Release --no-build --logger trx --results-directory "$results" || status=$?

# The tests above run the analyzers in the oldest compiler that they support; these run them in newer ones. EditCostTests bounds what the compiler's own
# driver allocates, too, which newer compilers do more of.
for roslyn in $(dotnet msbuild src/ColoGen.Generators -getProperty:NewerRoslyns | tr ';' ' '); do
  echo "Roslyn $roslyn"
  dotnet test tests/ColoGen.Generators.Tests -c Release -p:TestRoslyn="$roslyn" -p:ArtifactsPath="$PWD/artifacts/roslyn-$roslyn/" \
    --filter 'FullyQualifiedName!~EditCostTests' --logger trx --results-directory "$results" || status=$?
done

read -r passed failed skipped < <(
  cat "$results"/*.trx | awk '
    match($0, /<Counters [^>]*>/) {
      counters = substr($0, RSTART, RLENGTH)
      total += number("total"); executed += number("executed"); passed += number("passed"); failed += number("failed")
    }
    function number(name) { return match(counters, name "=\"[0-9]+\"") ? substr(counters, RSTART + length(name) + 2, RLENGTH - length(name) - 3) : 0 }
    END { print passed + 0, failed + 0, total - executed }')
echo "$live"
echo "$passed passed, $failed failed, $skipped skipped"
[ "$failed" -eq 0 ] || status=1
[ "$passed" -gt 0 ] || status=1
exit "$status"
