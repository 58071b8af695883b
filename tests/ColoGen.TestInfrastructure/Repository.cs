namespace ColoGen.TestInfrastructure;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    public static string Root { get; } = Find(AppContext.BaseDirectory);

    private static string Find(string folder) =>
        File.Exists(Path.Combine(folder, "ColoGen.sln")) ? folder : Find(Path.GetDirectoryName(folder)!);
}
