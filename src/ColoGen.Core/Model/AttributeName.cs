namespace ColoGen.Core.Model;

/// <summary>The name of an attribute without its suffix, as declarations have it: <c>FileSource</c>.</summary>
internal static class AttributeName
{
    private const string Suffix = nameof(Attribute);

    public static string Of<TAttribute>()
        where TAttribute : Attribute => Cache<TAttribute>.Name;

    /// <summary>A setting with its attribute: <c>NbdExport.Writable</c>.</summary>
    public static string ArgumentOf<TAttribute>(string setting)
        where TAttribute : Attribute => $"{Of<TAttribute>()}.{setting}";

    private static class Cache<TAttribute>
    {
        public static readonly string Name = typeof(TAttribute).Name.Substring(0, typeof(TAttribute).Name.Length - Suffix.Length);
    }
}
