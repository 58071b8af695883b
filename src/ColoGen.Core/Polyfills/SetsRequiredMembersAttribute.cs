namespace System.Diagnostics.CodeAnalysis;

/// <summary>What the compiler requires of the base library for a record with <c>required</c> members; netstandard2.0 has none.</summary>
[AttributeUsage(AttributeTargets.Constructor, Inherited = false)]
internal sealed class SetsRequiredMembersAttribute : Attribute;
