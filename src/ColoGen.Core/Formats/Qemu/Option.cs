using ColoGen.Core.Infrastructure;
using ColoGen.Core.Model;

namespace ColoGen.Core.Formats.Qemu;

/// <summary>One member of a QAPI object.</summary>
/// <param name="Value">Its value; null for an object or a list.</param>
/// <param name="Members">The members of an object, or the items of a list: objects whose keys are their positions, from 0.</param>
/// <param name="Edge">An optional edge; without its layer the member is left out.</param>
internal readonly record struct Option(
    string Key, QapiType Type, DocumentValue? Value, EquatableArray<Option> Members = default, Edge? Edge = null);

/// <summary>The type that QAPI gives a member.</summary>
internal enum QapiType
{
    String,
    Number,
    Boolean,
    Object,

    /// <summary>A list of objects.</summary>
    List,
}
