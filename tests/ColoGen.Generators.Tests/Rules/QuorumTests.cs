namespace ColoGen.Generators.Tests.Rules;

public sealed class QuorumTests
{
    [Theory]
    [InlineData("a threshold of all children", "Quorum(VoteThreshold = 2)", "Image A, Image B", "")]
    [InlineData("a threshold above the children", "Quorum(VoteThreshold = 3)", "Image A, Image B", "COLO0401")]
    [InlineData("a threshold of 0", "Quorum(VoteThreshold = 0)", "Image A, Image B", "COLO0401")]
    [InlineData("a threshold below 0", "Quorum(VoteThreshold = -1)", "Image A, Image B", "COLO0401")]
    [InlineData("a threshold that needs a child that may be absent", "Quorum(VoteThreshold = 2)", "Image A, Image? B", "COLO0401")]
    [InlineData("a threshold over a list", "Quorum(VoteThreshold = 9)", "Image A, Image[] B", "")]
    [InlineData("no threshold", "Quorum", "Image A, Image B", "COLO0103")]
    [InlineData("a threshold of run time", "Quorum", "int VoteThreshold, Image A, Image B", "")]
    [InlineData(
        "a fifo quorum that rewrites",
        "Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, RewriteCorrupted = true)",
        "Image A",
        "COLO0402")]
    [InlineData(
        "a fifo quorum that does not rewrite",
        "Quorum(VoteThreshold = 1, ReadPattern = QuorumReadPattern.Fifo, RewriteCorrupted = false)",
        "Image A",
        "")]
    [InlineData("a fifo quorum with a threshold of 2", "Quorum(VoteThreshold = 2, ReadPattern = QuorumReadPattern.Fifo)", "Image A, Image B", "COLO0403")]
    [InlineData("blkverify of two children", "Quorum(VoteThreshold = 2, Blkverify = true)", "Image A, Image B", "")]
    [InlineData("blkverify of three children", "Quorum(VoteThreshold = 2, Blkverify = true)", "Image A, Image B, Image C", "COLO0404")]
    [InlineData("blkverify with a threshold of 1", "Quorum(VoteThreshold = 1, Blkverify = true)", "Image A, Image B", "COLO0404")]
    [InlineData("blkverify that rewrites", "Quorum(VoteThreshold = 2, Blkverify = true, RewriteCorrupted = true)", "Image A, Image B", "COLO0405")]
    public void Of_a_quorum(string condition, string attribute, string parameters, string ids) =>
        Assert.Equal((condition, ids), (condition, Ids.OfQuorum(attribute, parameters)));
}
