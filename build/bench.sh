#!/usr/bin/env bash
# Measures writing and compiling side by side with what people use instead, and writes the tables into docs/performance.md.
# Takes less than 15 minutes on two processors.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1

dotnet build -c Release tests/ColoGen.Benchmarks
program=(dotnet artifacts/bin/ColoGen.Benchmarks/release/ColoGen.Benchmarks.dll)
"${program[@]}" report docs/performance.md

# The same documents by BenchmarkDotNet, each in a process of its own; its reports stay in artifacts.
"${program[@]}" --filter '*WritingBenchmarks*' --artifacts artifacts/BenchmarkDotNet
