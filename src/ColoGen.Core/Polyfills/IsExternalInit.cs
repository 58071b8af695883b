namespace System.Runtime.CompilerServices;

/// <summary>What the compiler requires of the base library for <c>init</c>; netstandard2.0 has none.</summary>
internal static class IsExternalInit;
