using ColoGen.Core.Infrastructure;

namespace ColoGen.Core.Model;

/// <summary>How to open the topology's type once more.</summary>
/// <param name="Namespace">Empty for the global one.</param>
/// <param name="Containing">The declarations around it, outermost first: <c>partial class Outer&lt;T&gt;</c>.</param>
/// <param name="Header">Its own declaration: <c>partial record struct Host</c>.</param>
/// <param name="Name">Its name with type parameters, as code inside the type refers to it.</param>
/// <param name="HintName">The name of the generated file without its extension.</param>
/// <param name="CanBeExtended">Whether a generated part compiles: it is partial all the way out, and none of its members is in the way.</param>
internal sealed record TypeDeclaration(
    string Namespace, EquatableArray<string> Containing, string Header, string Name, string HintName,
    bool CanBeExtended);
