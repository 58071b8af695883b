namespace ColoGen.Generators.Parsing.Syntax;

/// <summary>Where an attribute or a constant stands.</summary>
/// <param name="Owner">The record that it stands on, or in.</param>
/// <param name="SeesMembers">Whether it can name members of this record by themselves: all but the attributes of positional parameters can.</param>
internal readonly record struct Context(Scope Scope, DeclaredRecord Owner, bool SeesMembers);
