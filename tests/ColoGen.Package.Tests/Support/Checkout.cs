namespace ColoGen.Package.Tests.Support;

/// <summary>A copy of this checkout as a fresh clone of the project's repository, so that packing it disturbs nobody.</summary>
internal sealed class Checkout
{
    /// <summary>The commit that the copy is at.</summary>
    public const string Commit = "0123456789abcdef0123456789abcdef01234567";

    private static readonly string[] s_notCloned = [".git", ".vs", "artifacts", "bin", "obj"];

    private readonly string _folder;

    public Checkout(string folder)
    {
        _folder = folder;
        Copy(Repository.Root, folder);
        string git = Directory.CreateDirectory(Path.Combine(folder, ".git")).FullName;
        Directory.CreateDirectory(Path.Combine(git, "objects"));
        Directory.CreateDirectory(Path.Combine(git, "refs"));
        File.WriteAllText(Path.Combine(git, "HEAD"), Commit + "\n");
        File.WriteAllText(Path.Combine(git, "config"), "[remote \"origin\"]\n\turl = https://github.com/cologen/cologen.git\n");
    }

    /// <summary>Where packing the checkout leaves the package.</summary>
    public string Feed => Path.Combine(_folder, "artifacts", "package", "release");

    /// <summary>Packs a project of the checkout with the command that the project documents, plus a version of its own.</summary>
    public async Task PackAsync(string project, string version)
    {
        (int exitCode, string output) = await Command.DotnetAsync(_folder, "pack", project, "-c", "Release", $"-p:Version={version}");
        Assert.True(exitCode == 0, output);
    }

    private static void Copy(string source, string destination)
    {
        Directory.CreateDirectory(destination);
        foreach (string file in Directory.EnumerateFiles(source))
        {
            // A second work tree of a repository has a file where a clone has a folder.
            string name = Path.GetFileName(file);
            if (!s_notCloned.Contains(name)) File.Copy(file, Path.Combine(destination, name));
        }

        foreach (string folder in Directory.EnumerateDirectories(source))
        {
            string name = Path.GetFileName(folder);
            if (!s_notCloned.Contains(name)) Copy(folder, Path.Combine(destination, name));
        }
    }
}
