namespace ColoGen.Core.Templates;

/// <summary>How a text is escaped in its document. The names are those of the runtime library's escapes.</summary>
internal enum Escape
{
    Xml,
    Json,
    JsonInXml,
    Option,
}
