namespace System.Diagnostics.CodeAnalysis;

/// <summary>What the compiler requires of the base library for the flow of null; netstandard2.0 has none.</summary>
[AttributeUsage(AttributeTargets.Parameter | AttributeTargets.Property | AttributeTargets.ReturnValue, AllowMultiple = true, Inherited = false)]
internal sealed class NotNullIfNotNullAttribute(string parameterName) : Attribute
{
    public string ParameterName { get; } = parameterName;
}
