using ColoGen.Core.Infrastructure;
using ColoGen.Core.Layers;
using ColoGen.Core.Model;

namespace ColoGen.Core.Rules;

/// <summary>Collects the results of one rule. It allocates nothing while there are none.</summary>
internal struct RuleResults
{
    private List<RuleResult>? _results;

    public readonly IEnumerable<RuleResult> Get() => _results ?? (IEnumerable<RuleResult>)[];

    public static bool IsEmpty(IEnumerable<RuleResult> results) => results is RuleResult[] { Length: 0 };

    public void Add(IEnumerable<RuleResult> results)
    {
        if (!IsEmpty(results)) (_results ??= []).AddRange(results);
    }

    /// <summary>Adds the results of a rule about each setting.</summary>
    public void AddSettings(
        Func<DeclaredSetting, IEnumerable<RuleResult>>? rule, DeclarationKind kind, string path, string owner, EquatableArray<Setting> settings,
        LayerKind? layerKind = null)
    {
        if (rule is null) return;
        foreach (Setting setting in settings) Add(rule(new DeclaredSetting(kind, path, owner, setting, layerKind)));
    }

    /// <summary>Adds the results of a rule about each error.</summary>
    public void AddErrors(Func<DeclaredError, IEnumerable<RuleResult>>? rule, EquatableArray<DeclarationError> errors, string owner, Layer? layer = null)
    {
        if (rule is null) return;
        foreach (DeclarationError error in errors) Add(rule(new DeclaredError(error, owner, layer)));
    }
}
