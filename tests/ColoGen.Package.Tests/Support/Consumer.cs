namespace ColoGen.Package.Tests.Support;

/// <summary>A project outside the solution that gets ColoGen from the package, with a package cache of its own.</summary>
internal sealed class Consumer
{
    private readonly string _folder;

    /// <param name="properties">What its project file sets beyond the usual.</param>
    /// <param name="id">The package that it names.</param>
    /// <param name="version">The version of the package; null for the fixture's.</param>
    public Consumer(PackageFixture package, string name, string properties, string id = "ColoGen", string? version = null)
    {
        _folder = package.NewFolder(name);
        Add("Consumer.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <NuGetAudit>false</NuGetAudit>
                <RestoreAdditionalProjectSources>{package.Feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{package.Cache}</RestorePackagesPath>
                {properties}
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{id}" Version="[{version ?? package.Version}]" />
              </ItemGroup>
            </Project>
            """);
    }

    /// <summary>A consumer that prints every document of the sample's two hosts.</summary>
    public static Consumer OfColoPair(PackageFixture package, string name, string properties)
    {
        var consumer = new Consumer(package, name, properties);
        string program = Path.Combine(Repository.Root, "tests", "ColoGen.Package.Tests", "Consumer");
        consumer.Add("Declarations.cs", File.ReadAllText(Path.Combine(Repository.Root, "samples", "ColoPair", "Declarations.cs")));
        consumer.Add("AllDocuments.cs", File.ReadAllText(Path.Combine(program, "AllDocuments.cs")));
        consumer.Add("Program.cs", File.ReadAllText(Path.Combine(program, "Program.cs")));
        return consumer;
    }

    /// <summary>The project file.</summary>
    public string Project => Path.Combine(_folder, "Consumer.csproj");

    /// <summary>The texts of the files that the generator added, where the project's properties let the compiler emit them.</summary>
    public IEnumerable<string> Generated => Directory.EnumerateFiles(_folder, "*.g.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    public void Add(string file, string text) => File.WriteAllText(Path.Combine(_folder, file), text);

    public Task<(int ExitCode, string Output)> BuildAsync() => Command.DotnetAsync(_folder, "build", "-o", "out");

    /// <summary>What the program prints, built and run by the shared runtime.</summary>
    public async Task<byte[]> RunAsync()
    {
        (int exitCode, string output) = await BuildAsync();
        Assert.True(exitCode == 0, output);
        return await Command.PrintedAsync(_folder, "dotnet", Path.Combine("out", "Consumer.dll"));
    }

    /// <summary>What the published program prints. That it has no warning is asserted.</summary>
    public async Task<byte[]> PublishAndRunAsync()
    {
        (int exitCode, string output) = await Command.DotnetAsync(_folder, "publish", "-o", "out");
        Assert.True(exitCode == 0, output);
        Assert.DoesNotContain("warning", output, StringComparison.OrdinalIgnoreCase);
        return await Command.PrintedAsync(_folder, Path.Combine(_folder, "out", "Consumer"));
    }
}
