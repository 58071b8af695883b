using System.Collections.Immutable;

namespace ColoGen;

/// <summary>
/// A topology or pair whose values can be checked. Generated for a record with <see cref="TopologyAttribute"/> or <see cref="ColoPairAttribute"/>.
/// </summary>
public interface IValidatable
{
    /// <summary>
    /// Applies the rules to the current values: what the compiler would report if they were constants. What it has reported for the declaration is not
    /// repeated.
    /// </summary>
    /// <returns>What the rules report; empty if the values are right. For a pair, also what they report about its hosts.</returns>
    /// <remarks>
    /// The methods that write documents check each value by itself. Only this method finds values that contradict each other, such as one image on two
    /// disks, and what is a warning. It allocates. Files and hosts are not accessed.
    /// </remarks>
    /// <exception cref="ArgumentException">
    /// A required layer or list is null, or a list has too few layers. The parameter name is the property's path.
    /// </exception>
    ImmutableArray<TopologyDiagnostic> Validate();
}
