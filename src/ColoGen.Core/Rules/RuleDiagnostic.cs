using System.Globalization;

namespace ColoGen.Core.Rules;

/// <summary>A result with its rule.</summary>
internal sealed record RuleDiagnostic(Rule Rule, RuleResult Result)
{
    public string Message => string.Format(CultureInfo.InvariantCulture, Rule.Message, [.. Result.Arguments]);

    /// <summary>The message of the exception that the generated members throw.</summary>
    public string Text => $"{Rule.Id}: {Message}.";
}
