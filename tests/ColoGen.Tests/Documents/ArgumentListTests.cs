using System.Buffers;
using System.Collections.Immutable;

namespace ColoGen.Tests.Documents;

public sealed class ArgumentListTests
{
    [Theory]
    [InlineData("")]
    [InlineData("-drive\0", "-drive")]
    [InlineData("-drive\0a b\0\0", "-drive", "a b", "")]
    public void Every_NUL_ends_an_argument(string document, params string[] arguments) =>
        Assert.Equal(arguments, new Fixed(document).GetDriveArguments());

    private sealed class Fixed(string document) : IDriveArguments
    {
        public int GetDriveArgumentsMaxByteCount() => throw new NotSupportedException();

        public bool TryWriteDriveArguments(Span<byte> utf8Destination, out int bytesWritten) => throw new NotSupportedException();

        public ImmutableArray<TopologyDiagnostic> Validate() => [];

        public void WriteDriveArguments(IBufferWriter<byte> writer) => writer.Write(System.Text.Encoding.UTF8.GetBytes(document));
    }
}
