namespace ColoGen.Generators.Tests.Rules;

public sealed class QuorumTests
{
    [Theory]
    [InlineData("Quorum(VoteThreshold = 2)", "Image A, Image B", "")]
    [InlineData("Quorum(VoteThreshold = 3)", "Image A, Image B", "COLO0401")]
    [InlineData("Quorum(VoteThreshold = 0)", "Image A, Image B", "COLO0401")]
    [InlineData("Quorum(VoteThreshold = -1)", "Image A, Image B", "COLO0401")]
    [InlineData("Quorum(VoteThreshold = 2)", "Image A, Image? B", "COLO0401")]
    [InlineData("Quorum(VoteThreshold = 9)", "Image A, Image[] B", "")]
    [InlineData("Quorum", "Image A, Image B", "COLO0103")]
    [InlineData("Quorum", "int VoteThreshold, Image A, Image B", "")]
    [InlineData("Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, RewriteCorrupted = true)", "Image A", "COLO0402")]
    [InlineData("Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, RewriteCorrupted = false)", "Image A", "")]
    [InlineData("Quorum(VoteThreshold = 2, ReadPattern = QuorumReadPattern.Fifo)", "Image A, Image B", "COLO0403")]
    [InlineData("Quorum(VoteThreshold = 2, Blkverify = true)", "Image A, Image B", "")]
    [InlineData("Quorum(VoteThreshold = 2, Blkverify = true)", "Image A, Image B, Image C", "COLO0404")]
    [InlineData("Quorum(VoteThreshold = 1, Blkverify = true)", "Image A, Image B", "COLO0404")]
    [InlineData("Quorum(VoteThreshold = 2, Blkverify = true, RewriteCorrupted = true)", "Image A, Image B", "COLO0405")]
    public void Of_a_quorum(string attribute, string parameters, string ids) => Assert.Equal(ids, Ids.OfQuorum(attribute, parameters));
}
