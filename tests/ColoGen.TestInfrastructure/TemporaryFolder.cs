namespace ColoGen.TestInfrastructure;

/// <summary>
/// A new, empty folder that is deleted with its contents on disposal. Its path is short, because the path of a
/// unix socket inside it may have 107 bytes at most.
/// </summary>
public sealed class TemporaryFolder : IDisposable
{
    /// <summary>The full path of the folder.</summary>
    public string Path { get; } = Directory.CreateTempSubdirectory("cg-").FullName;

    /// <summary>The full path of the file <paramref name="name"/> in this folder; does not create it.</summary>
    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Deletes the folder and everything in it.</summary>
    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (DirectoryNotFoundException)
        {
            // Somebody else has deleted it already.
        }
    }
}
