using ColoGen.Core.Rules;

namespace ColoGen.Core.Declarations;

/// <summary>A topology or pair that was read, and the properties that have its values.</summary>
internal sealed class DeclarationModel<T>(T model, IReadOnlyDictionary<Place, string> properties, IReadOnlyList<RuleResult> nulls)
{
    public T Model { get; } = model;

    /// <summary>The settings whose property is null and is not declared nullable, as COLO0103 reports them.</summary>
    public IReadOnlyList<RuleResult> Nulls { get; } = nulls;

    /// <summary>The property that gives a setting; the setting itself where it is a constant.</summary>
    public string PropertyOf(Place place)
    {
        if (place.Argument is not { } argument) return place.Path;
        string setting = argument.Substring(argument.LastIndexOf('.') + 1);
        return properties.TryGetValue(new Place(place.Path, setting), out string? property) ? property
            : place.Path.Length == 0 ? setting
            : $"{place.Path}.{setting}";
    }
}
