using ColoGen.Package.Tests.Support;

namespace ColoGen.Package.Tests;

/// <summary>What trimming and native compilation leave prints the documents that the solution prints, and neither warns.</summary>
[Collection(PackageCollection.Name)]
public sealed class PublishedConsumerTests(PackageFixture package)
{
    [Fact]
    public async Task Trimmed_it_prints_the_same_documents()
    {
        var consumer = Consumer.OfColoPair(package, "trimmed", """
            <PublishTrimmed>true</PublishTrimmed>
            <SelfContained>true</SelfContained>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            """);

        Assert.Equal(ExpectedDocuments.Text, ExpectedDocuments.Characters(await consumer.PublishAndRunAsync()));
    }

    [ToolFact("gcc")]
    public async Task As_native_code_it_prints_the_same_documents()
    {
        var consumer = Consumer.OfColoPair(package, "native", """
            <PublishAot>true</PublishAot>
            <TrimmerSingleWarn>false</TrimmerSingleWarn>
            <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
            """);

        Assert.Equal(ExpectedDocuments.Text, ExpectedDocuments.Characters(await consumer.PublishAndRunAsync()));
    }
}
