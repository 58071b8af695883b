using ColoGen.Generators.Emission;
using ColoGen.Serialization;

namespace ColoGen.Generators.Tests.Emission;

/// <summary>What the emission knows of the runtime library without a reference to it.</summary>
public sealed class SinkCallTests
{
    [Fact]
    public void The_default_end_of_a_document_is_that_of_the_sinks()
    {
        object? end = typeof(IUtf8Sink).GetMethod(nameof(IUtf8Sink.Fits))!.GetParameters()[1].DefaultValue;
        Assert.Equal(SinkCallWriter.DefaultEnd, end);
    }
}
