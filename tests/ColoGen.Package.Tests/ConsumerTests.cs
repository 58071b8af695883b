using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

/// <summary>A project outside the solution restores the package and prints the documents that the solution prints.</summary>
[Collection(PackageCollection.Name)]
public sealed class ConsumerTests(PackageFixture package)
{
    [Fact]
    public async Task The_newest_framework_and_language_print_the_same_documents()
    {
        var consumer = Consumer.OfColoPair(package, "newest", """
            <LangVersion>latest</LangVersion>
            <ImplicitUsings>enable</ImplicitUsings>
            <GenerateDocumentationFile>true</GenerateDocumentationFile>
            """);

        Assert.Equal(ExpectedDocuments.Text, ExpectedDocuments.Characters(await consumer.RunAsync()));
    }

    [Fact]
    public async Task The_oldest_framework_and_language_print_the_same_documents()
    {
        var consumer = Consumer.OfColoPair(package, "oldest", """
            <TargetFramework>net8.0</TargetFramework>
            <RollForward>Major</RollForward>
            <LangVersion>11</LangVersion>
            """);

        Assert.Equal(ExpectedDocuments.Text, ExpectedDocuments.Characters(await consumer.RunAsync()));
    }
}
