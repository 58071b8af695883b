namespace ColoGen.Generators.Emission;

/// <summary>The statements of one method, with the constants that they come to need before them.</summary>
internal static class MethodBody
{
    public static void Emit(SourceWriter source, Action<Ways> statements)
    {
        var ways = new Ways(source);
        int start = source.Position;
        statements(ways);
        source.Insert(start, ways.Declarations);
    }
}
